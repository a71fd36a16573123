#include "answers.h"

const struct sa *existing(const struct policy *policy, const struct answers *state, const struct ike_spis *spis) {
    const struct sa *sa = table_find(&state->sas, spis);
    return sa && (sa->established || policy->half_open_exists) ? sa : NULL;
}

enum refusal answer_refused(const struct policy *policy, const struct answers *state, const struct address *source) {
    if (state->answered >= policy->answers) return LIMITED_TO_ALL;
    bool allowed = limiter_allows(&state->answered_to, policy->answers_to_one, policy->sources, source);
    return allowed ? ADMITTED : LIMITED_TO_ONE;
}

void answer_count(const struct policy *policy, struct answers *state, const struct address *source, struct step *step) {
    state->answered++;
    limiter_count(step->arena, &state->answered_to, policy->answers_to_one, policy->sources, source);
}

bool answer_admit(const struct policy *policy, struct answers *state, const struct event *event, struct step *step, const char *ids) {
    switch (answer_refused(policy, state, &event->from.address)) {
    case ADMITTED:
        answer_count(policy, state, &event->from.address, step);
        because(step, "BASE-2.21.4-1");
        return true;
    case LIMITED_TO_ALL:
        log_line(step, "ANSWERS_LIMITED", "BASE-2.21.4-1");
        because(step, ids);
        return false;
    default:
        log_line(step, "ANSWERS_LIMITED", "SIR-4.1-1");
        return false;
    }
}

static bool is_before_auth(uint8_t exchange) {
    return exchange == IKE_AUTH || exchange == GSA_AUTH || exchange == IKE_INTERMEDIATE;
}

static bool runs_under_ike_sa(const struct policy *policy, const struct header *header) {
    uint8_t exchange = header->exchange;
    if (exchange == IKE_SA_INIT || exchange == IKE_SESSION_RESUME || exchange == GSA_REKEY) return false; /* READING-6 */
    if (!is_before_auth(exchange)) return true;
    /* READING-18: before the end of authentication the initiator asks, and message ID 0 is used up. */
    return policy->answer_ike_auth && header->flags & FLAG_INITIATOR && header->id != 0;
}

static bool is_zero(const uint8_t *spi) {
    return get32(spi) == 0 && get32(spi + 4) == 0;
}

const char *not_a_request(const struct policy *policy, const struct message *message) {
    const struct header *header = &message->header;
    const struct payloads *payloads = &message->payloads;
    uint8_t last = payloads->n ? payloads->at[payloads->n - 1].type : 0;
    bool encrypted = last == PAYLOAD_SK || last == PAYLOAD_SKF;
    bool both = !is_zero(header->spis.at) && !is_zero(header->spis.at + 8);
    return encrypted && both && runs_under_ike_sa(policy, header) ? NULL : "NOT_A_PROTECTED_REQUEST";
}

bool is_later_fragment(const struct message *message) {
    const struct payloads *payloads = &message->payloads;
    if (payloads->n == 0) return false;
    const struct payload *last = &payloads->at[payloads->n - 1];
    return last->type == PAYLOAD_SKF && last->fragment != 1;
}

struct header answer_header(const struct header *request) {
    struct header header = *request; /* BASE-1.5-3, READING-9 */
    header.flags = FLAG_RESPONSE | (request->flags & FLAG_INITIATOR ? 0 : FLAG_INITIATOR);
    return header;
}

struct header hint_header(void) {
    return (struct header) {.exchange = INFORMATIONAL, .flags = FLAG_INITIATOR}; /* SPIs and message ID zero */
}

/* BASE-1.5-1: who sent ESP or AH outside UDP is told on the port of IKE. */
static uint16_t answer_port(const struct end *end) {
    return end->port ? end->port : IKE_PORT;
}

bool answer_fits(const struct policy *policy, const struct event *event, struct payloads *payloads, size_t needed, struct step *step) {
    uint64_t room = policy->amplification ? (uint64_t) policy->amplification * event->datagram.n : UINT64_MAX;
    uint64_t size = HEADER_OCTETS + (has_marker(answer_port(&event->to), answer_port(&event->from)) ? MARKER_OCTETS : 0);
    size_t all = payloads->n;
    for (size_t i = 0; i < all; i++) size += payload_octets(&payloads->at[i]);
    while (size > room && payloads->n > needed) size -= payload_octets(&payloads->at[--payloads->n]);
    if (size > room) {
        log_line(step, "ANSWER_TOO_LARGE", "BASE-2.21.4-9");
        return false;
    }
    if (payloads->n < all) log_line(step, "PAYLOADS_LEFT_OUT", "BASE-2.21.4-9");
    return true;
}

void answer_send(const struct event *event, const struct header *header, const struct payloads *payloads, struct step *step) {
    struct effect *effect = act(step, SEND);
    effect->from = (struct end) {event->to.address, answer_port(&event->to)};
    effect->to = (struct end) {event->from.address, answer_port(&event->from)};
    effect->datagram = datagram_write(step->arena, header, payloads, has_marker(effect->from.port, effect->to.port));
}

const struct sa *suitable_sa(const struct answers *state, const struct event *event) {
    for (size_t i = 0; i < state->sas.n; i++) {
        const struct sa *sa = &state->sas.at[i];
        bool same = event->from.port ? end_equal(&sa->peer, &event->from) : address_equal(&sa->peer.address, &event->from.address);
        if (sa->established && same) return sa;
    }
    return NULL;
}

static size_t place(const struct reported_list *reported, const struct ike_spis *spis) {
    size_t i = 0;
    while (i < reported->n && spis_order(&reported->at[i].spis, spis) < 0) i++;
    return i;
}

static bool is_at(const struct reported_list *reported, size_t i, const struct ike_spis *spis) {
    return i < reported->n && spis_order(&reported->at[i].spis, spis) == 0;
}

bool report_allowed(const struct policy *policy, const struct answers *state, const struct ike_spis *spis) {
    size_t i = place(&state->reported, spis);
    return policy->reports == 0 || !is_at(&state->reported, i, spis) || state->reported.at[i].count < policy->reports;
}

void report_count(const struct policy *policy, struct answers *state, const struct ike_spis *spis, struct step *step) {
    because(step, "BASE-2.21.4-11");
    if (policy->reports == 0) return;
    size_t i = place(&state->reported, spis);
    if (is_at(&state->reported, i, spis)) state->reported.at[i].count++;
    else *list_open(step->arena, &state->reported, i) = (struct reported) {*spis, 1};
}

void answers_tick(struct answers *state) {
    state->answered = 0;
    state->answered_to = (struct limiter) {0};
    state->reported = (struct reported_list) {0};
}

void report_protected(const struct sa *sa, uint32_t spi, struct step *step) {
    struct effect *effect = send_protected(step, &sa->spis, INFORMATIONAL, false);
    *list_append(step->arena, &effect->payloads) = invalid_spi(step->arena, spi);
    because(step, "BASE-1.5-5 BASE-2.21.4-6 BASE-2.21.4-7");
}

struct effect *answer_protected(const struct answers *state, const struct event *event, struct step *step) {
    if (!table_find(&state->sas, &event->spis)) {
        log_line(step, "NO_SUCH_IKE_SA", "BASE-1.5-4");
        return NULL;
    }
    because(step, "BASE-2.4-7");
    if (event->exchange != INFORMATIONAL || event->response) return NULL;
    return send_protected(step, &event->spis, INFORMATIONAL, true);
}
