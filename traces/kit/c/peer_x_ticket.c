/* Peer X and tickets (SIR-3.3.3): IKE_SESSION_RESUME for an IKE SA that it has, or has lost. */
#include "peer_x.h"

/* SIR-3.3.3-3: a ticket for an IKE SA that is there. */
static void on_ticket_for_living(const struct policy *policy, struct peer_x *state, const struct event *event, const struct sa *sa, struct step *step) {
    if (!sa->established) {
        log_line(step, "IKE_SA_HALF_OPEN", "SIR-3.3.3-3");
    } else if (!verdict_allowed(policy, state, &event->from.address)) {
        log_line(step, "ANSWERS_LIMITED", "SIR-4-1");
    } else if (!report_allowed(policy, &state->answers, &event->spis)) {
        log_line(step, "ANSWERS_LIMITED", "BASE-2.21.4-11");
    } else {
        report_count(policy, &state->answers, &event->spis, step);
        verdict_count(policy, state, &event->from.address, step);
        struct check_spi verdict = check_ike(ACK, &event->spis, event->cookie);
        struct effect *effect = send_protected(step, &event->spis, INFORMATIONAL, false);
        *list_append(step->arena, &effect->payloads) = check_spi_write(step->arena, &verdict);
        log_line(step, "IKE_SA_EXISTS", "SIR-3.3.3-3 SIR-4-1");
    }
}

/* SIR-3.3.2-2, READING-14: the ticket is not taken, and the asker's cookie goes back in the clear. */
static void refuse_ticket(const struct policy *policy, struct peer_x *state, const struct event *event, struct step *step) {
    if (answer_refused(policy, &state->answers, &event->from.address) != ADMITTED) {
        log_line(step, "ANSWERS_LIMITED", "BASE-2.21.4-1 SIR-4-1");
        return;
    }
    answer_count(policy, &state->answers, &event->from.address, step);
    struct header request = {.spis = event->under, .exchange = IKE_SESSION_RESUME, .flags = event->initiator ? FLAG_INITIATOR : 0, .id = event->id};
    struct header header = answer_header(&request);
    struct check_spi verdict = check_ike(NACK, &event->spis, event->cookie);
    struct payloads payloads = {0};
    *list_append(step->arena, &payloads) = check_spi_write(step->arena, &verdict);
    answer_send(event, &header, &payloads, step);
    because(step, "BASE-2.21.4-1 SIR-3.3.2-2 SIR-3.3.3-4 SIR-4-1");
}

void on_ticket(const struct policy *policy, struct peer_x *state, const struct event *event, struct step *step) {
    const struct sa *sa = table_find(&state->answers.sas, &event->spis);
    if (!policy->sir.tickets) {
        log_line(step, "NOT_FOR_THIS_ROLE", "");
    } else if (sa) {
        on_ticket_for_living(policy, state, event, sa, step);
    } else if (spis_in(&state->elsewhere, &event->spis)) {
        log_line(step, "IKE_SA_ACTIVE_ELSEWHERE", "SIR-3.2.1-2");
    } else if (is_there(policy, state, &event->from, event->own, step, "SIR-3.3.3-4")) {
        if (event->ticket != TICKET_GOOD) {
            refuse_ticket(policy, state, event, step);
        } else {
            accept_from(&event->from, step);
            because(step, "SIR-3.3.3-6");
        }
    }
}
