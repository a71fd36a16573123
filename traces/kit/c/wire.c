#include "wire.h"

#include <string.h>

static const struct fault FINE = {NULL, NULL, -1};

static struct fault fault(const char *reason, const char *clause) {
    return (struct fault) {reason, clause, -1};
}

static struct fault fault_of(uint8_t type, const char *reason, const char *clause) {
    return (struct fault) {reason, clause, type};
}

bool has_marker(uint16_t from, uint16_t to) {
    return from != IKE_PORT && to != IKE_PORT; /* BASE-3.1-2 */
}

/* BASE-3.2-1: what is understood here are the types of RFC 7296 and fragments. */
static bool is_known(uint8_t type) {
    return (type >= 33 && type <= 48) || type == PAYLOAD_SKF;
}

static struct fault body_read(struct octets body, struct payload *payload) {
    payload->data = body;
    switch (payload->type) {
    case PAYLOAD_NOTIFY: {
        if (body.n < NOTIFY_OCTETS) return fault_of(payload->type, "NOTIFY_TRUNCATED", "BASE-3.10-1");
        size_t spi = body.at[1];
        if (NOTIFY_OCTETS + spi > body.n) return fault_of(payload->type, "NOTIFY_SPI_PAST_END", "BASE-3.10-1");
        payload->protocol = body.at[0];
        payload->notify = get16(body.at + 2);
        payload->spi = octets_of(body.at + NOTIFY_OCTETS, spi);
        payload->data = octets_of(body.at + NOTIFY_OCTETS + spi, body.n - NOTIFY_OCTETS - spi);
        return FINE;
    }
    case PAYLOAD_SK:
        /* BASE-3.14-1: initialization vector, padding length and tag have 17 octets at least. */
        return body.n < 17 ? fault_of(payload->type, "ENCRYPTED_TOO_SHORT", "BASE-3.14-1") : FINE;
    case PAYLOAD_SKF: {
        if (body.n < 4 + 17) return fault_of(payload->type, "ENCRYPTED_TOO_SHORT", "BASE-3.14-1");
        payload->fragment = get16(body.at);
        payload->fragments = get16(body.at + 2);
        payload->data = octets_of(body.at + 4, body.n - 4);
        bool counts = payload->fragment >= 1 && payload->fragment <= payload->fragments;
        return counts ? FINE : fault_of(payload->type, "FRAGMENT_NUMBER", "BASE-7383.2.5-1");
    }
    default:
        return FINE;
    }
}

struct fault payloads_read(struct arena *arena, uint8_t first, struct octets chain, struct payloads *payloads) {
    uint8_t type = first;
    while (type != 0) {
        if (chain.n < GENERIC_OCTETS) return fault_of(type, "PAYLOAD_HEADER_TRUNCATED", "BASE-3.1-4");
        size_t length = get16(chain.at + 2);
        if (length < GENERIC_OCTETS) return fault_of(type, "PAYLOAD_LENGTH_BELOW_FOUR", "BASE-3.1-4");
        if (length > chain.n) return fault_of(type, "PAYLOAD_PAST_END", "BASE-3.1-4");
        struct payload payload = {.type = type, .critical = chain.at[1] & 0x80, .reserved = chain.at[1] & 0x7f, .next = chain.at[0]};
        if (payload.critical && !is_known(type)) return fault_of(type, "UNKNOWN_CRITICAL_PAYLOAD", "BASE-3.2-1");
        struct fault wrong = body_read(octets_of(chain.at + GENERIC_OCTETS, length - GENERIC_OCTETS), &payload);
        if (wrong.reason) return wrong;
        *list_append(arena, payloads) = payload;
        /* BASE-3.14-1: the encrypted payload is the last one, what it names as next is inside it. */
        type = type == PAYLOAD_SK || type == PAYLOAD_SKF ? 0 : payload.next;
        chain = octets_of(chain.at + length, chain.n - length);
    }
    return chain.n ? fault("TRAILING_OCTETS", "BASE-3.1-4") : FINE;
}

struct fault message_read(struct arena *arena, struct octets octets, struct message *message) {
    if (octets.n < HEADER_OCTETS) return fault("TOO_SHORT", "BASE-3.1-4");
    const uint8_t *at = octets.at;
    struct header *header = &message->header;
    memcpy(header->spis.at, at, sizeof header->spis.at);
    header->next = at[16];
    header->version = at[17];
    header->exchange = at[18];
    header->flags = at[19]; /* BASE-3.1-3: those without a meaning are ignored */
    header->id = get32(at + 20);
    if (header->version >> 4 != 2) return fault("MAJOR_VERSION", "BASE-3.1-3");
    if (get32(at + 24) != octets.n) return fault("LENGTH_MISMATCH", "BASE-3.1-4");
    return payloads_read(arena, header->next, octets_of(at + HEADER_OCTETS, octets.n - HEADER_OCTETS), &message->payloads);
}

static struct packet malformed(struct fault wrong) {
    return (struct packet) {.kind = PACKET_MALFORMED, .fault = wrong};
}

/* BASE-3.1-4: ESP has SPI and sequence number, AH (BASE-4302.2-1) four octets before them; no SPI is below 256. */
static struct packet child_read(struct octets octets, size_t before, const char *too_short) {
    if (octets.n < before + 8) return malformed(fault(too_short, "BASE-3.1-4"));
    uint32_t spi = get32(octets.at + before);
    if (spi < 256) return malformed(fault("RESERVED_SPI", "BASE-3.1-4"));
    return (struct packet) {.kind = PACKET_CHILD, .fault = FINE, .spi = spi};
}

static struct packet ike_read(struct arena *arena, struct octets octets) {
    struct packet packet = {.kind = PACKET_IKE};
    packet.fault = message_read(arena, octets, &packet.message);
    return packet.fault.reason ? malformed(packet.fault) : packet;
}

struct packet packet_read(struct arena *arena, enum protocol protocol, uint16_t from, uint16_t to, struct octets datagram) {
    if (datagram.n == 0) return malformed(fault("EMPTY", "BASE-3.1-4"));
    if (protocol == AH) return child_read(datagram, 4, "AH_TOO_SHORT");
    if (protocol == ESP) return child_read(datagram, 0, "ESP_TOO_SHORT");
    if (!has_marker(from, to)) return ike_read(arena, datagram);
    if (datagram.n == 1 && datagram.at[0] == 0xff) return (struct packet) {.kind = PACKET_KEEPALIVE, .fault = FINE}; /* BASE-2.23-1 */
    static const uint8_t marker[MARKER_OCTETS] = {0};
    if (memcmp(datagram.at, marker, datagram.n < MARKER_OCTETS ? datagram.n : MARKER_OCTETS) != 0) return child_read(datagram, 0, "ESP_TOO_SHORT");
    if (datagram.n <= MARKER_OCTETS) return malformed(fault("SHORT_MARKER", "BASE-3.1-2"));
    return ike_read(arena, octets_of(datagram.at + MARKER_OCTETS, datagram.n - MARKER_OCTETS));
}

size_t payload_octets(const struct payload *payload) {
    return GENERIC_OCTETS + (payload->type == PAYLOAD_NOTIFY ? NOTIFY_OCTETS : 0) + payload->spi.n + payload->data.n;
}

static uint8_t *put(uint8_t *at, struct octets octets) {
    if (octets.n) memcpy(at, octets.at, octets.n);
    return at + octets.n;
}

struct octets datagram_write(struct arena *arena, const struct header *header, const struct payloads *payloads, bool marker) {
    size_t n = HEADER_OCTETS;
    for (size_t i = 0; i < payloads->n; i++) n += payload_octets(&payloads->at[i]);
    size_t before = marker ? MARKER_OCTETS : 0;
    uint8_t *datagram = arena_take(arena, before + n), *at = datagram + before;
    memcpy(at, header->spis.at, sizeof header->spis.at);
    at[16] = payloads->n ? payloads->at[0].type : 0;
    at[17] = 0x20;
    at[18] = header->exchange;
    at[19] = header->flags;
    put32(at + 20, header->id);
    put32(at + 24, (uint32_t) n);
    at += HEADER_OCTETS;
    for (size_t i = 0; i < payloads->n; i++) {
        const struct payload *payload = &payloads->at[i];
        at[0] = i + 1 < payloads->n ? payloads->at[i + 1].type : 0;
        put16(at + 2, (uint16_t) payload_octets(payload)); /* BASE-2.5-1: reserved fields are sent zero */
        at += GENERIC_OCTETS;
        if (payload->type == PAYLOAD_NOTIFY) {
            at[0] = payload->protocol;
            at[1] = (uint8_t) payload->spi.n;
            put16(at + 2, payload->notify);
            at = put(at + NOTIFY_OCTETS, payload->spi);
        }
        at = put(at, payload->data);
    }
    return octets_of(datagram, before + n);
}
