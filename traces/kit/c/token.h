/* Secrets with generations, and what is computed from them: tokens (RFC 6290, 5) and stateless cookies. */
#ifndef KIT_TOKEN_H
#define KIT_TOKEN_H

#include "octets.h"
#include "sha256.h"

enum { SECRET_OCTETS = 32, COOKIE_OCTETS = 4 + SHA256_OCTETS };

struct secret {
    uint32_t generation;
    uint8_t at[SECRET_OCTETS];
};

/* Newest first. */
LIST(secrets, struct secret);

/* Method 5.1 (QCD-5.1-1): no address. Method 5.2 (QCD-5.2-1): that of the taker. */
void token_make(uint8_t token[SHA256_OCTETS], const struct secret *secret, const struct ike_spis *spis, const struct address *taker);

/* What a taker keeps of a token (QCD-9.1-2): the digest. */
void token_digest(struct octets token, uint8_t digest[SHA256_OCTETS]);

/* Y's, in a QUERY that goes from Y to X (SIR-3.2.4-1, READING-8). */
void query_cookie(uint8_t cookie[COOKIE_OCTETS], const struct secret *secret, const struct ike_spis *spis, const struct end *y, const struct end *x);

/* X's own, that goes to an end (READING-13). */
void own_cookie(uint8_t cookie[COOKIE_OCTETS], const struct secret *secret, const struct end *to);

/* Whether it was made with one of these secrets. */
bool query_cookie_fits(const struct secrets *secrets, struct octets cookie, const struct ike_spis *spis, const struct end *y, const struct end *x);
bool own_cookie_fits(const struct secrets *secrets, struct octets cookie, const struct end *to);

/* The one of a generation, or NULL. */
const struct secret *secret_of(const struct secrets *secrets, uint32_t generation);

/* The newest one, or NULL. */
const struct secret *secret_newest(const struct secrets *secrets);

/* A newer one comes first, and no more than so many are kept; one that is not newer changes nothing: false. */
bool secret_roll(struct arena *arena, struct secrets *secrets, const struct secret *fresh, size_t kept);

#endif
