#include "limiter.h"

static size_t place(const struct counted_list *sources, const struct address *address) {
    size_t i = 0;
    while (i < sources->n && address_order(&sources->at[i].address, address) < 0) i++;
    return i;
}

/* The count that stands for a source, or NULL if it would get one of its own. */
static const uint32_t *count_of(const struct limiter *limiter, uint32_t sources, const struct address *address) {
    size_t i = place(&limiter->sources, address);
    if (i < limiter->sources.n && address_equal(&limiter->sources.at[i].address, address)) return &limiter->sources.at[i].count;
    return limiter->sources.n < sources ? NULL : &limiter->others;
}

bool limiter_allows(const struct limiter *limiter, uint32_t limit, uint32_t sources, const struct address *address) {
    const uint32_t *count = count_of(limiter, sources, address);
    return limit == 0 || !count || *count < limit;
}

void limiter_count(struct arena *arena, struct limiter *limiter, uint32_t limit, uint32_t sources, const struct address *address) {
    if (limit == 0) return;
    size_t i = place(&limiter->sources, address);
    const uint32_t *count = count_of(limiter, sources, address);
    if (!count) *list_open(arena, &limiter->sources, i) = (struct counted) {*address, 1};
    else if (count == &limiter->others) limiter->others++;
    else limiter->sources.at[i].count++;
}

bool limiter_take(struct arena *arena, struct limiter *limiter, uint32_t limit, uint32_t sources, const struct address *address) {
    if (!limiter_allows(limiter, limit, sources, address)) return false;
    limiter_count(arena, limiter, limit, sources, address);
    return true;
}
