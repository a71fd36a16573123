#include "liveness.h"

static void on_packet(const struct policy *policy, struct liveness *state, const struct event *event, struct step *step) {
    struct packet packet;
    struct matches matches = {0};
    if (!received(step, event, &packet)) return;
    if (packet.kind == PACKET_CHILD || is_encrypted(&packet.message)) {
        log_line(step, "NOT_FOR_THIS_ROLE", "");
    } else if (creates_ike_sa(&packet.message) || !hint_of(state, &packet.message, step, &matches)) {
        log_line(step, "NO_HINT", "BASE-1.5-2");
    } else if (matches.n == 0) {
        log_line(step, "NO_SUCH_IKE_SA", "BASE-1.5-2");
    }
    for (size_t i = 0; i < matches.n; i++) hint_take(policy, state, matches.at[i], step);
}

void baseline_step(const struct policy *policy, struct liveness *state, const struct event *event, struct step *step) {
    if (event->kind == RECEIVED) {
        on_packet(policy, state, event, step);
    } else if (event->kind == PROTECTED) {
        if (liveness_protected(policy, state, event, step)) liveness_answer(event, step);
    } else if (liveness_other(policy, state, event, step) == NEWS_NONE) {
        log_line(step, "NOT_FOR_THIS_ROLE", "");
    }
}
