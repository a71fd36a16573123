#include "vectors_of.h"

#include <string.h>

static struct outcome refused(const char *reason) {
    return (struct outcome) {.refused = reason, .payload = -1};
}

static struct outcome fine(struct form *form) {
    return (struct outcome) {.payload = -1, .outputs = json_object(form->arena)};
}

/* One field alone. */
static struct outcome with(struct form *form, const char *key, struct json *value) {
    struct outcome outcome = fine(form);
    json_put(outcome.outputs, key, value);
    return outcome;
}

static struct json *hex(struct form *form, struct octets octets) {
    return json_hex(form->arena, octets.at, octets.n);
}

static struct json *word(struct form *form, const char *text) {
    return json_text(form->arena, text, strlen(text));
}

/* The one notification of this type that `payload` is, or why it is none. */
static const char *notification(struct form *form, const struct json *one, uint16_t type, struct payload *payload) {
    struct payloads payloads = {0};
    struct fault fault = payloads_read(form->arena, PAYLOAD_NOTIFY, form_octets(form, one, "payload"), &payloads);
    if (fault.reason) return fault.reason;
    *payload = payloads.at[0];
    return payload->notify == type ? NULL : "NOTIFY_TYPE";
}

static struct outcome encoded(struct form *form, struct payload payload) {
    struct payloads payloads = {0};
    *list_append(form->arena, &payloads) = payload;
    struct header header = {.exchange = INFORMATIONAL};
    struct octets octets = datagram_write(form->arena, &header, &payloads, false);
    return with(form, "payload", json_hex(form->arena, octets.at + HEADER_OCTETS, octets.n - HEADER_OCTETS));
}

/* Secrets of any length and number: what is none is refused, the others are read. */
static const char *secrets_of(struct form *form, const struct json *one, struct secrets *secrets) {
    for (const struct json *json = form_list(form, one, "secrets"); json; json = json->next)
        if (form_octets(form, json, "octets").n != SECRET_OCTETS) return "SECRET_LENGTH";
    *secrets = form_secrets(form, one, "secrets");
    return secrets->n > 4 ? "GENERATIONS" : NULL; /* QCD-5.1-2: the newest, and up to three before it */
}

static struct outcome token_check(struct form *form, const struct json *group, const struct json *one) {
    static const char *const methods[] = {"5.1", "5.2", NULL};
    struct secrets secrets = {0};
    struct ike_spis spis = form_spis(form, one);
    struct address address = form_address(form, form_text(form, one, "address"));
    bool with_address = form_word(form, group, "method", methods);
    const char *wrong = secrets_of(form, one, &secrets);
    const struct json *token = form_list(form, one, "tokens");
    if (wrong) return refused(wrong);
    for (size_t i = 0; i < secrets.n; i++, token = token->next) {
        uint8_t ours[SHA256_OCTETS];
        token_make(ours, &secrets.at[i], &spis, with_address ? &address : NULL);
        struct json *expected = json_hex(form->arena, ours, sizeof ours);
        if (!token || json_difference(form->arena, expected, token)) return refused("TOKENS");
    }
    return token ? refused("TOKENS") : fine(form);
}

static struct outcome token_decode(struct form *form, const struct json *group, const struct json *one) {
    (void) group;
    struct payload payload;
    const char *wrong = notification(form, one, QCD_TOKEN, &payload);
    if (!wrong) wrong = token_flaw(&payload, false);
    return wrong ? refused(wrong) : with(form, "token", hex(form, payload.data));
}

static struct outcome token_encode(struct form *form, const struct json *group, const struct json *one) {
    (void) group;
    struct payload payload = qcd_token(form_octets(form, one, "token"));
    const char *wrong = token_flaw(&payload, true);
    return wrong ? refused(wrong) : encoded(form, payload);
}

static struct outcome spi_decode(struct form *form, const struct json *group, const struct json *one) {
    (void) group;
    struct payload payload;
    const char *wrong = notification(form, one, INVALID_SPI, &payload);
    if (!wrong && invalid_spi_flaw(&payload)) wrong = "SPI_LENGTH";
    return wrong ? refused(wrong) : with(form, "spi", hex(form, payload.data));
}

static struct outcome spi_encode(struct form *form, const struct json *group, const struct json *one) {
    (void) group;
    return encoded(form, invalid_spi(form->arena, form_child_spi(form, one, "spi")));
}

static const char *const SUBTYPES[] = {"QUERY", "ACK", "NACK", "LONE_COOKIE", NULL};

static struct json *of_check(struct form *form, const struct check_spi *check) {
    struct json *json = json_object(form->arena);
    json_put(json, "subtype", word(form, SUBTYPES[check->subtype]));
    if (check->about == ABOUT_IKE_SA) json_put_spis(form->arena, json, &check->spis);
    if (check->about == ABOUT_CHILD_SA) json_put(json, "spi", json_of_child_spi(form->arena, check->child));
    json_put(json, "cookie", hex(form, check->cookie));
    return json;
}

static struct outcome check_decode(struct form *form, const struct json *group, const struct json *one) {
    (void) group;
    struct payload payload;
    struct check_spi check;
    const char *wrong = notification(form, one, CHECK_SPI, &payload);
    if (!wrong) wrong = check_spi_read(&payload, &check);
    return wrong ? refused(wrong) : with(form, "checkSpi", of_check(form, &check));
}

static struct outcome check_encode(struct form *form, const struct json *group, const struct json *one) {
    (void) group;
    const struct json *json = form_field(form, one, "checkSpi");
    struct check_spi check = {.subtype = (enum subtype) form_word(form, json, "subtype", SUBTYPES), .cookie = form_octets(form, json, "cookie")};
    if (json_member(json, "spiI")) {
        check.about = ABOUT_IKE_SA;
        check.spis = form_spis(form, json);
    } else if (json_member(json, "spi")) {
        check.about = ABOUT_CHILD_SA;
        check.child = form_child_spi(form, json, "spi");
    }
    /* SIR-6-1: its size has one octet. */
    return check.cookie.n > UINT8_MAX ? refused("COOKIE_SIZE") : encoded(form, check_spi_write(form->arena, &check));
}

static struct outcome cookie_query(struct form *form, const struct json *group, const struct json *one) {
    (void) group;
    struct secrets secrets = form_secrets(form, one, "secrets");
    struct ike_spis spis = form_spis(form, one);
    struct end y = form_end(form, one, "from"), x = form_end(form, one, "to");
    return query_cookie_fits(&secrets, form_octets(form, one, "cookie"), &spis, &y, &x) ? fine(form) : refused("COOKIE");
}

static struct outcome cookie_own(struct form *form, const struct json *group, const struct json *one) {
    (void) group;
    struct secrets secrets = form_secrets(form, one, "secrets");
    struct end to = form_end(form, one, "to");
    return own_cookie_fits(&secrets, form_octets(form, one, "cookie"), &to) ? fine(form) : refused("COOKIE");
}

static struct outcome cookie_decode(struct form *form, const struct json *group, const struct json *one) {
    (void) group;
    struct payload payload;
    const char *wrong = notification(form, one, COOKIE, &payload);
    if (!wrong && !cookie_is_sound(&payload)) wrong = "LENGTH";
    return wrong ? refused(wrong) : with(form, "cookie", hex(form, payload.data));
}

static struct outcome vendor_decode(struct form *form, const struct json *group, const struct json *one) {
    (void) group;
    struct payloads payloads = {0};
    uint8_t first = (uint8_t) form_number(form, one, "first", 255);
    struct fault fault = payloads_read(form->arena, first, form_octets(form, one, "chain"), &payloads);
    if (fault.reason) return refused(fault.reason);
    for (size_t i = 0; i < payloads.n; i++)
        if (is_vendor_id(&payloads.at[i])) return fine(form);
    return refused("NOT_THERE");
}

static struct json *of_bits(struct form *form, uint8_t bits) {
    return json_hex(form->arena, &bits, 1);
}

static struct json *of_header(struct form *form, const struct header *header, size_t length) {
    struct json *json = json_object(form->arena);
    json_put_spis(form->arena, json, &header->spis);
    json_put(json, "minorVersion", json_number(form->arena, header->version & 15));
    json_put(json, "exchange", json_of_code(form->arena, header->exchange));
    json_put(json, "initiator", json_bool(form->arena, header->flags & FLAG_INITIATOR));
    json_put(json, "response", json_bool(form->arena, header->flags & FLAG_RESPONSE));
    json_put(json, "versionFlag", json_bool(form->arena, header->flags & 0x10));
    json_put(json, "reservedFlags", of_bits(form, header->flags & 0xc7));
    json_put(json, "messageId", json_number(form->arena, header->id));
    json_put(json, "length", json_number(form->arena, (int64_t) length));
    return json;
}

static struct json *of_payload(struct form *form, const struct payload *payload) {
    struct arena *arena = form->arena;
    struct json *json = json_of_payload(arena, payload);
    struct check_spi check;
    if (payload->type == PAYLOAD_SK || payload->type == PAYLOAD_SKF) json_put(json, "firstInside", json_of_code(arena, payload->next));
    if (payload->type == PAYLOAD_SKF) {
        struct json *fragment = json_object(arena);
        json_put(fragment, "number", json_number(arena, payload->fragment));
        json_put(fragment, "total", json_number(arena, payload->fragments));
        json_put(json, "fragment", fragment);
    }
    if (is_notify(payload, CHECK_SPI) && !check_spi_read(payload, &check)) json_put(json, "checkSpi", of_check(form, &check));
    json_put(json, "critical", json_bool(arena, payload->critical));
    json_put(json, "reserved", of_bits(form, payload->reserved));
    return json;
}

static enum protocol protocol_of(struct form *form, const struct json *group) {
    static const char *const protocols[] = {"udp", "esp", "ah", NULL};
    return (enum protocol) form_word(form, group, "protocol", protocols);
}

static struct outcome datagram_decode(struct form *form, const struct json *group, const struct json *one) {
    enum protocol protocol = protocol_of(form, group);
    struct end from = form_end(form, group, "from"), to = form_end(form, group, "to");
    struct octets datagram = form_octets(form, one, "datagram");
    struct packet packet = packet_read(form->arena, protocol, from.port, to.port, datagram);
    struct json *decoded = json_object(form->arena), *payloads = json_array(form->arena);
    switch (packet.kind) {
    case PACKET_MALFORMED: return (struct outcome) {.refused = packet.fault.reason, .payload = packet.fault.payload};
    case PACKET_KEEPALIVE: json_put(decoded, "kind", word(form, "keepalive")); break;
    case PACKET_CHILD:
        json_put(decoded, "kind", word(form, protocol == AH ? "ah" : "esp"));
        json_put(decoded, "spi", json_of_child_spi(form->arena, packet.spi));
        break;
    case PACKET_IKE:
        json_put(decoded, "kind", word(form, "ike"));
        json_put(decoded, "header", of_header(form, &packet.message.header, datagram.n - (has_marker(from.port, to.port) ? MARKER_OCTETS : 0)));
        for (size_t i = 0; i < packet.message.payloads.n; i++) json_put(payloads, NULL, of_payload(form, &packet.message.payloads.at[i]));
        json_put(decoded, "payloads", payloads);
    }
    return with(form, "decoded", decoded);
}

/* A peer with one answer and one check, and all readings as they are by default. */
static const struct policy PLAIN = {
    .taker = true, .generations = 1, .answer_ike_auth = true, .half_open_exists = true, .answers = 1, .tokens_handled = 4,
    .tokens_kept = 4, .verifications = 1, .sources = 1, .checks = 1, .tries = 1, .interval = 1, .growth = 200, .longest = 1,
};

/* A message of IKE on port 500, from anywhere. */
static struct event message_event(struct form *form, const struct json *one) {
    struct end end = {.address = {.n = 4}, .port = IKE_PORT};
    return (struct event) {.kind = RECEIVED, .from = end, .to = end, .protocol = UDP, .datagram = form_octets(form, one, "message")};
}

static struct sas one_sa(struct form *form, const struct json *group) {
    struct sas sas = {0};
    struct sa *sa = list_append(form->arena, &sas);
    sa->spis = form_spis(form, group);
    sa->established = true;
    return sas;
}

static const char *first_reason(const struct step *step, const char *otherwise) {
    return step->logs.n ? step->logs.at[0].reason : otherwise;
}

static struct outcome verification(struct form *form, const struct json *group, const struct json *one) {
    struct policy policy = PLAIN;
    policy.tokens_handled = (uint32_t) form_number(form, group, "tokensHandled", INT32_MAX);
    policy.strict_protocol_id = form_bool(form, group, "strictProtocolId");
    struct taker taker = {.liveness = {.sas = one_sa(form, group)}};
    struct sa *sa = &taker.liveness.sas.at[0];
    sa->children = form_children(form, group, "children");
    for (const struct json *stored = form_list(form, one, "stored"); stored; stored = stored->next)
        form_exactly_of(form, stored, list_append(form->arena, &sa->digests)->at, SHA256_OCTETS);
    struct event event = message_event(form, one);
    struct step step = {.arena = form->arena};
    taker_step(&policy, &taker, &event, &step);
    if (step.acts.n && step.acts.at[0].kind == IKE_SA_DELETED) return fine(form);
    return refused(taker.verified.sources.n ? first_reason(&step, "") : first_reason(&step, "NO_TOKEN"));
}

static struct outcome hint(struct form *form, const struct json *group, const struct json *one) {
    struct liveness liveness = {.sas = one_sa(form, group)};
    struct event event = message_event(form, one);
    struct step step = {.arena = form->arena};
    baseline_step(&PLAIN, &liveness, &event, &step);
    return liveness.checks.n ? fine(form) : refused(first_reason(&step, ""));
}

static struct step answered(struct form *form, const struct event *event) {
    struct maker maker = {.answers = {.answered = 0}};
    struct step step = {.arena = form->arena};
    maker_step(&PLAIN, &maker, event, &step);
    return step;
}

static struct outcome reply(struct form *form, const struct json *group, const struct json *one) {
    (void) group;
    struct event event = message_event(form, one);
    struct step step = answered(form, &event);
    return step.acts.n ? with(form, "reply", hex(form, step.acts.at[0].datagram)) : refused(first_reason(&step, ""));
}

static struct outcome report(struct form *form, const struct json *group, const struct json *one) {
    struct event event = {
        .kind = RECEIVED, .from = form_end(form, group, "from"), .to = form_end(form, group, "to"), .protocol = protocol_of(form, group),
        .datagram = form_octets(form, one, "datagram"),
    };
    struct step step = answered(form, &event);
    if (!step.acts.n) return refused(first_reason(&step, ""));
    const struct effect *send = &step.acts.at[0];
    struct json *json = json_object(form->arena);
    json_put(json, "from", json_of_end(form->arena, &send->from));
    json_put(json, "to", json_of_end(form->arena, &send->to));
    json_put(json, "datagram", hex(form, send->datagram));
    return with(form, "reply", json);
}

vector_handler vector_handler_of(const char *function, const char *type) {
    static const struct {
        const char *function, *type;
        vector_handler handler;
    } all[] = {
        {"token", "check", token_check}, {"verification", "verify", verification},
        {"qcd-token", "decode", token_decode}, {"qcd-token", "encode", token_encode},
        {"invalid-spi", "decode", spi_decode}, {"invalid-spi", "encode", spi_encode}, {"invalid-spi", "report", report},
        {"invalid-ike-spi", "reply", reply}, {"invalid-ike-spi", "hint", hint},
        {"check-spi", "decode", check_decode}, {"check-spi", "encode", check_encode},
        {"cookie", "query", cookie_query}, {"cookie", "own", cookie_own}, {"cookie", "decode", cookie_decode},
        {"vendor-id", "decode", vendor_decode}, {"datagram", "decode", datagram_decode},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strcmp(all[i].function, function) == 0 && strcmp(all[i].type, type) == 0) return all[i].handler;
    return NULL;
}
