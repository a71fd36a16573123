#include "liveness.h"

static size_t place(const struct checks *checks, const struct ike_spis *spis) {
    size_t i = 0;
    while (i < checks->n && spis_order(&checks->at[i].spis, spis) < 0) i++;
    return i;
}

const struct check *check_of(const struct liveness *state, const struct ike_spis *spis) {
    size_t i = place(&state->checks, spis);
    return i < state->checks.n && spis_equal(&state->checks.at[i].spis, spis) ? &state->checks.at[i] : NULL;
}

void check_start(struct liveness *state, const struct ike_spis *spis, struct step *step) {
    *list_open(step->arena, &state->checks, place(&state->checks, spis)) = (struct check) {*spis, 1, 0};
    send_protected(step, spis, INFORMATIONAL, false);
    because(step, "BASE-2.4-7");
}

void check_end(struct liveness *state, const struct ike_spis *spis) {
    if (check_of(state, spis)) list_remove(&state->checks, place(&state->checks, spis));
}

void liveness_remove(struct liveness *state, const struct ike_spis *spis) {
    table_remove(&state->sas, spis);
    check_end(state, spis);
    spis_remove(&state->heard, spis);
}

/* Something fresh and protected came: whatever it was, the IKE SA and its children are alive (BASE-2.4-7). */
static void alive(const struct policy *policy, struct liveness *state, const struct ike_spis *spis, struct step *step) {
    check_end(state, spis);
    if (policy->ignore_hints_when_fresh) spis_add(step->arena, &state->heard, spis); /* BASE-2.4-5 */
    because(step, "BASE-2.4-7");
}

/* Ticks from a transmission to the next one, or to the end (BASE-2.4-6, READING-25). */
static uint64_t wait_after(const struct policy *policy, uint32_t sent) {
    uint64_t wait = policy->interval;
    for (uint32_t i = 1; i < sent && wait < policy->longest; i++) {
        uint64_t grown = (wait * policy->growth + 99) / 100; /* rounded up: what grows at all grows */
        if (grown == wait) break;
        wait = grown;
    }
    return wait < policy->longest ? wait : policy->longest;
}

static void give_up(struct liveness *state, const struct ike_spis *spis, struct step *step) {
    delete_ike_sa(step, table_find(&state->sas, spis)); /* BASE-2.4-4: with all its children */
    liveness_remove(state, spis);
    because(step, "BASE-2.1-3 BASE-2.4-1 BASE-2.4-2 BASE-2.4-4");
}

static void tick(const struct policy *policy, struct liveness *state, struct step *step) {
    state->hinted = 0;
    state->heard.n = 0;
    for (size_t i = 0; i < state->checks.n;) {
        struct check *check = &state->checks.at[i];
        if (check->age + 1 < wait_after(policy, check->sent)) {
            check->age++;
        } else if (check->sent < policy->tries || !policy->gives_up) {
            act(step, RETRANSMIT)->spis = check->spis;
            if (check->sent < policy->tries) check->sent++; /* who never gives up goes on at the last interval */
            check->age = 0;
            because(step, "BASE-2.1-1 BASE-2.1-3 BASE-2.4-2 BASE-2.4-6");
        } else {
            struct ike_spis spis = check->spis;
            give_up(state, &spis, step);
            continue; /* the next one has taken its place */
        }
        i++;
    }
}

static void esp_came(const struct policy *policy, struct liveness *state, const struct event *event, struct step *step) {
    bool any = false;
    for (size_t i = 0; i < state->sas.n; i++) {
        if (!sa_receiving(&state->sas.at[i], event->spi)) continue;
        alive(policy, state, &state->sas.at[i].spis, step);
        any = true;
    }
    if (!any) log_line(step, "NO_SUCH_CHILD_SA", "");
}

static void traffic_due(struct liveness *state, const struct event *event, struct step *step) {
    const struct sa *sa = table_find(&state->sas, &event->spis);
    if (!sa || !sa->established) log_line(step, "NO_SUCH_IKE_SA", "");
    else if (check_of(state, &event->spis)) log_line(step, "CHECK_UNDER_WAY", "");
    else check_start(state, &event->spis, step);
}

/* BASE-2.4-8: the peer has lost whatever else there was of its identity. */
static void initial_contact(struct liveness *state, const struct event *event, struct step *step) {
    if (!notify_in(&event->payloads, INITIAL_CONTACT)) return;
    for (size_t i = 0; i < state->sas.n;) {
        const struct sa *sa = &state->sas.at[i];
        if (sa->established && octets_equal(sa->identity, event->identity) && !spis_equal(&sa->spis, &event->spis)) {
            struct ike_spis spis = sa->spis;
            delete_ike_sa(step, sa);
            liveness_remove(state, &spis);
            because(step, "BASE-2.4-1 BASE-2.4-8");
        } else {
            i++;
        }
    }
}

static void news_done(const struct policy *policy, struct liveness *state, const struct event *event, struct step *step) {
    if (event->kind == SA_CLOSED || event->kind == SA_FORGOTTEN) {
        check_end(state, &event->spis);
        spis_remove(&state->heard, &event->spis);
    }
    if (event->kind == SA_CLOSED) because(step, "QCD-5.3-1"); /* what was kept of its token goes with it */
    if (event->kind == SA_ESTABLISHED && policy->initial_contact) initial_contact(state, event, step);
}

enum news liveness_other(const struct policy *policy, struct liveness *state, const struct event *event, struct step *step) {
    enum news news = table_news(&state->sas, event, step);
    if (news == NEWS_DONE) news_done(policy, state, event, step);
    if (news != NEWS_NONE) return news;
    switch (event->kind) {
    case PROTECTED_ESP: esp_came(policy, state, event, step); return NEWS_DONE;
    case TRAFFIC_DUE: traffic_due(state, event, step); return NEWS_DONE;
    case TICK: tick(policy, state, step); return NEWS_DONE;
    case REBOOTED: *state = (struct liveness) {0}; return NEWS_DONE;
    default: return NEWS_NONE;
    }
}

bool liveness_protected(const struct policy *policy, struct liveness *state, const struct event *event, struct step *step) {
    if (!table_find(&state->sas, &event->spis)) {
        log_line(step, "NO_SUCH_IKE_SA", "BASE-1.5-4");
        return false;
    }
    alive(policy, state, &event->spis, step);
    return true;
}

void liveness_answer(const struct event *event, struct step *step) {
    if (event->exchange == INFORMATIONAL && !event->response) send_protected(step, &event->spis, INFORMATIONAL, true);
}

bool creates_ike_sa(const struct message *message) {
    return message->header.exchange == IKE_SA_INIT || message->header.exchange == IKE_SESSION_RESUME;
}

bool is_encrypted(const struct message *message) {
    const struct payloads *payloads = &message->payloads;
    if (payloads->n == 0) return false;
    uint8_t last = payloads->at[payloads->n - 1].type;
    return last == PAYLOAD_SK || last == PAYLOAD_SKF;
}

static void match(struct arena *arena, struct matches *matches, struct sa *sa) {
    *list_append(arena, matches) = sa;
}

bool hint_of(const struct liveness *state, const struct message *message, struct step *step, struct matches *matches) {
    uint32_t spi;
    if (invalid_spi_in(&message->payloads, &spi)) { /* READING-27: INVALID_IKE_SPI beside it is passed over */
        for (size_t i = 0; i < state->sas.n; i++)
            if (sa_sending(&state->sas.at[i], spi)) match(step->arena, matches, &state->sas.at[i]);
        return true;
    }
    struct sa *sa = table_find(&state->sas, &message->header.spis);
    bool hint = notify_in(&message->payloads, INVALID_IKE_SPI) != NULL;
    if (hint && sa) match(step->arena, matches, sa);
    return hint;
}

void hint_take(const struct policy *policy, struct liveness *state, const struct sa *sa, struct step *step) {
    if (!sa->established) {
        log_line(step, "IKE_SA_HALF_OPEN", "BASE-2.21.4-3");
    } else if (check_of(state, &sa->spis)) {
        log_line(step, "CHECK_UNDER_WAY", "BASE-2.21.4-3");
    } else if (policy->ignore_hints_when_fresh && spis_in(&state->heard, &sa->spis)) {
        log_line(step, "HEARD_RECENTLY", "BASE-2.4-5");
    } else if (state->hinted >= policy->checks) {
        log_line(step, "CHECKS_LIMITED", "BASE-2.21.4-5 BASE-2.4-3");
    } else {
        state->hinted++;
        check_start(state, &sa->spis, step);
        because(step, "BASE-2.21.4-2 BASE-2.21.4-3 BASE-2.21.4-4 BASE-2.21.4-5 BASE-2.4-3");
    }
}
