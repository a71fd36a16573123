/* IKEv2 alone, at the peer that kept its IKE SAs: hints, and the liveness checks that they start (RFC 7296, 2.4, 2.21.4).
   Taker and peer Y have all of this too. */
#ifndef KIT_LIVENESS_H
#define KIT_LIVENESS_H

#include "table.h"

struct check {
    struct ike_spis spis;
    uint32_t sent; /* transmissions */
    uint32_t age;  /* ticks since the last one */
};

/* By their SPIs. */
LIST(checks, struct check);

/* LIST(matches, ...): IKE SAs that a hint may mean, in the order of the table. */
LIST(matches, struct sa *);

struct liveness {
    struct sas sas;
    struct checks checks;
    uint32_t hinted; /* checks that hints started since the last tick */
    struct spis_list heard;
};

void baseline_step(const struct policy *policy, struct liveness *state, const struct event *event, struct step *step);

/* The parts of it, for roles that do more. */

const struct check *check_of(const struct liveness *state, const struct ike_spis *spis);
void check_start(struct liveness *state, const struct ike_spis *spis, struct step *step);
void check_end(struct liveness *state, const struct ike_spis *spis);

/* An IKE SA is gone, and with it its check. */
void liveness_remove(struct liveness *state, const struct ike_spis *spis);

/* All that is no message of IKE: news of the daemon, reboot, traffic and time. NONE if it is none of these. */
enum news liveness_other(const struct policy *policy, struct liveness *state, const struct event *event, struct step *step);

/* A verified message: its IKE SA is alive (BASE-2.4-7). False, and logged, if there is no such SA. */
bool liveness_protected(const struct policy *policy, struct liveness *state, const struct event *event, struct step *step);

/* BASE-2.4-7: a request of INFORMATIONAL has to be answered. */
void liveness_answer(const struct event *event, struct step *step);

/* IKE SAs that a message in the clear puts in doubt (READING-24), and whether it has a hint at all. */
bool hint_of(const struct liveness *state, const struct message *message, struct step *step, struct matches *matches);

/* One of them: a check is started, within limits. */
void hint_take(const struct policy *policy, struct liveness *state, const struct sa *sa, struct step *step);

/* Whether a message is of an exchange in which nobody speaks of an SA that stands (READING-17). */
bool creates_ike_sa(const struct message *message);

bool is_encrypted(const struct message *message);

#endif
