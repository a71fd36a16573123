/* Datagrams of IKEv2 (RFC 7296, 3), ESP and AH: what one is, or the first thing that is wrong with it. */
#ifndef KIT_WIRE_H
#define KIT_WIRE_H

#include "octets.h"

enum { MARKER_OCTETS = 4, HEADER_OCTETS = 28, GENERIC_OCTETS = 4, NOTIFY_OCTETS = 4 };
enum { IKE_PORT = 500 };
enum { FLAG_INITIATOR = 0x08, FLAG_RESPONSE = 0x20 };

enum payload_type { PAYLOAD_NOTIFY = 41, PAYLOAD_VENDOR_ID = 43, PAYLOAD_SK = 46, PAYLOAD_SKF = 53 };

enum exchange {
    IKE_SA_INIT = 34,
    IKE_AUTH = 35,
    CREATE_CHILD_SA = 36,
    INFORMATIONAL = 37,
    IKE_SESSION_RESUME = 38,
    GSA_AUTH = 39,
    GSA_REKEY = 41,
    IKE_INTERMEDIATE = 43
};

enum protocol { UDP, ESP, AH };

/* A payload, notifications and fragments taken to pieces: of any other type `data` is the body. */
struct payload {
    uint8_t type, next; /* the next one: of SK and SKF the first one inside */
    uint8_t reserved;   /* seven bits, of the generic header */
    bool critical;
    uint16_t fragment, fragments;
    uint16_t notify;
    uint8_t protocol;
    struct octets spi, data;
};

LIST(payloads, struct payload);

struct header {
    struct ike_spis spis;
    uint8_t next, version, exchange, flags;
    uint32_t id;
};

struct message {
    struct header header;
    struct payloads payloads;
};

/* Why octets are no packet: the first thing that is wrong, by its name in the kit, and the clause that says so. */
struct fault {
    const char *reason, *clause;
    int payload; /* type of the payload at fault, or -1 */
};

enum packet_kind { PACKET_MALFORMED, PACKET_KEEPALIVE, PACKET_CHILD, PACKET_IKE };

struct packet {
    enum packet_kind kind;
    struct fault fault;
    uint32_t spi; /* of ESP or AH */
    struct message message;
};

/* Of a UDP payload between these ports, or, for ESP and AH outside UDP, of an IP payload. Payloads point into it. */
struct packet packet_read(struct arena *arena, enum protocol protocol, uint16_t from, uint16_t to, struct octets datagram);

/* Of an IKE message without marker. */
struct fault message_read(struct arena *arena, struct octets octets, struct message *message);

/* The chain that begins with a payload of this type: of a message, or of what was inside SK. */
struct fault payloads_read(struct arena *arena, uint8_t first, struct octets chain, struct payloads *payloads);

/* Whether an IKE message between these ports has the four octets of zero before it (BASE-3.1-2). */
bool has_marker(uint16_t from, uint16_t to);

size_t payload_octets(const struct payload *payload);

/* The whole datagram, with the marker where it belongs. */
struct octets datagram_write(struct arena *arena, const struct header *header, const struct payloads *payloads, bool marker);

#endif
