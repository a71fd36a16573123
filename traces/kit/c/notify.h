/* The notifications and the Vendor ID of crash detection (RFC 6290) and of recovery (draft-detienne-ikev2-recovery-03). */
#ifndef KIT_NOTIFY_H
#define KIT_NOTIFY_H

#include "wire.h"

enum notify_type {
    INVALID_IKE_SPI = 4,
    INVALID_SPI = 11,
    INITIAL_CONTACT = 16384,
    COOKIE = 16390,
    QCD_TOKEN = 16419,
    CHECK_SPI = 32770
};

enum { PROTOCOL_NONE = 0, PROTOCOL_IKE = 1, PROTOCOL_ESP = 3 };

enum { LEAST_TOKEN = 16, LONGEST_TOKEN = 128, LONGEST_COOKIE = 64 };

struct payload invalid_ike_spi(void);
struct payload invalid_spi(struct arena *arena, uint32_t spi);
struct payload qcd_token(struct octets token);
struct payload cookie_payload(struct octets cookie);
struct payload vendor_id(void);

bool is_notify(const struct payload *payload, uint16_t type);

/* The first of a type, or NULL. */
const struct payload *notify_in(const struct payloads *payloads, uint16_t type);

/* QCD-4.1-2: what is wrong with a token, or NULL: SPI size zero, 16 to 128 octets, and protocol ID 1 if that is strict. */
const char *token_flaw(const struct payload *payload, bool strict_protocol_id);

/* BASE-2.6-4: 1 to 64 octets; what else is called a cookie is none. */
bool cookie_is_sound(const struct payload *payload);

/* SIR-5-1 */
bool is_vendor_id(const struct payload *payload);

/* The child SPI that an INVALID_SPI reports, in its data of 4 octets. */
const char *invalid_spi_flaw(const struct payload *payload);
bool invalid_spi_in(const struct payloads *payloads, uint32_t *spi);

/* The first cookie that is one, or NULL. */
const struct payload *cookie_in(const struct payloads *payloads);

enum subtype { QUERY = 0, ACK = 1, NACK = 2, LONE_COOKIE = 3 };

/* What CHECK_SPI says (SIR-6-1): of an IKE SA, of a child SA, or, with a lone cookie, of none. */
struct check_spi {
    enum subtype subtype;
    enum { ABOUT_NONE, ABOUT_IKE_SA, ABOUT_CHILD_SA } about;
    struct ike_spis spis;
    uint32_t child;
    struct octets cookie;
};

/* What is wrong with it, or NULL (SIR-6-2). */
const char *check_spi_read(const struct payload *payload, struct check_spi *check);

/* The first that is no lone cookie, else the first, or NULL. */
const struct payload *check_spi_in(const struct payloads *payloads);
struct payload check_spi_write(struct arena *arena, const struct check_spi *check);

struct check_spi check_ike(enum subtype subtype, const struct ike_spis *spis, struct octets cookie);
struct check_spi check_child(enum subtype subtype, uint32_t child);
struct check_spi lone_cookie(struct octets cookie);

#endif
