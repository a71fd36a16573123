#include "peer_x.h"

static size_t place(const struct lingering_list *list, uint32_t spi) {
    size_t i = 0;
    while (i < list->n && list->at[i].spi < spi) i++;
    return i;
}

static bool lingers(const struct lingering_list *list, uint32_t spi) {
    size_t i = place(list, spi);
    return i < list->n && list->at[i].spi == spi;
}

static void linger(const struct policy *policy, struct peer_x *state, uint32_t spi, struct step *step) {
    if (policy->sir.lingering == 0) return;
    size_t i = place(&state->lingering, spi);
    if (!lingers(&state->lingering, spi)) list_open(step->arena, &state->lingering, i)->spi = spi;
    state->lingering.at[i].ticks = policy->sir.lingering;
}

/* SIR-3.2.2-1: the hint, and beside it the cookie with which a ticket (SIR-3.3.3-1) or a question on a new IKE SA (SIR-9-1)
   may begin at once. */
static void hint(const struct policy *policy, struct peer_x *state, const struct event *event, const struct message *message, struct step *step) {
    struct octets cookie = x_cookie(state, &event->from, step);
    struct payloads payloads = {0};
    *list_append(step->arena, &payloads) = invalid_ike_spi();
    bool ticket = policy->sir.tickets && cookie.n, collapsed = policy->sir.collapsed && cookie.n;
    struct check_spi lone = lone_cookie(cookie);
    if (ticket) *list_append(step->arena, &payloads) = check_spi_write(step->arena, &lone);
    if (collapsed) *list_append(step->arena, &payloads) = cookie_payload(cookie);
    if (answer_refused(policy, &state->answers, &event->from.address) == ADMITTED && !answer_fits(policy, event, &payloads, 1, step)) return;
    if (!answer_admit(policy, &state->answers, event, step, "")) return;
    struct header header = answer_header(&message->header);
    answer_send(event, &header, &payloads, step);
    because(step, "BASE-1.5-3 SIR-3.2.2-1 SIR-3.2.2-2 SIR-3.2.2-3");
    if (ticket) because(step, "SIR-3.3.3-1");
    if (collapsed) because(step, "SIR-9-1");
}

/* ESP or AH with a child SPI that may be known. */
static void on_child(const struct policy *policy, struct peer_x *state, const struct event *event, uint32_t spi, struct step *step) {
    if (table_receiving(&state->answers.sas, spi)) {
        log_line(step, "CHILD_SA_EXISTS", "BASE-1.5-1");
        return;
    }
    if (lingers(&state->lingering, spi)) {
        log_line(step, "DELETE_UNDER_WAY", "SIR-3.7-1");
        return;
    }
    const struct sa *suitable = suitable_sa(&state->answers, event);
    struct payloads payloads = {0};
    *list_append(step->arena, &payloads) = invalid_spi(step->arena, spi);
    bool admitted = answer_refused(policy, &state->answers, &event->from.address) == ADMITTED;
    if (admitted && !suitable && !answer_fits(policy, event, &payloads, 1, step)) return;
    if (admitted && suitable && !report_allowed(policy, &state->answers, &suitable->spis)) {
        log_line(step, "ANSWERS_LIMITED", "BASE-2.21.4-11 SIR-4.1-1");
        return;
    }
    if (!answer_admit(policy, &state->answers, event, step, "SIR-4.1-1")) return;
    because(step, "SIR-3.4-1 SIR-4.1-1");
    if (suitable) {
        report_count(policy, &state->answers, &suitable->spis, step);
        report_protected(suitable, spi, step);
        because(step, "SIR-3.4.1-1");
    } else {
        struct header header = hint_header();
        answer_send(event, &header, &payloads, step);
        because(step, "BASE-1.5-1 SIR-3.4.2-1");
    }
}

/* SIR-3.2.2-1, as a policy may have it: any request but the one that creates an IKE SA. */
static bool is_any_request(const struct policy *policy, const struct message *message) {
    return policy->sir.any_request && message->header.exchange != IKE_SA_INIT;
}

static bool is_lone_cookie(const struct payload *payload) {
    struct check_spi check;
    return !check_spi_read(payload, &check) && check.subtype == LONE_COOKIE;
}

static void on_message(const struct policy *policy, struct peer_x *state, const struct event *event, const struct message *message, struct step *step) {
    const struct payload *check = check_spi_in(&message->payloads), *cookie = cookie_in(&message->payloads);
    bool first = cookie && message->header.exchange == IKE_SA_INIT && !(message->header.flags & FLAG_RESPONSE);
    if (first && !(check && policy->sir.collapsed && !is_lone_cookie(check))) {
        on_cookie(policy, state, event, cookie, step); /* READING-19: whatever else the daemon finds in it */
    } else if (check) {
        on_check(policy, state, event, message, check, step); /* SIR-3.2.2-7 goes before SIR-3.2.2-1, or X and Y loop */
    } else if (cookie && message->header.exchange == IKE_SA_INIT) {
        log_line(step, "RESPONSE_WITHOUT_IKE_SA", "BASE-1.5-4 BASE-2.6-5"); /* it asks for our cookie, and shows nothing */
    } else if (existing(policy, &state->answers, &message->header.spis)) {
        log_line(step, "IKE_SA_EXISTS", "SIR-3.2.2-1");
    } else if (spis_in(&state->elsewhere, &message->header.spis)) {
        log_line(step, "IKE_SA_ACTIVE_ELSEWHERE", "SIR-3.2.1-2");
    } else if (message->header.flags & FLAG_RESPONSE) {
        log_line(step, "RESPONSE_WITHOUT_IKE_SA", "BASE-1.5-4");
    } else if (!is_any_request(policy, message) && not_a_request(policy, message)) {
        log_line(step, "NOT_A_PROTECTED_REQUEST", "BASE-1.5-6");
    } else if (is_later_fragment(message)) {
        log_line(step, "LATER_FRAGMENT", "BASE-7383.2.6.1-1");
    } else {
        hint(policy, state, event, message, step);
    }
}

/* SIR-3.4.2-4: a question about a child SA, under its IKE SA, which is there. */
static void on_protected(struct peer_x *state, const struct event *event, struct step *step) {
    struct effect *effect = answer_protected(&state->answers, event, step);
    const struct payload *payload = notify_in(&event->payloads, CHECK_SPI);
    struct check_spi check;
    if (!effect || !payload) return;
    if (check_spi_read(payload, &check)) {
        log_line(step, "CHECK_SPI_MALFORMED", "SIR-6-2");
    } else if (check.subtype == QUERY && check.about == ABOUT_CHILD_SA) {
        const struct sa *asked = table_find(&state->answers.sas, &event->spis), *sa = table_receiving(&state->answers.sas, check.child);
        bool has = sa && octets_equal(sa->identity, asked->identity);
        struct check_spi verdict = {.subtype = has ? ACK : NACK, .about = ABOUT_CHILD_SA, .child = check.child, .cookie = check.cookie};
        *list_append(step->arena, &effect->payloads) = check_spi_write(step->arena, &verdict); /* READING-10 */
        log_line(step, "CHILD_SA_QUESTIONED", "SIR-3.4.2-4");
    }
}

static void tick(struct peer_x *state) {
    answers_tick(&state->answers);
    state->told = 0;
    state->verified = state->offered = (struct limiter) {0};
    for (size_t i = state->lingering.n; i-- > 0;)
        if (--state->lingering.at[i].ticks == 0) list_remove(&state->lingering, i);
}

static void on_other(const struct policy *policy, struct peer_x *state, const struct event *event, struct step *step) {
    switch (event->kind) {
    case PROTECTED: on_protected(state, event, step); break;
    case RESUMPTION_ASKED: on_ticket(policy, state, event, step); break;
    case TICK: tick(state); break;
    case SECRET_ROLLED:
        if (secret_roll(step->arena, &state->secrets, &event->secrets.at[0], policy->generations)) because(step, "SIR-3.2.4-2");
        else log_line(step, "SECRET_NOT_NEWER", "SIR-3.2.4-2");
        break;
    case REBOOTED:
        *state = (struct peer_x) {.secrets = event->secrets};
        break;
    case ACTIVE_ELSEWHERE:
        if (event->active) spis_add(step->arena, &state->elsewhere, &event->spis);
        else spis_remove(&state->elsewhere, &event->spis);
        because(step, "SIR-3.2.1-2");
        break;
    default: log_line(step, "NOT_FOR_THIS_ROLE", "");
    }
}

void peer_x_step(const struct policy *policy, struct peer_x *state, const struct event *event, struct step *step) {
    struct packet packet;
    if (event->kind == RECEIVED) {
        if (!received(step, event, &packet)) return;
        if (packet.kind == PACKET_CHILD) on_child(policy, state, event, packet.spi, step);
        else on_message(policy, state, event, &packet.message, step);
        return;
    }
    const struct sa *sa = table_find(&state->answers.sas, &event->spis);
    struct children ended = sa && event->kind == SA_CLOSED ? sa->children : (struct children) {0};
    enum news news = table_news(&state->answers.sas, event, step);
    if (news == NEWS_NONE) on_other(policy, state, event, step);
    if (news != NEWS_DONE) return;
    for (size_t i = 0; i < ended.n; i++) linger(policy, state, ended.at[i].in, step);
    if (event->kind == CHILD_SA_CLOSED) linger(policy, state, event->spi, step);
    if (event->kind == SA_CLOSED || event->kind == CHILD_SA_CLOSED) because(step, "SIR-3.7-1");
}
