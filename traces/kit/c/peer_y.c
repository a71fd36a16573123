#include "peer_y.h"

#include <string.h>

static size_t place(const struct recoveries *recoveries, const struct ike_spis *spis) {
    size_t i = 0;
    while (i < recoveries->n && spis_order(&recoveries->at[i].spis, spis) < 0) i++;
    return i;
}

struct recovery *recovery_of(const struct peer_y *state, const struct ike_spis *spis) {
    size_t i = place(&state->recoveries, spis);
    return i < state->recoveries.n && spis_equal(&state->recoveries.at[i].spis, spis) ? &state->recoveries.at[i] : NULL;
}

void recovery_end(struct peer_y *state, const struct ike_spis *spis) {
    if (recovery_of(state, spis)) list_remove(&state->recoveries, place(&state->recoveries, spis));
}

void recovery_begin(struct peer_y *state, const struct recovery *recovery, struct step *step) {
    recovery_end(state, &recovery->spis);
    *list_open(step->arena, &state->recoveries, place(&state->recoveries, &recovery->spis)) = *recovery;
    if (recovery->sure && !recovery->pause) check_end(&state->liveness, &recovery->spis); /* nothing is left to find out */
}

struct effect *initiate(const struct sa *sa, struct octets cookie, struct step *step) {
    struct effect *effect = act(step, INITIATE);
    effect->spis = sa->spis;
    effect->from = sa->here;
    effect->to = sa->peer;
    if (cookie.n) *list_append(step->arena, &effect->payloads) = cookie_payload(cookie); /* READING-20 */
    *list_append(step->arena, &effect->payloads) = vendor_id();
    because(step, "SIR-5-1");
    return effect;
}

static int identity_order(struct octets a, struct octets b) {
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n ? memcmp(a.at, b.at, n) : 0;
    return order ? order : (a.n > b.n) - (a.n < b.n);
}

static size_t damped_place(const struct damped_list *damped, struct octets identity) {
    size_t i = 0;
    while (i < damped->n && identity_order(damped->at[i].identity, identity) < 0) i++;
    return i;
}

bool is_damped(const struct peer_y *state, const struct sa *sa) {
    size_t i = damped_place(&state->damped, sa->identity);
    return i < state->damped.n && octets_equal(state->damped.at[i].identity, sa->identity);
}

void dampen(const struct policy *policy, struct peer_y *state, bool reason, struct octets identity, struct step *step) {
    if (!reason || policy->sir.dampening == 0) return;
    size_t i = damped_place(&state->damped, identity);
    bool already = i < state->damped.n && octets_equal(state->damped.at[i].identity, identity);
    if (!already) list_open(step->arena, &state->damped, i)->identity = identity;
    state->damped.at[i].ticks = policy->sir.dampening;
    because(step, "SIR-4.2-1");
}

static void on_packet(const struct policy *policy, struct peer_y *state, const struct event *event, struct step *step) {
    struct packet packet;
    if (!received(step, event, &packet)) return;
    if (packet.kind == PACKET_CHILD || is_encrypted(&packet.message)) {
        log_line(step, "NOT_FOR_THIS_ROLE", "");
        return;
    }
    const struct payload *payload = check_spi_in(&packet.message.payloads);
    struct check_spi check;
    if (payload && (check_spi_read(payload, &check) || check.subtype != LONE_COOKIE)) on_verdict(policy, state, event, &packet.message, payload, step);
    else on_hint(policy, state, event, &packet.message, step);
}

/* SIR-3.6-1: the successor stands, and only now the old one goes. */
static void on_replaced(const struct policy *policy, struct peer_y *state, const struct event *event, struct step *step) {
    const struct sa *old = table_find(&state->liveness.sas, &event->spis), *fresh = table_find(&state->liveness.sas, &event->successor);
    if (!old || !fresh || old == fresh || !old->established || !fresh->established) {
        log_line(step, "NO_SUCH_IKE_SA", "SIR-3.6-1");
        return;
    }
    struct octets identity = old->identity;
    delete_ike_sa(step, old);
    liveness_remove(&state->liveness, &event->spis);
    because(step, "SIR-3.2.2-11 SIR-3.6-1");
    dampen(policy, state, policy->sir.by_recovery, identity, step);
}

static void on_not_replaced(const struct policy *policy, struct peer_y *state, const struct event *event, struct step *step) {
    if (!recovery_of(state, &event->spis)) {
        log_line(step, "NO_SUCH_IKE_SA", "");
        return;
    }
    recovery_end(state, &event->spis);
    dampen(policy, state, policy->sir.by_failure, table_find(&state->liveness.sas, &event->spis)->identity, step);
}

/* A wait that ends with this tick ends the check, before that can end the IKE SA. */
static void before_tick(struct peer_y *state) {
    for (size_t i = 0; i < state->recoveries.n; i++)
        if (state->recoveries.at[i].pause == 1) check_end(&state->liveness, &state->recoveries.at[i].spis);
}

static void tick(struct peer_y *state, struct step *step) {
    state->asked = state->verified = (struct limiter) {0};
    for (size_t i = state->damped.n; i-- > 0;)
        if (--state->damped.at[i].ticks == 0) list_remove(&state->damped, i);
    for (size_t i = 0; i < state->recoveries.n; i++) {
        struct recovery *recovery = &state->recoveries.at[i];
        if (recovery->pause == 0 || --recovery->pause > 0) continue;
        initiate(table_find(&state->liveness.sas, &recovery->spis), recovery->cookie, step);
        because(step, "SIR-3.2.2-11 SIR-3.2.3-1");
        if (recovery->cookie.n) because(step, "SIR-3.2.2-12");
        recovery->cookie = (struct octets) {0};
    }
}

static void on_news(const struct policy *policy, struct peer_y *state, const struct event *event, struct step *step) {
    const struct sa *sa = table_find(&state->liveness.sas, event->kind == SA_REKEYED ? &event->successor : &event->spis);
    bool vendor = false;
    switch (event->kind) {
    case SA_ESTABLISHED:
        for (size_t i = 0; i < event->payloads.n; i++) vendor |= is_vendor_id(&event->payloads.at[i]);
        if (vendor) {
            spis_add(step->arena, &state->able, &sa->spis);
            because(step, "SIR-5-1");
        }
        dampen(policy, state, policy->sir.by_creation, sa->identity, step);
        break;
    case SA_REKEYED:
        if (spis_in(&state->able, &event->spis)) spis_add(step->arena, &state->able, &sa->spis);
        dampen(policy, state, policy->sir.by_creation, sa->identity, step);
        break;
    case CHILD_SA_CREATED: dampen(policy, state, policy->sir.by_creation, sa->identity, step); break;
    case SA_IMPORTED: /* SIR-5-2: what its first messages had nobody told */
        spis_add(step->arena, &state->able, &sa->spis);
        because(step, "SIR-5-2");
        break;
    case REBOOTED:
        *state = (struct peer_y) {.secrets = event->secrets};
        break;
    case TICK: tick(state, step); break;
    default: break;
    }
}

static void on_rest(const struct policy *policy, struct peer_y *state, const struct event *event, struct step *step) {
    switch (event->kind) {
    case SA_REPLACED: on_replaced(policy, state, event, step); break;
    case SA_NOT_REPLACED: on_not_replaced(policy, state, event, step); break;
    case SECRET_ROLLED:
        if (secret_roll(step->arena, &state->secrets, &event->secrets.at[0], policy->generations)) because(step, "SIR-3.2.4-2");
        else log_line(step, "SECRET_NOT_NEWER", "SIR-3.2.4-2");
        break;
    default: log_line(step, "NOT_FOR_THIS_ROLE", "");
    }
}

/* What is kept about an IKE SA goes with it. */
static void tidy(struct peer_y *state) {
    for (size_t i = state->able.n; i-- > 0;)
        if (!table_find(&state->liveness.sas, &state->able.at[i])) list_remove(&state->able, i);
    for (size_t i = state->recoveries.n; i-- > 0;)
        if (!table_find(&state->liveness.sas, &state->recoveries.at[i].spis)) list_remove(&state->recoveries, i);
}

/* SIR-3.2.3-3: a sign of life, and nobody waits any more. */
static void on_life(const struct policy *policy, struct peer_y *state, const struct ike_spis *spis, struct step *step) {
    const struct recovery *recovery = recovery_of(state, spis);
    if (!policy->sir.wait_checks || !recovery || recovery->pause == 0) return;
    recovery_end(state, spis);
    because(step, "SIR-3.2.3-3");
}

static void on_life_of_child(const struct policy *policy, struct peer_y *state, uint32_t spi, struct step *step) {
    for (size_t i = 0; i < state->liveness.sas.n; i++)
        if (sa_receiving(&state->liveness.sas.at[i], spi)) on_life(policy, state, &state->liveness.sas.at[i].spis, step);
}

/* Whether an end of an IKE SA is another one now. */
static bool is_moved(const struct peer_y *state, const struct event *event) {
    const struct sa *sa = event->kind == ADDRESS_CHANGED ? table_find(&state->liveness.sas, &event->spis) : NULL;
    return sa && !(end_equal(&sa->here, &event->here) && end_equal(&sa->peer, &event->peer));
}

/* READING-31: a try that asked with a cookie over the old ends is over. */
static void end_try(struct peer_y *state, const struct ike_spis *spis, struct step *step) {
    const struct recovery *recovery = recovery_of(state, spis);
    if (!recovery || recovery->sure) return;
    recovery_end(state, spis);
    because(step, "SIR-2.1-5");
}

static void on_other(const struct policy *policy, struct peer_y *state, const struct event *event, struct step *step) {
    const struct recovery *recovery = event->kind == TRAFFIC_DUE ? recovery_of(state, &event->spis) : NULL;
    if (recovery && recovery->sure) {
        log_line(step, "RECOVERY_UNDER_WAY", "SIR-3.2.2-11");
        return;
    }
    if (event->kind == TICK) before_tick(state);
    if (event->kind == PROTECTED_ESP) on_life_of_child(policy, state, event->spi, step);
    bool moved = is_moved(state, event);
    enum news news = liveness_other(policy, &state->liveness, event, step);
    tidy(state);
    if (news == NEWS_DONE) on_news(policy, state, event, step);
    if (news == NEWS_DONE && moved) end_try(state, &event->spis, step);
    if (news == NEWS_NONE) on_rest(policy, state, event, step);
}

void peer_y_step(const struct policy *policy, struct peer_y *state, const struct event *event, struct step *step) {
    if (event->kind == RECEIVED) {
        on_packet(policy, state, event, step);
    } else if (event->kind == PROTECTED) {
        if (!liveness_protected(policy, &state->liveness, event, step)) return;
        bool recovering = recovery_of(state, &event->spis);
        on_life(policy, state, &event->spis, step);
        if (event->exchange == INFORMATIONAL) on_protected_verdicts(policy, state, event, recovering, step);
        liveness_answer(event, step);
    } else {
        on_other(policy, state, event, step);
    }
    tidy(state);
}
