#include "taker.h"

#include <string.h>

bool tokens_match(const struct digests *kept, const struct digests *presented) {
    bool match = false;
    for (size_t i = 0; i < kept->n; i++)
        for (size_t k = 0; k < presented->n; k++)
            match |= octets_equal_in_constant_time(octets_of(kept->at[i].at, SHA256_OCTETS), octets_of(presented->at[k].at, SHA256_OCTETS));
    return match;
}

/* Of the first so many tokens in some payloads: digests of the sound ones, in order, and how many tokens there were. */
struct tokens {
    struct digests digests;
    size_t seen;
};

static struct tokens tokens_in(const struct policy *policy, const struct payloads *payloads, size_t most, struct step *step) {
    struct tokens tokens = {0};
    for (size_t i = 0; i < payloads->n; i++) {
        const struct payload *payload = &payloads->at[i];
        if (!is_notify(payload, QCD_TOKEN) || tokens.seen++ >= most || token_flaw(payload, policy->strict_protocol_id)) continue;
        token_digest(payload->data, list_append(step->arena, &tokens.digests)->at);
    }
    return tokens;
}

/* QCD-3-2: what came under protection is kept, newest first; the same one is not kept twice. */
static void keep(const struct policy *policy, struct sa *sa, const struct digest *digest, struct step *step) {
    for (size_t i = 0; i < sa->digests.n; i++)
        if (memcmp(sa->digests.at[i].at, digest->at, SHA256_OCTETS) == 0) {
            list_remove(&sa->digests, i);
            break;
        }
    *list_open(step->arena, &sa->digests, 0) = *digest;
    if (sa->digests.n > policy->tokens_kept) sa->digests.n = policy->tokens_kept; /* QCD-5-6 */
}

static void keep_all(const struct policy *policy, struct sa *sa, const struct event *event, struct step *step, const char *ids) {
    if (!policy->taker) {
        if (notify_in(&event->payloads, QCD_TOKEN)) because(step, "QCD-3-3"); /* ignored silently */
        return;
    }
    struct tokens tokens = tokens_in(policy, &event->payloads, SIZE_MAX, step);
    for (size_t i = tokens.digests.n; i-- > 0;) keep(policy, sa, &tokens.digests.at[i], step);
    if (tokens.digests.n) because(step, ids);
    else if (tokens.seen) log_line(step, "TOKEN_MALFORMED", "QCD-4.1-2 QCD-5-1");
}

/* IKE SAs whose token this may be: of the header's SPIs, and beside INVALID_SPI the parent of that child SA (READING-4). */
static struct matches candidates(struct taker *state, const struct message *message, struct step *step) {
    struct matches matches = {0};
    uint32_t spi = 0;
    bool child = invalid_spi_in(&message->payloads, &spi);
    for (size_t i = 0; i < state->liveness.sas.n; i++) {
        struct sa *sa = &state->liveness.sas.at[i];
        if (spis_equal(&sa->spis, &message->header.spis) || (child && sa_sending(sa, spi))) *list_append(step->arena, &matches) = sa;
    }
    return matches;
}

static bool none_is_checked(const struct taker *state, const struct matches *matches) {
    for (size_t i = 0; i < matches->n; i++)
        if (check_of(&state->liveness, &matches->at[i]->spis)) return false;
    return true;
}

/* READING-3: the older text has the message answered, empty, but a response is answered by nobody (BASE-3.1-5). */
static void answer_as_of_old(const struct event *event, const struct message *message, struct step *step) {
    struct header header = message->header;
    if (header.flags & FLAG_RESPONSE) {
        because(step, "BASE-3.1-5");
        return;
    }
    static const struct payloads none = {0};
    header.flags = FLAG_RESPONSE | (header.flags & FLAG_INITIATOR ? 0 : FLAG_INITIATOR);
    struct effect *effect = act(step, SEND);
    effect->from = event->to;
    effect->to = event->from;
    effect->datagram = datagram_write(step->arena, &header, &none, has_marker(event->to.port, event->from.port));
}

/* QCD-3-7: those whose token was shown end in silence. What else the message says of others is nothing. */
static bool end_matching(struct taker *state, const struct matches *matches, const struct digests *presented, const struct message *message, struct step *step) {
    struct spis_list ended = {0};
    for (size_t i = 0; i < matches->n; i++) {
        if (!tokens_match(&matches->at[i]->digests, presented)) continue;
        delete_ike_sa(step, matches->at[i]);
        spis_add(step->arena, &ended, &matches->at[i]->spis);
    }
    for (size_t i = 0; i < ended.n; i++) liveness_remove(&state->liveness, &ended.at[i]);
    because(step, "QCD-3-5 QCD-5-5 QCD-8.1-2");
    if (ended.n == 0) {
        /* QCD-8.2-4: no evidence against anybody. */
        log_line(step, "TOKEN_MISMATCH", "QCD-3-6 QCD-4.5-6 QCD-8.2-4");
        return false;
    }
    because(step, "QCD-3-7 QCD-3-9 QCD-4.5-3 QCD-4.5-4 QCD-4.5-7");
    if (notify_in(&message->payloads, INVALID_SPI)) because(step, "QCD-8.2-3");
    return true;
}

/* Whether the message is settled by its tokens. If not, a hint beside them is judged as if it had come alone (READING-7). */
static bool settled(const struct policy *policy, struct taker *state, const struct event *event, const struct message *message, struct step *step) {
    struct matches matches = candidates(state, message, step);
    if (matches.n == 0) {
        log_line(step, "NO_SUCH_IKE_SA", "QCD-3-6");
        return true;
    }
    struct tokens tokens = tokens_in(policy, &message->payloads, policy->tokens_handled, step);
    if (policy->token_needs_check && none_is_checked(state, &matches)) {
        log_line(step, "NO_REQUEST_OUTSTANDING", ""); /* READING-5, the other way */
    } else if (tokens.digests.n == 0) {
        log_line(step, "TOKEN_MALFORMED", "QCD-4.1-2 QCD-5-1");
    } else if (!limiter_take(step->arena, &state->verified, policy->verifications, policy->sources, &event->from.address)) {
        log_line(step, "VERIFICATIONS_LIMITED", "QCD-8.1-2");
    } else if (end_matching(state, &matches, &tokens.digests, message, step)) {
        if (policy->qcd06) answer_as_of_old(event, message, step);
        return true;
    } else if (tokens.digests.n < (tokens.seen < policy->tokens_handled ? tokens.seen : policy->tokens_handled)) {
        because(step, "QCD-4.1-2 QCD-5-1"); /* beside those that matched nothing, some that may match nothing */
    }
    return false;
}

static void on_message(const struct policy *policy, struct taker *state, const struct event *event, const struct message *message, struct step *step) {
    bool token = notify_in(&message->payloads, QCD_TOKEN) != NULL;
    if (token && !policy->taker) because(step, "QCD-3-3");
    token = token && policy->taker;
    if (token && settled(policy, state, event, message, step)) return;
    struct matches matches = {0};
    bool hint = hint_of(&state->liveness, message, step, &matches);
    if (!hint && !token) log_line(step, "NO_HINT", "BASE-1.5-2");
    if (hint && matches.n == 0) log_line(step, "NO_SUCH_IKE_SA", "BASE-1.5-2");
    for (size_t i = 0; i < matches.n; i++) hint_take(policy, &state->liveness, matches.at[i], step);
}

static void on_packet(const struct policy *policy, struct taker *state, const struct event *event, struct step *step) {
    struct packet packet;
    if (!received(step, event, &packet)) return;
    if (packet.kind == PACKET_CHILD || is_encrypted(&packet.message)) log_line(step, "NOT_FOR_THIS_ROLE", "");
    else if (creates_ike_sa(&packet.message)) log_line(step, "NO_HINT", "BASE-1.5-2"); /* READING-17 */
    else on_message(policy, state, event, &packet.message, step);
}

static void on_protected(const struct policy *policy, struct taker *state, const struct event *event, struct step *step) {
    if (!liveness_protected(policy, &state->liveness, event, step)) return;
    /* QCD-4.4-2: a token may come in an exchange of its own at any time; that of a rekey comes with the rekey. */
    struct sa *sa = table_find(&state->liveness.sas, &event->spis);
    if (event->exchange != CREATE_CHILD_SA) keep_all(policy, sa, event, step, "QCD-3-2 QCD-4.4-2");
    liveness_answer(event, step);
}

/* An IKE SA came about with these payloads. */
static void keep_first(const struct policy *policy, struct taker *state, const struct event *event, struct step *step) {
    if (event->kind == SA_ESTABLISHED) keep_all(policy, table_find(&state->liveness.sas, &event->spis), event, step, "QCD-3-1 QCD-3-2");
    if (event->kind == SA_REKEYED) keep_all(policy, table_find(&state->liveness.sas, &event->successor), event, step, "QCD-3-2 QCD-4.3-1");
}

void taker_step(const struct policy *policy, struct taker *state, const struct event *event, struct step *step) {
    if (event->kind == RECEIVED) {
        on_packet(policy, state, event, step);
        return;
    }
    if (event->kind == PROTECTED) {
        on_protected(policy, state, event, step);
        return;
    }
    enum news news = liveness_other(policy, &state->liveness, event, step);
    if (news == NEWS_NONE) log_line(step, "NOT_FOR_THIS_ROLE", "");
    if (news == NEWS_DONE) keep_first(policy, state, event, step);
    if (event->kind == TICK || event->kind == REBOOTED) state->verified = (struct limiter) {0};
}
