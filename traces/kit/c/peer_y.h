/* draft-detienne-ikev2-recovery-03 at Y, the peer that kept its IKE SAs, and asks. */
#ifndef KIT_PEER_Y_H
#define KIT_PEER_Y_H

#include "limiter.h"
#include "liveness.h"

/* SIR-4.2-1: a peer whose messages in the clear are ignored for some ticks. */
struct damped {
    struct octets identity;
    uint32_t ticks;
};

/* By the identity. */
LIST(damped_list, struct damped);

/* An IKE SA that X said it does not have. */
struct recovery {
    struct ike_spis spis;
    uint32_t pause;       /* ticks until the new one is started, 0 when it is (SIR-3.2.3-1) */
    struct octets cookie; /* X's own, to be reflected then; may be empty */
    bool sure;            /* X said so with our cookie; else a hint is all there is (READING-22) */
};

/* By their SPIs. */
LIST(recoveries, struct recovery);

struct peer_y {
    struct liveness liveness;
    struct secrets secrets;   /* of its cookies */
    struct spis_list able;    /* IKE SAs whose peer sent the Vendor ID */
    struct limiter asked;     /* queries to each peer */
    struct limiter verified;  /* cookies compared */
    struct damped_list damped;
    struct recoveries recoveries;
};

void peer_y_step(const struct policy *policy, struct peer_y *state, const struct event *event, struct step *step);

/* The parts of it. */

struct recovery *recovery_of(const struct peer_y *state, const struct ike_spis *spis);
void recovery_end(struct peer_y *state, const struct ike_spis *spis);

/* Begins one, or turns one that was not sure into it. The old IKE SA stays. */
void recovery_begin(struct peer_y *state, const struct recovery *recovery, struct step *step);

/* SIR-3.2.2-11: a new IKE SA in place of this one, with X's cookie first if there is one (SIR-3.2.2-12). */
struct effect *initiate(const struct sa *sa, struct octets cookie, struct step *step);

bool is_damped(const struct peer_y *state, const struct sa *sa);

/* Dampens the peer of an IKE SA, if the policy has this for a reason (SIR-4.2-1). */
void dampen(const struct policy *policy, struct peer_y *state, bool reason, struct octets identity, struct step *step);

/* A message in the clear with a hint, or with none. */
void on_hint(const struct policy *policy, struct peer_y *state, const struct event *event, const struct message *message, struct step *step);

/* A message in the clear with CHECK_SPI that is no lone cookie. */
void on_verdict(const struct policy *policy, struct peer_y *state, const struct event *event, const struct message *message, const struct payload *payload, struct step *step);

/* What was under the protection of an IKE SA. */
void on_protected_verdicts(const struct policy *policy, struct peer_y *state, const struct event *event, bool recovering, struct step *step);

#endif
