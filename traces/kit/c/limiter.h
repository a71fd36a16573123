/* Counts for each source since the last tick, of no more sources than the policy tells apart: the others share one. */
#ifndef KIT_LIMITER_H
#define KIT_LIMITER_H

#include "octets.h"

/* As many sources as there are. */
#define EACH_SOURCE UINT32_MAX

struct counted {
    struct address address;
    uint32_t count;
};

LIST(counted_list, struct counted);

struct limiter {
    struct counted_list sources; /* by address; ports do not count */
    uint32_t others;
};

/* Whether one more of this source is within a limit. 0 is none, and then nothing is counted. */
bool limiter_allows(const struct limiter *limiter, uint32_t limit, uint32_t sources, const struct address *address);

/* Counts one that was allowed. */
void limiter_count(struct arena *arena, struct limiter *limiter, uint32_t limit, uint32_t sources, const struct address *address);

/* Both in one. What is refused changes nothing. */
bool limiter_take(struct arena *arena, struct limiter *limiter, uint32_t limit, uint32_t sources, const struct address *address);

#endif
