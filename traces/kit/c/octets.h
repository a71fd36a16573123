/* Octet strings, and the names that IPsec is made of: SPIs, addresses, ends. */
#ifndef KIT_OCTETS_H
#define KIT_OCTETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"

struct octets {
    const uint8_t *at;
    size_t n;
};

/* SPI-I (8) and SPI-R (8): the name of an IKE SA. */
struct ike_spis {
    uint8_t at[16];
};

/* 4 octets, or 16: an IPv4 address that is written as IPv6 is that IPv4 address. */
struct address {
    uint8_t n;
    uint8_t at[16];
};

/* Port 0: there is none, as for ESP and AH that are not in UDP. */
struct end {
    struct address address;
    uint16_t port;
};

LIST(spis_list, struct ike_spis);

struct octets octets_of(const void *at, size_t n);
struct octets octets_copy(struct arena *arena, const void *at, size_t n);
bool octets_equal(struct octets a, struct octets b);

/* In a time that depends on the lengths only, and these anybody sees (QCD-5-5): for tokens, digests and cookies. */
bool octets_equal_in_constant_time(struct octets a, struct octets b);

uint16_t get16(const uint8_t *at);
uint32_t get32(const uint8_t *at);
void put16(uint8_t *at, uint16_t value);
void put32(uint8_t *at, uint32_t value);

bool spis_equal(const struct ike_spis *a, const struct ike_spis *b);
int spis_order(const struct ike_spis *a, const struct ike_spis *b);

bool address_equal(const struct address *a, const struct address *b);
int address_order(const struct address *a, const struct address *b); /* IPv4 first */
bool end_equal(const struct end *a, const struct end *b);

/* Sets of SPI pairs, sorted. Adding what is there and removing what is not changes nothing. */
bool spis_in(const struct spis_list *set, const struct ike_spis *spis);
void spis_add(struct arena *arena, struct spis_list *set, const struct ike_spis *spis);
void spis_remove(struct spis_list *set, const struct ike_spis *spis);

#endif
