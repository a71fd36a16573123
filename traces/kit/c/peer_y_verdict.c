/* Peer Y and what X says: in the clear only with Y's cookie, under an IKE SA without. */
#include "peer_y.h"

enum place { AN_ANSWER, AN_OFFER, NOWHERE };

/* Where a verdict may stand: in an answer (READING-9), and on the first message of a new IKE SA as an offer (SIR-3.5-5). */
static enum place place_of(const struct policy *policy, const struct header *header, enum subtype subtype) {
    if (!(header->flags & FLAG_RESPONSE)) return header->exchange == IKE_SA_INIT && subtype == NACK ? AN_OFFER : NOWHERE;
    switch (header->exchange) {
    case INFORMATIONAL: return AN_ANSWER;
    case IKE_SESSION_RESUME: return policy->sir.tickets ? AN_ANSWER : NOWHERE;
    case IKE_SA_INIT: return policy->sir.collapsed ? AN_ANSWER : NOWHERE;
    default: return NOWHERE;
    }
}

/* SIR-3.2.2-10: keep the SA. A wait (SIR-3.2.3-1), and what began on a hint (READING-22), are over; what X was sure of is the
   daemon's by now. */
static void on_ack(const struct policy *policy, struct peer_y *state, const struct message *message, const struct sa *sa, struct step *step) {
    const struct recovery *recovery = recovery_of(state, &sa->spis);
    if (recovery && recovery->pause > 0 && policy->sir.wait_checks) {
        log_line(step, "RECOVERY_UNDER_WAY", "SIR-3.2.3-3"); /* anybody who reads the question can say it */
        return;
    }
    log_line(step, "PEER_HAS_THE_SA", "SIR-3.2.2-10 SIR-3.2.2-9");
    if (recovery && recovery->pause > 0) because(step, "SIR-3.2.3-1");
    if (recovery && !recovery->sure && message->header.exchange == IKE_SA_INIT) because(step, "SIR-9-1");
    if (recovery && (recovery->pause > 0 || !recovery->sure)) recovery_end(state, &sa->spis);
    dampen(policy, state, policy->sir.by_ack, sa->identity, step);
}

/* SIR-3.2.3-3: under the old IKE SA, which only X can answer; a request that is out goes once more. */
static void ask_for_life(struct peer_y *state, const struct sa *sa, struct step *step) {
    because(step, "SIR-3.2.3-3");
    if (check_of(&state->liveness, &sa->spis)) {
        act(step, RETRANSMIT)->spis = sa->spis;
        because(step, "BASE-2.1-1");
    } else {
        check_start(&state->liveness, &sa->spis, step);
    }
}

static void on_nack(const struct policy *policy, struct peer_y *state, const struct message *message, const struct sa *sa, struct octets cookie, struct step *step) {
    const struct recovery *before = recovery_of(state, &sa->spis);
    if (before && before->sure) {
        log_line(step, "RECOVERY_UNDER_WAY", "SIR-3.2.2-11");
        return;
    }
    because(step, "SIR-2.2-1 SIR-3.2.2-9");
    /* READING-22: the collapsed exchange is answered, or it goes on without the ticket. */
    if (before && message->header.exchange == IKE_SA_INIT) because(step, "SIR-9-1");
    else if (before && policy->sir.tickets) because(step, "SIR-3.3.3-8");
    struct recovery recovery = {.spis = sa->spis, .pause = policy->sir.delay, .sure = true};
    if (recovery.pause > 0) {
        recovery.cookie = cookie;
        because(step, "SIR-3.2.3-1");
        if (policy->sir.wait_checks) ask_for_life(state, sa, step);
    } else {
        initiate(sa, cookie, step);
        because(step, "SIR-3.2.2-11");
        if (cookie.n) because(step, "SIR-3.2.2-12");
    }
    recovery_begin(state, &recovery, step);
}

/* SIR-3.5-5: X is a mandatory initiator. */
static void on_offer(const struct policy *policy, struct peer_y *state, const struct event *event, const struct sa *sa, struct step *step) {
    const struct recovery *before = recovery_of(state, &sa->spis);
    if (!policy->sir.accepts_offers) {
        log_line(step, "OFFER_DECLINED", "SIR-3.5-5");
    } else if (before && before->sure) { /* also one that waits */
        log_line(step, "RECOVERY_UNDER_WAY", "SIR-3.2.2-11");
    } else {
        struct recovery recovery = {.spis = sa->spis, .sure = true};
        struct effect *effect = act(step, ACCEPT);
        effect->from = event->from;
        *list_append(step->arena, &effect->payloads) = vendor_id();
        because(step, "SIR-3.5-5 SIR-5-1");
        recovery_begin(state, &recovery, step);
    }
}

/* A verdict about an IKE SA that is there. */
static void on_fitting(const struct policy *policy, struct peer_y *state, const struct event *event, const struct message *message,
                       const struct check_spi *check, const struct sa *sa, bool offer, struct step *step) {
    if (is_damped(state, sa)) {
        log_line(step, "PEER_DAMPENED", "SIR-4.2-1");
        return;
    }
    because(step, "SIR-4-1");
    if (!limiter_take(step->arena, &state->verified, policy->verifications, policy->sources, &event->from.address)) {
        log_line(step, "VERIFICATIONS_LIMITED", "");
        return;
    }
    /* READING-15: with the two ends as we see them, swapped. */
    if (!query_cookie_fits(&state->secrets, check->cookie, &check->spis, &event->to, &event->from)) {
        log_line(step, "COOKIE_INVALID", offer ? "SIR-3.5-5" : "SIR-3.2.2-9");
        dampen(policy, state, policy->sir.by_cookie, sa->identity, step);
        return;
    }
    const struct payload *cookie = cookie_in(&message->payloads);
    struct octets own = cookie ? cookie->data : octets_of(NULL, 0);
    if (offer) on_offer(policy, state, event, sa, step);
    else if (check->subtype == ACK) on_ack(policy, state, message, sa, step);
    else on_nack(policy, state, message, sa, own, step);
}

void on_verdict(const struct policy *policy, struct peer_y *state, const struct event *event, const struct message *message, const struct payload *payload, struct step *step) {
    struct check_spi check;
    if (check_spi_read(payload, &check)) {
        log_line(step, "CHECK_SPI_MALFORMED", "SIR-6-2");
    } else if (check.subtype == QUERY) {
        log_line(step, "NOT_FOR_THIS_ROLE", "SIR-3.2.1-1");
    } else if (check.about == ABOUT_CHILD_SA) {
        log_line(step, "QUERY_NOT_PROTECTED", "SIR-3.4.2-3");
    } else {
        enum place place = place_of(policy, &message->header, check.subtype);
        const struct sa *sa = table_find(&state->liveness.sas, &check.spis);
        if (place == NOWHERE) log_line(step, "NOT_IN_THIS_EXCHANGE", "SIR-3.2.2-9");
        else if (!sa || !sa->established) log_line(step, "NO_SUCH_IKE_SA", place == AN_OFFER ? "SIR-3.5-5" : "SIR-3.2.2-9");
        else on_fitting(policy, state, event, message, &check, sa, place == AN_OFFER, step);
    }
}

/* SIR-3.4.1-2, where that departs from BASE-2.21.4-8: a child SA that Y sends with is gone at X, under whichever of the IKE
   SAs between the two it is. */
static void drop_child(struct peer_y *state, uint32_t spi, struct octets identity, struct step *step, const char *ids) {
    bool any = false;
    for (size_t i = 0; i < state->liveness.sas.n; i++) {
        struct sa *sa = &state->liveness.sas.at[i];
        if (!octets_equal(sa->identity, identity)) continue;
        for (const struct child *child; (child = sa_sending(sa, spi)) != NULL; any = true) {
            delete_child_sa(step, sa, *child);
            sa_forget_child(sa, child->in);
        }
    }
    because(step, "SIR-2.2-1");
    because(step, ids);
    if (!any) log_line(step, "NO_SUCH_CHILD_SA", "");
}

/* An answer about a child SA; or, to a ticket for an IKE SA that X has, a request or an answer about this one. */
static void on_protected_check(const struct policy *policy, struct peer_y *state, const struct event *event, bool recovering, const struct payload *payload, struct step *step) {
    struct check_spi check;
    struct octets identity = table_find(&state->liveness.sas, &event->spis)->identity;
    if (check_spi_read(payload, &check)) {
        log_line(step, "CHECK_SPI_MALFORMED", "SIR-6-2");
        return;
    }
    bool child = check.about == ABOUT_CHILD_SA;
    bool this_one = check.about == ABOUT_IKE_SA && spis_equal(&check.spis, &event->spis) && recovering;
    if (check.subtype == NACK && child && event->response) {
        drop_child(state, check.child, identity, step, "SIR-3.4.2-2");
    } else if (check.subtype == ACK && ((child && event->response) || this_one)) {
        log_line(step, "PEER_HAS_THE_SA", child ? "SIR-3.4.2-2" : "SIR-3.3.3-3");
        if (this_one) recovery_end(state, &event->spis);
        dampen(policy, state, policy->sir.by_ack, identity, step);
    }
}

void on_protected_verdicts(const struct policy *policy, struct peer_y *state, const struct event *event, bool recovering, struct step *step) {
    uint32_t spi;
    const struct payload *check = check_spi_in(&event->payloads);
    const struct sa *sa = table_find(&state->liveness.sas, &event->spis);
    if (!sa->established) return; /* it has no child, and nobody has said yet who he is */
    struct octets identity = sa->identity;
    if (!event->response && invalid_spi_in(&event->payloads, &spi)) drop_child(state, spi, identity, step, "SIR-3.4.1-2");
    if (check) on_protected_check(policy, state, event, recovering, check, step);
}
