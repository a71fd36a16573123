/* SHA-256 (FIPS 180-4), which every token, digest and cookie of the kit is made with. */
#ifndef KIT_SHA256_H
#define KIT_SHA256_H

#include <stddef.h>
#include <stdint.h>

enum { SHA256_OCTETS = 32 };

struct sha256 {
    uint32_t h[8];
    uint64_t length; /* octets so far */
    uint8_t block[64];
};

void sha256_begin(struct sha256 *sha);
void sha256_add(struct sha256 *sha, const void *octets, size_t n);
void sha256_end(struct sha256 *sha, uint8_t digest[SHA256_OCTETS]);

#endif
