/* Vectors of whole datagrams. */
#include "vectors_of.h"

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
    if (is_notify(payload, CHECK_SPI) && !check_spi_read(payload, &check)) json_put(json, "checkSpi", json_of_check(form, &check));
    json_put(json, "critical", json_bool(arena, payload->critical));
    json_put(json, "reserved", of_bits(form, payload->reserved));
    return json;
}

enum protocol protocol_of(struct form *form, const struct json *group) {
    static const char *const protocols[] = {"udp", "esp", "ah", NULL};
    return (enum protocol) form_word(form, group, "protocol", protocols);
}

struct outcome vector_datagram(struct form *form, const struct json *group, const struct json *one) {
    enum protocol protocol = protocol_of(form, group);
    struct end from = form_end(form, group, "from"), to = form_end(form, group, "to");
    struct octets datagram = form_octets(form, one, "datagram");
    struct packet packet = packet_read(form->arena, protocol, from.port, to.port, datagram);
    struct json *decoded = json_object(form->arena), *payloads = json_array(form->arena);
    switch (packet.kind) {
    case PACKET_MALFORMED: return (struct outcome) {.refused = packet.fault.reason, .payload = packet.fault.payload};
    case PACKET_KEEPALIVE: json_put(decoded, "kind", json_of_text(form->arena, "keepalive")); break;
    case PACKET_CHILD:
        json_put(decoded, "kind", json_of_text(form->arena, protocol == AH ? "ah" : "esp"));
        json_put(decoded, "spi", json_of_child_spi(form->arena, packet.spi));
        break;
    case PACKET_IKE:
        json_put(decoded, "kind", json_of_text(form->arena, "ike"));
        json_put(decoded, "header", of_header(form, &packet.message.header, datagram.n - (has_marker(from.port, to.port) ? MARKER_OCTETS : 0)));
        for (size_t i = 0; i < packet.message.payloads.n; i++) json_put(payloads, NULL, of_payload(form, &packet.message.payloads.at[i]));
        json_put(decoded, "payloads", payloads);
    }
    return outcome_with(form, "decoded", decoded);
}
