/* Vectors of what a role makes of a message: who keeps tokens, who gets a hint, who is asked in vain. */
#include "vectors_of.h"

/* A peer with one answer and one check, and all readings as they are by default. */
static const struct policy PLAIN = {
    .taker = true, .generations = 1, .answer_ike_auth = true, .half_open_exists = true, .answers = 1, .tokens_handled = 4,
    .tokens_kept = 4, .verifications = 1, .sources = 1, .checks = 1, .tries = 1, .interval = 1, .growth = 200, .longest = 1,
};

/* A message of IKE on port 500, from anywhere. */
static struct event message_event(struct form *form, const struct json *one) {
    struct end end = {.address = {.n = 4}, .port = IKE_PORT};
    return (struct event) {.kind = RECEIVED, .from = end, .to = end, .protocol = UDP, .datagram = form_octets(form, one, "message")};
}

static struct sas one_sa(struct form *form, const struct json *group) {
    struct sas sas = {0};
    struct sa *sa = list_append(form->arena, &sas);
    sa->spis = form_spis(form, group);
    sa->established = true;
    return sas;
}

static const char *first_reason(const struct step *step, const char *otherwise) {
    return step->logs.n ? step->logs.at[0].reason : otherwise;
}

struct outcome vector_verification(struct form *form, const struct json *group, const struct json *one) {
    struct policy policy = PLAIN;
    policy.tokens_handled = (uint32_t) form_number(form, group, "tokensHandled", INT32_MAX);
    policy.strict_protocol_id = form_bool(form, group, "strictProtocolId");
    struct taker taker = {.liveness = {.sas = one_sa(form, group)}};
    struct sa *sa = &taker.liveness.sas.at[0];
    sa->children = form_children(form, group, "children");
    for (const struct json *stored = form_list(form, one, "stored"); stored; stored = stored->next)
        form_exactly_of(form, stored, list_append(form->arena, &sa->digests)->at, SHA256_OCTETS);
    struct event event = message_event(form, one);
    struct step step = {.arena = form->arena};
    taker_step(&policy, &taker, &event, &step);
    if (step.acts.n && step.acts.at[0].kind == IKE_SA_DELETED) return outcome_fine(form);
    return outcome_refused(taker.verified.sources.n ? first_reason(&step, "") : first_reason(&step, "NO_TOKEN"));
}

struct outcome vector_hint(struct form *form, const struct json *group, const struct json *one) {
    struct liveness liveness = {.sas = one_sa(form, group)};
    struct event event = message_event(form, one);
    struct step step = {.arena = form->arena};
    baseline_step(&PLAIN, &liveness, &event, &step);
    return liveness.checks.n ? outcome_fine(form) : outcome_refused(first_reason(&step, ""));
}

static struct step answered(struct form *form, const struct event *event) {
    struct maker maker = {.answers = {.answered = 0}};
    struct step step = {.arena = form->arena};
    maker_step(&PLAIN, &maker, event, &step);
    return step;
}

struct outcome vector_reply(struct form *form, const struct json *group, const struct json *one) {
    (void) group;
    struct event event = message_event(form, one);
    struct step step = answered(form, &event);
    return step.acts.n ? outcome_with(form, "reply", json_of_octets(form->arena, step.acts.at[0].datagram)) : outcome_refused(first_reason(&step, ""));
}

struct outcome vector_report(struct form *form, const struct json *group, const struct json *one) {
    struct event event = {
        .kind = RECEIVED, .from = form_end(form, group, "from"), .to = form_end(form, group, "to"), .protocol = protocol_of(form, group),
        .datagram = form_octets(form, one, "datagram"),
    };
    struct step step = answered(form, &event);
    if (!step.acts.n) return outcome_refused(first_reason(&step, ""));
    const struct effect *send = &step.acts.at[0];
    struct json *json = json_object(form->arena);
    json_put(json, "from", json_of_end(form->arena, &send->from));
    json_put(json, "to", json_of_end(form->arena, &send->to));
    json_put(json, "datagram", json_of_octets(form->arena, send->datagram));
    return outcome_with(form, "reply", json);
}
