#include "maker.h"

#include "child_map.h"

static struct octets token(const struct policy *policy, const struct secret *secret, const struct ike_spis *spis, const struct address *taker, struct step *step) {
    uint8_t *at = arena_take(step->arena, SHA256_OCTETS);
    token_make(at, secret, spis, policy->with_address ? taker : NULL);
    return octets_of(at, SHA256_OCTETS);
}

/* Tokens for the SPIs of a lost IKE SA, one of each generation, newest first (QCD-4.5-5), unless too many were shown
   (QCD-8.1-3). */
static void add_tokens(const struct policy *policy, const struct maker *state, const struct event *event, const struct ike_spis *spis, struct payloads *payloads, struct step *step) {
    if (!policy->maker || state->answers.answered >= policy->token_answers) return;
    for (size_t i = 0; i < state->secrets.n && i < policy->generations; i++)
        *list_append(step->arena, payloads) = qcd_token(token(policy, &state->secrets.at[i], spis, &event->from.address, step));
}

static bool tokens_stopped(const struct policy *policy, const struct maker *state) {
    return policy->maker && state->secrets.n && state->answers.answered >= policy->token_answers;
}

/* An answer in the clear with tokens for these SPIs, if there are any. */
static void show(const struct policy *policy, struct maker *state, const struct event *event, const struct header *header,
                 struct payload hint, const struct ike_spis *spis, struct step *step, const char *ids, const char *token_ids) {
    struct payloads payloads = {0};
    *list_append(step->arena, &payloads) = hint;
    bool stopped = spis && tokens_stopped(policy, state);
    if (spis) add_tokens(policy, state, event, spis, &payloads, step);
    if (answer_refused(policy, &state->answers, &event->from.address) == ADMITTED && !answer_fits(policy, event, &payloads, 1, step)) return;
    if (!answer_admit(policy, &state->answers, event, step, "")) return;
    answer_send(event, header, &payloads, step);
    because(step, ids);
    if (payloads.n > 1) because(step, token_ids);
    if (stopped) because(step, "QCD-8.1-3");
}

static void on_message(const struct policy *policy, struct maker *state, const struct event *event, const struct message *message, struct step *step) {
    const struct header *header = &message->header;
    if (existing(policy, &state->answers, &header->spis)) {
        log_line(step, "IKE_SA_EXISTS", "QCD-9.2-1");
    } else if (spis_in(&state->elsewhere, &header->spis)) {
        log_line(step, "IKE_SA_ACTIVE_ELSEWHERE", "QCD-9.2-2 QCD-9.2-3");
    } else if (header->flags & FLAG_RESPONSE) {
        log_line(step, "RESPONSE_WITHOUT_IKE_SA", "BASE-1.5-4");
    } else if (not_a_request(policy, message)) {
        log_line(step, "NOT_A_PROTECTED_REQUEST", "BASE-1.5-6");
    } else if (is_later_fragment(message)) {
        log_line(step, "LATER_FRAGMENT", "BASE-7383.2.6.1-1");
    } else {
        struct header answer = answer_header(header);
        show(policy, state, event, &answer, invalid_ike_spi(), &header->spis, step, "BASE-1.5-3", "QCD-3-4 QCD-4.5-1 QCD-4.5-5");
    }
}

/* BASE-1.5-5: from a peer with which there is an IKE SA. */
static void on_child_of_peer(const struct policy *policy, struct maker *state, const struct event *event, const struct sa *sa, uint32_t spi, struct step *step) {
    bool allowed = report_allowed(policy, &state->answers, &sa->spis);
    if (!allowed && answer_refused(policy, &state->answers, &event->from.address) == ADMITTED) {
        log_line(step, "ANSWERS_LIMITED", "BASE-2.21.4-11");
    } else if (answer_admit(policy, &state->answers, event, step, "")) {
        report_count(policy, &state->answers, &sa->spis, step);
        report_protected(sa, spi, step);
    }
}

/* READING-33: a token that there is, and room for, goes before a report that changes nothing. */
static bool proves(const struct policy *policy, const struct maker *state, const struct event *event, uint32_t spi, const struct mapped *mapped, struct step *step) {
    if (!mapped || existing(policy, &state->answers, &mapped->spis)) return false;
    struct payloads payloads = {0};
    *list_append(step->arena, &payloads) = invalid_spi(step->arena, spi);
    add_tokens(policy, state, event, &mapped->spis, &payloads, step);
    struct step unheard = {.arena = step->arena};
    return payloads.n > 1 && answer_fits(policy, event, &payloads, 2, &unheard);
}

/* ESP or AH with a child SPI that may be known. */
static void on_child(const struct policy *policy, struct maker *state, const struct event *event, uint32_t spi, struct step *step) {
    if (table_receiving(&state->answers.sas, spi)) {
        log_line(step, "CHILD_SA_EXISTS", "BASE-1.5-1");
        return;
    }
    const struct mapped *mapped = policy->child_map ? mapped_of(&state->child_map, spi) : NULL;
    if (mapped && spis_in(&state->elsewhere, &mapped->spis)) {
        log_line(step, "IKE_SA_ACTIVE_ELSEWHERE", "QCD-9.2-2 QCD-9.2-3");
        return;
    }
    const struct sa *suitable = suitable_sa(&state->answers, event);
    if (suitable && !proves(policy, state, event, spi, mapped, step)) {
        on_child_of_peer(policy, state, event, suitable, spi, step);
        return;
    }
    /* QCD-9.2-1: none for an IKE SA that is there. */
    bool lost = mapped && !existing(policy, &state->answers, &mapped->spis);
    struct header header = hint_header(); /* READING-4 */
    show(policy, state, event, &header, invalid_spi(step->arena, spi), lost ? &mapped->spis : NULL, step, "BASE-1.5-1", "QCD-4.5-2 QCD-4.5-5 QCD-8.2-2");
}

/* Hands the token of an IKE SA out, made with the newest secret, in an exchange under this SA or the one before it. */
static void hand_out(const struct policy *policy, struct maker *state, struct sa *sa, const struct ike_spis *under, uint8_t exchange, bool response, struct step *step, const char *ids) {
    const struct secret *secret = secret_newest(&state->secrets);
    if (!policy->maker || !secret) return;
    sa->secret = secret->generation;
    struct effect *effect = send_protected(step, under, exchange, response);
    *list_append(step->arena, &effect->payloads) = qcd_token(token(policy, secret, &sa->spis, &sa->peer.address, step));
    because(step, ids);
}

/* QCD-4.4-1: its token was made with a secret that is no longer kept. */
static bool is_stale(const struct maker *state, const struct sa *sa) {
    return sa->secret && !secret_of(&state->secrets, sa->secret);
}

static void on_established(const struct policy *policy, struct maker *state, struct sa *sa, struct step *step) {
    if (!sa->initiator) hand_out(policy, state, sa, &sa->spis, IKE_AUTH, true, step, "QCD-3-1 QCD-4.1-1");
    else if (is_stale(state, sa)) hand_out(policy, state, sa, &sa->spis, INFORMATIONAL, false, step, "QCD-4.1-1 QCD-4.4-1");
}

static void on_rekeyed(const struct policy *policy, struct maker *state, const struct event *event, struct sa *fresh, struct step *step) {
    if (event->initiator) hand_out(policy, state, fresh, &fresh->spis, INFORMATIONAL, false, step, "QCD-4.1-1 QCD-4.3-2");
    else hand_out(policy, state, fresh, &event->spis, CREATE_CHILD_SA, true, step, "QCD-4.1-1 QCD-4.3-1");
}

/* A token by method 5.2 is another one for another address of the taker. */
static void on_moved(const struct policy *policy, struct maker *state, const struct event *event, const struct address *before, struct step *step) {
    struct sa *sa = table_find(&state->answers.sas, &event->spis);
    if (!policy->with_address || !sa->secret || address_equal(before, &sa->peer.address)) {
        because(step, "QCD-4.4-3");
        return;
    }
    /* QCD-5.2-2: in the answer to the request that told of the move. Of a NAT no message tells, so with our own. */
    bool told = event->cause == BY_REQUEST;
    hand_out(policy, state, sa, &sa->spis, INFORMATIONAL, told, step, told ? "QCD-4.1-1 QCD-4.4-1 QCD-5.2-2" : "QCD-4.1-1 QCD-4.4-1");
}

static void on_rolled(const struct policy *policy, struct maker *state, const struct event *event, struct step *step) {
    if (!secret_roll(step->arena, &state->secrets, &event->secrets.at[0], policy->generations)) {
        log_line(step, "SECRET_NOT_NEWER", "QCD-5.1-2");
        return;
    }
    because(step, "QCD-5.1-2");
    bool replaced = false;
    for (size_t i = 0; i < state->answers.sas.n; i++) {
        struct sa *sa = &state->answers.sas.at[i];
        if (!sa->established || !is_stale(state, sa)) continue;
        hand_out(policy, state, sa, &sa->spis, INFORMATIONAL, false, step, "QCD-4.1-1 QCD-4.3-4 QCD-4.4-1");
        replaced = true;
    }
    if (!replaced) because(step, "QCD-4.4-3");
}

static void on_rebooted(const struct policy *policy, struct maker *state, const struct event *event, struct step *step) {
    state->answers = (struct answers) {0};
    state->elsewhere = (struct spis_list) {0};
    state->secrets = event->secrets;
    because(step, policy->child_map ? "QCD-5.1-1 QCD-8.2-1" : "QCD-5.1-1"); /* which the map outlives */
}

static void on_news(const struct policy *policy, struct maker *state, const struct event *event, const struct address *before, struct step *step) {
    struct sa *sa = table_find(&state->answers.sas, event->kind == SA_REKEYED ? &event->successor : &event->spis);
    struct arena *arena = step->arena;
    switch (event->kind) {
    case SA_HALF_OPEN:
        if (sa->initiator) hand_out(policy, state, sa, &sa->spis, IKE_AUTH, false, step, "QCD-3-1 QCD-4.1-1");
        break;
    case SA_ESTABLISHED: on_established(policy, state, sa, step); break;
    case SA_REKEYED: on_rekeyed(policy, state, event, sa, step); break;
    case SA_IMPORTED: because(step, "QCD-6-1"); break;
    case ADDRESS_CHANGED: on_moved(policy, state, event, before, step); break;
    case SA_CLOSED: because(step, "QCD-5.3-1"); break;
    default: break;
    }
    if (!policy->child_map) return;
    if (event->kind == SA_ESTABLISHED || event->kind == SA_REKEYED || event->kind == SA_IMPORTED || event->kind == CHILD_SA_CREATED)
        map_children(arena, &state->child_map, sa);
    if (event->kind == SA_CLOSED) unmap_ike_sa(&state->child_map, &event->spis);
    if (event->kind == CHILD_SA_CLOSED) unmap_child(&state->child_map, event->spi);
    if (event->kind != SA_HALF_OPEN && event->kind != ADDRESS_CHANGED) because(step, "QCD-8.2-1"); /* children came or went */
}

static void on_other(const struct policy *policy, struct maker *state, const struct event *event, struct step *step) {
    switch (event->kind) {
    case PROTECTED: answer_protected(&state->answers, event, step); break;
    case SECRET_ROLLED: on_rolled(policy, state, event, step); break;
    case REBOOTED: on_rebooted(policy, state, event, step); break;
    case ACTIVE_ELSEWHERE:
        if (event->active) spis_add(step->arena, &state->elsewhere, &event->spis);
        else spis_remove(&state->elsewhere, &event->spis);
        because(step, "QCD-9.2-3");
        break;
    case TICK:
        answers_tick(&state->answers);
        break;
    default: log_line(step, "NOT_FOR_THIS_ROLE", "");
    }
}

void maker_step(const struct policy *policy, struct maker *state, const struct event *event, struct step *step) {
    struct packet packet;
    if (event->kind == RECEIVED) {
        if (!received(step, event, &packet)) return;
        if (packet.kind == PACKET_CHILD) on_child(policy, state, event, packet.spi, step);
        else on_message(policy, state, event, &packet.message, step);
        return;
    }
    const struct sa *sa = table_find(&state->answers.sas, &event->spis);
    struct address before = sa ? sa->peer.address : (struct address) {0};
    switch (table_news(&state->answers.sas, event, step)) {
    case NEWS_DONE: on_news(policy, state, event, &before, step); break;
    case NEWS_NONE: on_other(policy, state, event, step); break;
    default: break;
    }
    map_trim(&state->child_map, &state->answers.sas, policy->child_map_lost);
}
