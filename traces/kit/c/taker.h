/* RFC 6290 at the peer that kept its IKE SAs: tokens are kept under an SA, and one shown in the clear ends it. */
#ifndef KIT_TAKER_H
#define KIT_TAKER_H

#include "limiter.h"
#include "liveness.h"

struct taker {
    struct liveness liveness;
    struct limiter verified; /* comparisons for each source */
};

void taker_step(const struct policy *policy, struct taker *state, const struct event *event, struct step *step);

/* QCD-4.5-4: whether any of these tokens has one of these digests; in a time that only their numbers decide (QCD-5-5). */
bool tokens_match(const struct digests *kept, const struct digests *presented);

#endif
