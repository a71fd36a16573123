#include "token.h"

#include <string.h>

void token_make(uint8_t token[SHA256_OCTETS], const struct secret *secret, const struct ike_spis *spis, const struct address *taker) {
    struct sha256 sha;
    sha256_begin(&sha);
    sha256_add(&sha, secret->at, SECRET_OCTETS);
    sha256_add(&sha, spis->at, sizeof spis->at);
    if (taker) sha256_add(&sha, taker->at, taker->n);
    sha256_end(&sha, token);
}

void token_digest(struct octets token, uint8_t digest[SHA256_OCTETS]) {
    struct sha256 sha;
    sha256_begin(&sha);
    sha256_add(&sha, token.at, token.n);
    sha256_end(&sha, digest);
}

/* The version of the secret, and a hash that begins with half of it and the subtype that it is for. */
static void cookie_begin(uint8_t cookie[COOKIE_OCTETS], struct sha256 *sha, const struct secret *secret, uint8_t subtype) {
    put32(cookie, secret->generation);
    sha256_begin(sha);
    sha256_add(sha, secret->at, SECRET_OCTETS / 2);
    sha256_add(sha, &subtype, 1);
}

static void add_port(struct sha256 *sha, uint16_t port) {
    uint8_t octets[2];
    put16(octets, port);
    sha256_add(sha, octets, sizeof octets);
}

void query_cookie(uint8_t cookie[COOKIE_OCTETS], const struct secret *secret, const struct ike_spis *spis, const struct end *y, const struct end *x) {
    struct sha256 sha;
    cookie_begin(cookie, &sha, secret, 0);
    sha256_add(&sha, spis->at, sizeof spis->at);
    sha256_add(&sha, y->address.at, y->address.n);
    sha256_add(&sha, x->address.at, x->address.n);
    add_port(&sha, y->port);
    add_port(&sha, x->port);
    sha256_end(&sha, cookie + 4);
}

void own_cookie(uint8_t cookie[COOKIE_OCTETS], const struct secret *secret, const struct end *to) {
    struct sha256 sha;
    cookie_begin(cookie, &sha, secret, 3);
    sha256_add(&sha, to->address.at, to->address.n);
    add_port(&sha, to->port);
    sha256_end(&sha, cookie + 4);
}

/* The secret that a cookie says it was made with, if it has the length of one and we still have it. */
static const struct secret *secret_named(const struct secrets *secrets, struct octets cookie) {
    return cookie.n == COOKIE_OCTETS ? secret_of(secrets, get32(cookie.at)) : NULL;
}

bool query_cookie_fits(const struct secrets *secrets, struct octets cookie, const struct ike_spis *spis, const struct end *y, const struct end *x) {
    const struct secret *secret = secret_named(secrets, cookie);
    if (!secret) return false;
    uint8_t ours[COOKIE_OCTETS];
    query_cookie(ours, secret, spis, y, x);
    return octets_equal_in_constant_time(cookie, octets_of(ours, sizeof ours));
}

bool own_cookie_fits(const struct secrets *secrets, struct octets cookie, const struct end *to) {
    const struct secret *secret = secret_named(secrets, cookie);
    if (!secret) return false;
    uint8_t ours[COOKIE_OCTETS];
    own_cookie(ours, secret, to);
    return octets_equal_in_constant_time(cookie, octets_of(ours, sizeof ours));
}

const struct secret *secret_of(const struct secrets *secrets, uint32_t generation) {
    for (size_t i = 0; i < secrets->n; i++)
        if (secrets->at[i].generation == generation) return &secrets->at[i];
    return NULL;
}

const struct secret *secret_newest(const struct secrets *secrets) {
    return secrets->n ? &secrets->at[0] : NULL;
}

bool secret_roll(struct arena *arena, struct secrets *secrets, const struct secret *fresh, size_t kept) {
    if (secrets->n && fresh->generation <= secrets->at[0].generation) return false;
    *list_open(arena, secrets, 0) = *fresh;
    if (secrets->n > kept) secrets->n = kept;
    return true;
}
