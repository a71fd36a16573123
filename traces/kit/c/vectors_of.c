#include "vectors_of.h"

#include <string.h>

struct outcome outcome_refused(const char *reason) {
    return (struct outcome) {.refused = reason, .payload = -1};
}

struct outcome outcome_fine(struct form *form) {
    return (struct outcome) {.payload = -1, .outputs = json_object(form->arena)};
}

struct outcome outcome_with(struct form *form, const char *key, struct json *value) {
    struct outcome outcome = outcome_fine(form);
    json_put(outcome.outputs, key, value);
    return outcome;
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
    return outcome_with(form, "payload", json_hex(form->arena, octets.at + HEADER_OCTETS, octets.n - HEADER_OCTETS));
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
    if (wrong) return outcome_refused(wrong);
    for (size_t i = 0; i < secrets.n; i++, token = token->next) {
        uint8_t ours[SHA256_OCTETS];
        token_make(ours, &secrets.at[i], &spis, with_address ? &address : NULL);
        struct json *expected = json_hex(form->arena, ours, sizeof ours);
        if (!token || json_difference(form->arena, expected, token)) return outcome_refused("TOKENS");
    }
    return token ? outcome_refused("TOKENS") : outcome_fine(form);
}

static struct outcome token_decode(struct form *form, const struct json *group, const struct json *one) {
    (void) group;
    struct payload payload;
    const char *wrong = notification(form, one, QCD_TOKEN, &payload);
    if (!wrong) wrong = token_flaw(&payload, false);
    return wrong ? outcome_refused(wrong) : outcome_with(form, "token", json_of_octets(form->arena, payload.data));
}

static struct outcome token_encode(struct form *form, const struct json *group, const struct json *one) {
    (void) group;
    struct payload payload = qcd_token(form_octets(form, one, "token"));
    const char *wrong = token_flaw(&payload, true);
    return wrong ? outcome_refused(wrong) : encoded(form, payload);
}

static struct outcome spi_decode(struct form *form, const struct json *group, const struct json *one) {
    (void) group;
    struct payload payload;
    const char *wrong = notification(form, one, INVALID_SPI, &payload);
    if (!wrong && invalid_spi_flaw(&payload)) wrong = "SPI_LENGTH";
    return wrong ? outcome_refused(wrong) : outcome_with(form, "spi", json_of_octets(form->arena, payload.data));
}

static struct outcome spi_encode(struct form *form, const struct json *group, const struct json *one) {
    (void) group;
    return encoded(form, invalid_spi(form->arena, form_child_spi(form, one, "spi")));
}

static const char *const SUBTYPES[] = {"QUERY", "ACK", "NACK", "LONE_COOKIE", NULL};

struct json *json_of_check(struct form *form, const struct check_spi *check) {
    struct json *json = json_object(form->arena);
    json_put(json, "subtype", json_of_text(form->arena, SUBTYPES[check->subtype]));
    if (check->about == ABOUT_IKE_SA) json_put_spis(form->arena, json, &check->spis);
    if (check->about == ABOUT_CHILD_SA) json_put(json, "spi", json_of_child_spi(form->arena, check->child));
    json_put(json, "cookie", json_of_octets(form->arena, check->cookie));
    return json;
}

static struct outcome check_decode(struct form *form, const struct json *group, const struct json *one) {
    (void) group;
    struct payload payload;
    struct check_spi check;
    const char *wrong = notification(form, one, CHECK_SPI, &payload);
    if (!wrong) wrong = check_spi_read(&payload, &check);
    return wrong ? outcome_refused(wrong) : outcome_with(form, "checkSpi", json_of_check(form, &check));
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
    return check.cookie.n > UINT8_MAX ? outcome_refused("COOKIE_SIZE") : encoded(form, check_spi_write(form->arena, &check));
}

static struct outcome cookie_query(struct form *form, const struct json *group, const struct json *one) {
    (void) group;
    struct secrets secrets = form_secrets(form, one, "secrets");
    struct ike_spis spis = form_spis(form, one);
    struct end y = form_end(form, one, "from"), x = form_end(form, one, "to");
    return query_cookie_fits(&secrets, form_octets(form, one, "cookie"), &spis, &y, &x) ? outcome_fine(form) : outcome_refused("COOKIE");
}

static struct outcome cookie_own(struct form *form, const struct json *group, const struct json *one) {
    (void) group;
    struct secrets secrets = form_secrets(form, one, "secrets");
    struct end to = form_end(form, one, "to");
    return own_cookie_fits(&secrets, form_octets(form, one, "cookie"), &to) ? outcome_fine(form) : outcome_refused("COOKIE");
}

static struct outcome cookie_decode(struct form *form, const struct json *group, const struct json *one) {
    (void) group;
    struct payload payload;
    const char *wrong = notification(form, one, COOKIE, &payload);
    if (!wrong && !cookie_is_sound(&payload)) wrong = "LENGTH";
    return wrong ? outcome_refused(wrong) : outcome_with(form, "cookie", json_of_octets(form->arena, payload.data));
}

static struct outcome vendor_decode(struct form *form, const struct json *group, const struct json *one) {
    (void) group;
    struct payloads payloads = {0};
    uint8_t first = (uint8_t) form_number(form, one, "first", 255);
    struct fault fault = payloads_read(form->arena, first, form_octets(form, one, "chain"), &payloads);
    if (fault.reason) return outcome_refused(fault.reason);
    for (size_t i = 0; i < payloads.n; i++)
        if (is_vendor_id(&payloads.at[i])) return outcome_fine(form);
    return outcome_refused("NOT_THERE");
}

vector_handler vector_handler_of(const char *function, const char *type) {
    static const struct {
        const char *function, *type;
        vector_handler handler;
    } all[] = {
        {"token", "check", token_check}, {"verification", "verify", vector_verification},
        {"qcd-token", "decode", token_decode}, {"qcd-token", "encode", token_encode},
        {"invalid-spi", "decode", spi_decode}, {"invalid-spi", "encode", spi_encode}, {"invalid-spi", "report", vector_report},
        {"invalid-ike-spi", "reply", vector_reply}, {"invalid-ike-spi", "hint", vector_hint},
        {"check-spi", "decode", check_decode}, {"check-spi", "encode", check_encode},
        {"cookie", "query", cookie_query}, {"cookie", "own", cookie_own}, {"cookie", "decode", cookie_decode},
        {"vendor-id", "decode", vendor_decode}, {"datagram", "decode", vector_datagram},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strcmp(all[i].function, function) == 0 && strcmp(all[i].type, type) == 0) return all[i].handler;
    return NULL;
}
