#include "octets.h"

#include <string.h>

struct octets octets_of(const void *at, size_t n) {
    return (struct octets) {at, n};
}

struct octets octets_copy(struct arena *arena, const void *at, size_t n) {
    return (struct octets) {n ? memcpy(arena_take(arena, n), at, n) : NULL, n};
}

bool octets_equal(struct octets a, struct octets b) {
    return a.n == b.n && (a.n == 0 || memcmp(a.at, b.at, a.n) == 0);
}

bool octets_equal_in_constant_time(struct octets a, struct octets b) {
    if (a.n != b.n) return false;
    volatile uint8_t different = 0; /* so that no compiler stops at the first one */
    for (size_t i = 0; i < a.n; i++) different |= a.at[i] ^ b.at[i];
    return different == 0;
}

uint16_t get16(const uint8_t *at) {
    return (uint16_t) (at[0] << 8 | at[1]);
}

uint32_t get32(const uint8_t *at) {
    return (uint32_t) get16(at) << 16 | get16(at + 2);
}

void put16(uint8_t *at, uint16_t value) {
    at[0] = (uint8_t) (value >> 8);
    at[1] = (uint8_t) value;
}

void put32(uint8_t *at, uint32_t value) {
    put16(at, (uint16_t) (value >> 16));
    put16(at + 2, (uint16_t) value);
}

bool spis_equal(const struct ike_spis *a, const struct ike_spis *b) {
    return spis_order(a, b) == 0;
}

int spis_order(const struct ike_spis *a, const struct ike_spis *b) {
    return memcmp(a->at, b->at, sizeof a->at);
}

bool address_equal(const struct address *a, const struct address *b) {
    return address_order(a, b) == 0;
}

int address_order(const struct address *a, const struct address *b) {
    return a->n != b->n ? a->n - b->n : memcmp(a->at, b->at, a->n);
}

bool end_equal(const struct end *a, const struct end *b) {
    return a->port == b->port && address_equal(&a->address, &b->address);
}

/* Where the pair is, or would have to be put. */
static size_t place(const struct spis_list *set, const struct ike_spis *spis) {
    size_t i = 0;
    while (i < set->n && spis_order(&set->at[i], spis) < 0) i++;
    return i;
}

bool spis_in(const struct spis_list *set, const struct ike_spis *spis) {
    size_t i = place(set, spis);
    return i < set->n && spis_equal(&set->at[i], spis);
}

void spis_add(struct arena *arena, struct spis_list *set, const struct ike_spis *spis) {
    if (!spis_in(set, spis)) *list_open(arena, set, place(set, spis)) = *spis;
}

void spis_remove(struct spis_list *set, const struct ike_spis *spis) {
    if (spis_in(set, spis)) list_remove(set, place(set, spis));
}
