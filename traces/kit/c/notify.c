#include "notify.h"

#include <string.h>

static const uint8_t SECURE_IKE_RECOVERY[] = {'S', 'E', 'C', 'U', 'R', 'E', ' ', 'I', 'K', 'E', ' ', 'R', 'E', 'C', 'O', 'V', 'E', 'R', 'Y'};

static struct payload notification(uint16_t type, struct octets data) {
    return (struct payload) {.type = PAYLOAD_NOTIFY, .notify = type, .protocol = PROTOCOL_NONE, .data = data};
}

/* BASE-1.5-3: the data is empty. */
struct payload invalid_ike_spi(void) {
    return notification(INVALID_IKE_SPI, octets_of(NULL, 0));
}

/* BASE-1.5-1: the SPI of the packet is the data, not the SPI field. */
struct payload invalid_spi(struct arena *arena, uint32_t spi) {
    uint8_t *at = arena_take(arena, 4);
    put32(at, spi);
    return notification(INVALID_SPI, octets_of(at, 4));
}

/* QCD-4.1-1. READING-2: protocol ID 1 is sent. */
struct payload qcd_token(struct octets token) {
    struct payload payload = notification(QCD_TOKEN, token);
    payload.protocol = PROTOCOL_IKE;
    return payload;
}

struct payload cookie_payload(struct octets cookie) {
    return notification(COOKIE, cookie);
}

struct payload vendor_id(void) {
    return (struct payload) {.type = PAYLOAD_VENDOR_ID, .data = octets_of(SECURE_IKE_RECOVERY, sizeof SECURE_IKE_RECOVERY)};
}

bool is_notify(const struct payload *payload, uint16_t type) {
    return payload->type == PAYLOAD_NOTIFY && payload->notify == type;
}

const struct payload *notify_in(const struct payloads *payloads, uint16_t type) {
    for (size_t i = 0; i < payloads->n; i++)
        if (is_notify(&payloads->at[i], type)) return &payloads->at[i];
    return NULL;
}

const char *token_flaw(const struct payload *payload, bool strict_protocol_id) {
    if (strict_protocol_id && payload->protocol != PROTOCOL_IKE) return "PROTOCOL_ID"; /* READING-2, the other way */
    if (payload->spi.n != 0) return "SPI_SIZE";
    return payload->data.n < LEAST_TOKEN || payload->data.n > LONGEST_TOKEN ? "LENGTH" : NULL; /* QCD-5-1 */
}

bool cookie_is_sound(const struct payload *payload) {
    return payload->data.n >= 1 && payload->data.n <= LONGEST_COOKIE;
}

bool is_vendor_id(const struct payload *payload) {
    return payload->type == PAYLOAD_VENDOR_ID && octets_equal(payload->data, vendor_id().data);
}

const char *invalid_spi_flaw(const struct payload *payload) {
    return payload->data.n == 4 ? NULL : "LENGTH";
}

bool invalid_spi_in(const struct payloads *payloads, uint32_t *spi) {
    for (size_t i = 0; i < payloads->n; i++) {
        const struct payload *payload = &payloads->at[i];
        if (!is_notify(payload, INVALID_SPI) || invalid_spi_flaw(payload)) continue;
        *spi = get32(payload->data.at);
        return true;
    }
    return false;
}

const struct payload *cookie_in(const struct payloads *payloads) {
    for (size_t i = 0; i < payloads->n; i++)
        if (is_notify(&payloads->at[i], COOKIE) && cookie_is_sound(&payloads->at[i])) return &payloads->at[i];
    return NULL;
}

const char *check_spi_read(const struct payload *payload, struct check_spi *check) {
    struct octets data = payload->data, spi = payload->spi;
    *check = (struct check_spi) {0};
    if (data.n < 4) return "SHORT";
    if (data.at[1] != data.n - 4) return "COOKIE_SIZE";
    if (data.at[0] > LONE_COOKIE) return "SUBTYPE";
    check->subtype = (enum subtype) data.at[0]; /* the two octets behind the size are reserved: ignored */
    check->cookie = octets_of(data.at + 4, data.n - 4);
    if (spi.n != (check->subtype == LONE_COOKIE ? 0 : spi.n == 4 ? 4 : 16)) return "SPI_SIZE"; /* READING-8 */
    if (spi.n == 16) {
        check->about = ABOUT_IKE_SA;
        memcpy(check->spis.at, spi.at, sizeof check->spis.at);
    } else if (spi.n == 4) {
        check->about = ABOUT_CHILD_SA;
        check->child = get32(spi.at);
    }
    return NULL;
}

const struct payload *check_spi_in(const struct payloads *payloads) {
    struct check_spi check;
    for (size_t i = 0; i < payloads->n; i++) {
        const struct payload *payload = &payloads->at[i];
        if (is_notify(payload, CHECK_SPI) && (check_spi_read(payload, &check) || check.subtype != LONE_COOKIE)) return payload;
    }
    return notify_in(payloads, CHECK_SPI);
}

struct payload check_spi_write(struct arena *arena, const struct check_spi *check) {
    uint8_t *data = arena_take(arena, 4 + check->cookie.n);
    data[0] = (uint8_t) check->subtype;
    data[1] = (uint8_t) check->cookie.n;
    if (check->cookie.n) memcpy(data + 4, check->cookie.at, check->cookie.n);
    struct payload payload = notification(CHECK_SPI, octets_of(data, 4 + check->cookie.n));
    if (check->about == ABOUT_IKE_SA) {
        payload.protocol = PROTOCOL_IKE;
        payload.spi = octets_copy(arena, check->spis.at, sizeof check->spis.at);
    } else if (check->about == ABOUT_CHILD_SA) {
        uint8_t *spi = arena_take(arena, 4);
        put32(spi, check->child);
        payload.protocol = PROTOCOL_ESP;
        payload.spi = octets_of(spi, 4);
    }
    return payload;
}

struct check_spi check_ike(enum subtype subtype, const struct ike_spis *spis, struct octets cookie) {
    return (struct check_spi) {.subtype = subtype, .about = ABOUT_IKE_SA, .spis = *spis, .cookie = cookie};
}

struct check_spi check_child(enum subtype subtype, uint32_t child) {
    return (struct check_spi) {.subtype = subtype, .about = ABOUT_CHILD_SA, .child = child};
}

struct check_spi lone_cookie(struct octets cookie) {
    return (struct check_spi) {.subtype = LONE_COOKIE, .about = ABOUT_NONE, .cookie = cookie};
}
