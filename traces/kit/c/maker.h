/* RFC 6290 at the peer that may lose its IKE SAs: it hands tokens out under an SA, and shows them when the SA is lost. */
#ifndef KIT_MAKER_H
#define KIT_MAKER_H

#include "answers.h"

/* QCD-8.2-1: which IKE SA a child SPI that this peer receives on belongs or belonged to; survives a crash. */
struct mapped {
    uint32_t spi;
    struct ike_spis spis;
};

/* By the child SPI. */
LIST(child_map, struct mapped);

struct maker {
    struct answers answers;
    struct secrets secrets;
    struct spis_list elsewhere; /* alive on other members (QCD-9.2-3) */
    struct child_map child_map;
};

void maker_step(const struct policy *policy, struct maker *state, const struct event *event, struct step *step);

#endif
