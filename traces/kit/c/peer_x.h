/* draft-detienne-ikev2-recovery-03 at X, the peer that may have lost its IKE SAs, and is asked. */
#ifndef KIT_PEER_X_H
#define KIT_PEER_X_H

#include "answers.h"

/* SIR-3.7-1: a child SPI that a Delete, which may be sent again, has ended. */
struct lingering {
    uint32_t spi, ticks;
};

LIST(lingering_list, struct lingering);

struct peer_x {
    struct answers answers;
    uint32_t told;           /* answers to a QUERY since the last tick */
    struct limiter verified; /* cookies compared */
    struct limiter offered;  /* IKE SAs offered by a mandatory initiator */
    struct secrets secrets;  /* of its own cookies */
    struct lingering_list lingering; /* by SPI */
    struct spis_list elsewhere; /* alive on other members (SIR-3.2.1-2) */
};

void peer_x_step(const struct policy *policy, struct peer_x *state, const struct event *event, struct step *step);

/* The parts of it. */

/* X's own cookie for who is at an end, or nothing without a secret. */
struct octets x_cookie(const struct peer_x *state, const struct end *to, struct step *step);

/* Whether one more verdict may be given; counts nothing. Without a limit of their own verdicts are answers. */
bool verdict_allowed(const struct policy *policy, const struct peer_x *state, const struct address *source);
void verdict_count(const struct policy *policy, struct peer_x *state, const struct address *source, struct step *step);

/* Compares our own cookie that came back; logs why not. */
bool is_there(const struct policy *policy, struct peer_x *state, const struct end *from, struct octets cookie, struct step *step, const char *ids);

/* Who asks from there has shown that he is there. */
struct effect *accept_from(const struct end *from, struct step *step);

/* A message in the clear with CHECK_SPI. */
void on_check(const struct policy *policy, struct peer_x *state, const struct event *event, const struct message *message, const struct payload *payload, struct step *step);

/* A request of IKE_SA_INIT with a cookie. */
void on_cookie(const struct policy *policy, struct peer_x *state, const struct event *event, const struct payload *cookie, struct step *step);

void on_ticket(const struct policy *policy, struct peer_x *state, const struct event *event, struct step *step);

#endif
