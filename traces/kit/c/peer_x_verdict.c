/* Peer X and what it is asked: ACK or NACK, and its own cookie when that comes back. */
#include "peer_x.h"

struct octets x_cookie(const struct peer_x *state, const struct end *to, struct step *step) {
    const struct secret *secret = secret_newest(&state->secrets);
    if (!secret) return octets_of(NULL, 0);
    uint8_t *cookie = arena_take(step->arena, COOKIE_OCTETS);
    own_cookie(cookie, secret, to);
    return octets_of(cookie, COOKIE_OCTETS);
}

bool verdict_allowed(const struct policy *policy, const struct peer_x *state, const struct address *source) {
    if (policy->sir.verdicts) return state->told < policy->sir.verdicts;
    return answer_refused(policy, &state->answers, source) == ADMITTED;
}

void verdict_count(const struct policy *policy, struct peer_x *state, const struct address *source, struct step *step) {
    if (policy->sir.verdicts) state->told++;
    else answer_count(policy, &state->answers, source, step);
}

static bool is_listed(const struct addresses *list, const struct address *address) {
    for (size_t i = 0; i < list->n; i++)
        if (address_equal(&list->at[i], address)) return true;
    return false;
}

/* SIR-3.5-1: a mandatory initiator offers a new IKE SA in place of the plain NACK, and does not repeat it (SIR-3.5-6). */
static void offer(const struct event *event, const struct check_spi *verdict, struct step *step) {
    struct effect *effect = act(step, INITIATE);
    effect->spis = verdict->spis;
    effect->from = event->to;
    effect->to = event->from;
    *list_append(step->arena, &effect->payloads) = vendor_id();
    *list_append(step->arena, &effect->payloads) = check_spi_write(step->arena, verdict);
    because(step, "SIR-3.2.2-5 SIR-3.5-1 SIR-3.5-2 SIR-3.5-6 SIR-5-1");
}

static const char *const VERDICT = "BASE-2.21.4-1 SIR-3.2.1-1 SIR-3.2.2-7 SIR-3.2.2-8 SIR-4-1";

/* The answer to a question in the clear: ACK or NACK, with the asker's cookie as it came (SIR-3.2.2-8). */
static void tell(const struct policy *policy, struct peer_x *state, const struct event *event, const struct message *message, const struct check_spi *query, bool collapsed, struct step *step) {
    const struct address *source = &event->from.address;
    bool another = spis_in(&state->elsewhere, &query->spis); /* SIR-3.2.1-2: the members of a cluster are one peer */
    bool has = another || existing(policy, &state->answers, &query->spis);
    struct check_spi verdict = check_ike(has ? ACK : NACK, &query->spis, query->cookie);
    if (!verdict_allowed(policy, state, source)) {
        log_line(step, "ANSWERS_LIMITED", "BASE-2.21.4-1 SIR-4-1");
        return;
    }
    if (!has && is_listed(&policy->sir.initiates_to, source)) {
        if (!limiter_take(step->arena, &state->offered, policy->sir.queries, EACH_SOURCE, source)) {
            log_line(step, "ANSWERS_LIMITED", "SIR-3.2.2-5");
            return;
        }
        verdict_count(policy, state, source, step);
        offer(event, &verdict, step);
        because(step, VERDICT);
        return;
    }
    struct octets cookie = policy->sir.own_cookie && !collapsed ? x_cookie(state, &event->from, step) : octets_of(NULL, 0);
    struct payloads payloads = {0};
    *list_append(step->arena, &payloads) = check_spi_write(step->arena, &verdict);
    if (cookie.n) *list_append(step->arena, &payloads) = cookie_payload(cookie);
    if (!answer_fits(policy, event, &payloads, 1, step)) return;
    verdict_count(policy, state, source, step);
    struct header header = answer_header(&message->header);
    answer_send(event, &header, &payloads, step);
    because(step, VERDICT);
    if (collapsed) because(step, "BASE-2.6-4 SIR-9-1");
    if (payloads.n > 1) because(step, "SIR-3.2.2-12");
    if (another) because(step, "SIR-3.2.1-2");
}

bool is_there(const struct policy *policy, struct peer_x *state, const struct end *from, struct octets cookie, struct step *step, const char *ids) {
    if (!limiter_take(step->arena, &state->verified, policy->verifications, policy->sources, &from->address)) {
        log_line(step, "VERIFICATIONS_LIMITED", "SIR-4-1");
        return false;
    }
    because(step, "SIR-4-1");
    if (own_cookie_fits(&state->secrets, cookie, from)) return true;
    log_line(step, "COOKIE_INVALID", ids);
    return false;
}

struct effect *accept_from(const struct end *from, struct step *step) {
    struct effect *effect = act(step, ACCEPT);
    effect->from = *from;
    *list_append(step->arena, &effect->payloads) = vendor_id();
    because(step, "SIR-5-1");
    return effect;
}

/* SIR-9-1, READING-19: the question on the first message of a new IKE SA, with the cookie that was beside the hint. */
static void on_collapsed(const struct policy *policy, struct peer_x *state, const struct event *event, const struct message *message, const struct check_spi *query, struct step *step) {
    const struct payload *cookie = cookie_in(&message->payloads);
    if (!verdict_allowed(policy, state, &event->from.address)) {
        log_line(step, "ANSWERS_LIMITED", "BASE-2.21.4-1 SIR-4-1");
        return;
    }
    if (!is_there(policy, state, &event->from, cookie->data, step, "BASE-2.6-4")) return;
    if (existing(policy, &state->answers, &query->spis) || spis_in(&state->elsewhere, &query->spis)) {
        tell(policy, state, event, message, query, true, step); /* READING-19: section 9 does not describe this case */
        return;
    }
    verdict_count(policy, state, &event->from.address, step);
    struct check_spi verdict = check_ike(NACK, &query->spis, query->cookie);
    struct effect *effect = accept_from(&event->from, step);
    *list_append(step->arena, &effect->payloads) = check_spi_write(step->arena, &verdict);
    because(step, "BASE-2.6-4 SIR-3.2.1-1 SIR-3.2.2-12 SIR-3.2.2-7 SIR-3.2.2-8 SIR-9-1");
}

void on_check(const struct policy *policy, struct peer_x *state, const struct event *event, const struct message *message, const struct payload *payload, struct step *step) {
    struct check_spi check;
    const struct header *header = &message->header;
    bool response = header->flags & FLAG_RESPONSE;
    bool first = header->exchange == IKE_SA_INIT && !response;
    if (check_spi_read(payload, &check)) {
        log_line(step, "CHECK_SPI_MALFORMED", "SIR-6-2");
    } else if (check.subtype != QUERY) {
        log_line(step, "NOT_A_QUERY", "SIR-3.2.1-1 SIR-3.2.2-7");
    } else if (check.about == ABOUT_CHILD_SA) {
        log_line(step, "QUERY_NOT_PROTECTED", "SIR-3.2.2-7 SIR-3.4.2-3");
    } else if (policy->sir.collapsed && first && cookie_in(&message->payloads)) {
        on_collapsed(policy, state, event, message, &check, step);
    } else if (response || header->exchange != INFORMATIONAL) {
        log_line(step, "NOT_IN_THIS_EXCHANGE", "SIR-3.2.2-7");
    } else {
        tell(policy, state, event, message, &check, false, step);
    }
}

/* SIR-3.2.2-12: our cookie, back in the first message of a new IKE SA. */
void on_cookie(const struct policy *policy, struct peer_x *state, const struct event *event, const struct payload *cookie, struct step *step) {
    if (!is_there(policy, state, &event->from, cookie->data, step, "BASE-2.6-4")) return;
    accept_from(&event->from, step);
    because(step, "BASE-2.6-4 SIR-3.2.2-12");
}
