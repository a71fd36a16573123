/* Peer Y and the hints that anybody can send: they draw a question with a cookie, of which nothing is kept. */
#include "peer_y.h"

/* What was beside INVALID_IKE_SPI: X's own cookie, in either of its two places, if it is one. */
struct beside {
    bool unsound;                 /* one is there, and is none (BASE-2.6-4, READING-20) */
    struct octets lone, collapsed; /* of a ticket (SIR-3.3.3-1), and for the question on a new IKE SA (SIR-9-1) */
};

static struct beside beside(const struct message *message) {
    struct beside found = {0};
    struct check_spi check;
    const struct payload *lone = notify_in(&message->payloads, CHECK_SPI), *cookie = cookie_in(&message->payloads);
    if (lone) {
        check_spi_read(lone, &check); /* it is sound, or we were not here */
        found.unsound = check.cookie.n < 1 || check.cookie.n > LONGEST_COOKIE;
        if (!found.unsound) found.lone = check.cookie;
    }
    if (cookie) found.collapsed = cookie->data;
    else found.unsound |= notify_in(&message->payloads, COOKIE) != NULL;
    return found;
}

/* SIR-3.2.2-4: the question in the clear. Where it goes is READING-12. */
static void ask(const struct policy *policy, const struct event *event, const struct sa *sa, const struct secret *secret, struct step *step) {
    struct effect *effect = act(step, SEND);
    effect->from = policy->sir.query_to_source ? event->to : sa->here;
    effect->to = policy->sir.query_to_source ? event->from : sa->peer;
    uint8_t cookie[COOKIE_OCTETS];
    query_cookie(cookie, secret, &sa->spis, &effect->from, &effect->to);
    struct check_spi query = check_ike(QUERY, &sa->spis, octets_of(cookie, sizeof cookie));
    struct payloads payloads = {0};
    *list_append(step->arena, &payloads) = check_spi_write(step->arena, &query);
    struct header header = {.spis = sa->spis, .exchange = INFORMATIONAL, .flags = sa->initiator ? FLAG_INITIATOR : 0}; /* READING-9 */
    effect->datagram = datagram_write(step->arena, &header, &payloads, has_marker(effect->from.port, effect->to.port));
    because(step, "SIR-3.2.2-4 SIR-3.2.2-5 SIR-3.2.2-6 SIR-3.2.4-1");
}

/* SIR-3.3.3-2, SIR-9-1: a new IKE SA is begun at once, and the question rides on it. */
static void ask_on_new(struct peer_y *state, const struct sa *sa, const struct secret *secret, struct octets cookie, struct step *step) {
    uint8_t ours[COOKIE_OCTETS];
    query_cookie(ours, secret, &sa->spis, &sa->here, &sa->peer);
    struct check_spi query = check_ike(QUERY, &sa->spis, octets_of(ours, sizeof ours));
    struct effect *effect = initiate(sa, cookie, step);
    *list_append(step->arena, &effect->payloads) = check_spi_write(step->arena, &query);
    struct recovery recovery = {.spis = sa->spis, .sure = false};
    recovery_begin(state, &recovery, step);
    because(step, "BASE-2.21.4-3 SIR-3.2.2-5");
}

/* What comes before any question: false, and logged, if none is asked about this IKE SA. */
static bool may_ask(const struct policy *policy, struct peer_y *state, const struct sa *sa, struct step *step) {
    if (is_damped(state, sa)) {
        log_line(step, "PEER_DAMPENED", "SIR-4.2-1");
    } else if (recovery_of(state, &sa->spis)) {
        log_line(step, "RECOVERY_UNDER_WAY", "SIR-3.2.2-11");
    } else if (!spis_in(&state->able, &sa->spis)) {
        because(step, "SIR-3.3.2-1 SIR-5-1"); /* IKEv2's own means */
        hint_take(policy, &state->liveness, sa, step);
    } else {
        return true;
    }
    return false;
}

static bool take_query(const struct policy *policy, struct peer_y *state, const struct sa *sa, struct step *step, const char *ids) {
    if (limiter_take(step->arena, &state->asked, policy->sir.queries, EACH_SOURCE, &sa->peer.address)) return true;
    log_line(step, "QUERIES_LIMITED", ids);
    return false;
}

static void on_invalid_ike_spi(const struct policy *policy, struct peer_y *state, const struct event *event, const struct message *message, struct step *step) {
    const struct sa *sa = table_find(&state->liveness.sas, &message->header.spis);
    if (!sa || !sa->established) {
        log_line(step, sa ? "IKE_SA_HALF_OPEN" : "NO_SUCH_IKE_SA", "SIR-3.2.2-4");
        return;
    }
    if (!may_ask(policy, state, sa, step)) return;
    const struct secret *secret = secret_newest(&state->secrets);
    if (!secret) {
        log_line(step, "NO_COOKIE_SECRET", "SIR-3.2.4-1");
        return;
    }
    if (!take_query(policy, state, sa, step, "SIR-3.2.2-5 SIR-4-1")) return;
    struct beside found = beside(message);
    if (policy->sir.tickets && found.lone.n) {
        ask_on_new(state, sa, secret, found.lone, step);
        because(step, "SIR-3.3-1 SIR-3.3.3-2");
    } else if (policy->sir.collapsed && found.collapsed.n) {
        ask_on_new(state, sa, secret, found.collapsed, step);
        because(step, "SIR-9-1");
    } else {
        ask(policy, event, sa, secret, step);
        if (found.unsound) because(step, "BASE-2.6-4");
        if (found.lone.n) because(step, "SIR-3.3.3-5");
    }
}

/* SIR-3.4.2-2: about a child SA the question goes under its IKE SA. */
static void on_invalid_spi(const struct policy *policy, struct peer_y *state, uint32_t spi, struct step *step) {
    bool any = false;
    for (size_t i = 0; i < state->liveness.sas.n; i++) {
        const struct sa *sa = &state->liveness.sas.at[i];
        if (!sa_sending(sa, spi)) continue;
        any = true;
        if (!may_ask(policy, state, sa, step) || !take_query(policy, state, sa, step, "SIR-3.2.2-5 SIR-4.1-2")) continue;
        struct check_spi query = check_child(QUERY, spi);
        struct effect *effect = send_protected(step, &sa->spis, INFORMATIONAL, false);
        *list_append(step->arena, &effect->payloads) = check_spi_write(step->arena, &query);
        because(step, "SIR-3.2.2-5 SIR-3.4.2-2 SIR-3.4.2-3 SIR-4.1-2");
    }
    if (!any) log_line(step, "NO_SUCH_IKE_SA", "SIR-3.4.2-2");
}

void on_hint(const struct policy *policy, struct peer_y *state, const struct event *event, const struct message *message, struct step *step) {
    uint32_t spi;
    if (creates_ike_sa(message)) log_line(step, "NO_HINT", "BASE-1.5-2"); /* READING-17 */
    else if (invalid_spi_in(&message->payloads, &spi)) on_invalid_spi(policy, state, spi, step);
    else if (notify_in(&message->payloads, INVALID_IKE_SPI)) on_invalid_ike_spi(policy, state, event, message, step);
    else log_line(step, "NO_HINT", "BASE-1.5-2");
}
