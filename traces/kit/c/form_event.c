/* Policies and events. */
#include <string.h>

#include "form.h"

static const char *const ROLES[] = {"maker", "baseline", "taker", "peerX", "peerY", NULL};

enum role form_role(struct form *form, const struct json *object) {
    return (enum role) form_word(form, object, "role", ROLES);
}

static uint32_t count(struct form *form, const struct json *object, const char *key) {
    return (uint32_t) form_number(form, object, key, INT32_MAX);
}

static bool listed(struct form *form, const struct json *object, const char *key, const char *word) {
    for (const struct json *json = form_list(form, object, key); json; json = json->next)
        if (json->kind == JSON_TEXT && strcmp(json->text, word) == 0) return true;
    return false;
}

struct policy form_policy(struct form *form, const struct json *json) {
    static const char *const texts[] = {"rfc6290", "qcd-06", NULL}, *const methods[] = {"5.1", "5.2", NULL}, *const whom[] = {"peer", "source", NULL};
    struct policy policy = {
        .qcd06 = form_word(form, json, "text", texts), .with_address = form_word(form, json, "method", methods),
        .maker = form_bool(form, json, "maker"), .taker = form_bool(form, json, "taker"),
        .generations = count(form, json, "generations"),
        .child_map = form_bool(form, json, "childMap"), .child_map_lost = count(form, json, "childMapLost"),
        .answer_ike_auth = form_bool(form, json, "answerIkeAuth"), .half_open_exists = form_bool(form, json, "halfOpenExists"),
        .answers = count(form, json, "answers"), .token_answers = count(form, json, "tokenAnswers"),
        .answers_to_one = count(form, json, "answersToOne"), .amplification = count(form, json, "amplification"), .reports = count(form, json, "reports"),
        .tokens_handled = count(form, json, "tokensHandled"), .tokens_kept = count(form, json, "tokensKept"),
        .strict_protocol_id = form_bool(form, json, "strictProtocolId"), .token_needs_check = form_bool(form, json, "tokenNeedsCheck"),
        .verifications = count(form, json, "verifications"), .sources = count(form, json, "sources"),
        .checks = count(form, json, "checks"), .tries = count(form, json, "tries"),
        .interval = count(form, json, "interval"), .growth = count(form, json, "growth"), .longest = count(form, json, "longest"),
        .gives_up = form_bool(form, json, "givesUp"), .ignore_hints_when_fresh = form_bool(form, json, "ignoreHintsWhenFresh"),
        .initial_contact = form_bool(form, json, "initialContact"),
    };
    const struct json *sir = form_field(form, json, "sir");
    policy.sir.any_request = form_bool(form, sir, "anyRequest");
    policy.sir.own_cookie = form_bool(form, sir, "ownCookie");
    policy.sir.verdicts = count(form, sir, "verdicts");
    for (const struct json *to = form_list(form, sir, "initiatesTo"); to; to = to->next)
        *list_append(form->arena, &policy.sir.initiates_to) = form_address(form, to->kind == JSON_TEXT ? to->text : "");
    policy.sir.lingering = count(form, sir, "lingering");
    policy.sir.queries = count(form, sir, "queries");
    policy.sir.query_to_source = form_word(form, sir, "queryTo", whom);
    policy.sir.delay = count(form, sir, "delay");
    policy.sir.wait_checks = form_bool(form, sir, "waitChecks");
    policy.sir.dampening = count(form, sir, "dampening");
    policy.sir.by_creation = listed(form, sir, "dampenedBy", "creation");
    policy.sir.by_recovery = listed(form, sir, "dampenedBy", "recovery");
    policy.sir.by_failure = listed(form, sir, "dampenedBy", "failure");
    policy.sir.by_ack = listed(form, sir, "dampenedBy", "ack");
    policy.sir.by_cookie = listed(form, sir, "dampenedBy", "cookie");
    policy.sir.accepts_offers = form_bool(form, sir, "acceptsOffers");
    policy.sir.tickets = form_bool(form, sir, "tickets");
    policy.sir.collapsed = form_bool(form, sir, "collapsed");
    return policy;
}

/* In the order of enum event_kind. */
static const char *const EVENTS[] = {
    "Received", "Protected", "ProtectedEsp", "SaHalfOpen", "SaEstablished", "SaRekeyed", "SaImported", "ChildSaCreated",
    "ChildSaClosed", "SaClosed", "SaForgotten", "AddressChanged", "SaReplaced", "SaNotReplaced", "ResumptionAsked",
    "SecretRolled", "Rebooted", "ActiveElsewhere", "TrafficDue", "Tick", NULL,
};

static void read_ends(struct form *form, const struct json *json, struct event *event) {
    event->here = form_end(form, json, "here");
    event->peer = form_end(form, json, "peer");
}

static void read_identity(struct form *form, const struct json *json, struct event *event) {
    const char *identity = form_text(form, json, "identity");
    event->identity = octets_copy(form->arena, identity, strlen(identity));
    event->children = form_children(form, json, "children");
}

static void read_resumption(struct form *form, const struct json *json, struct event *event) {
    static const char *const tickets[] = {"GOOD", "BAD", "REFUSED", NULL};
    event->from = form_end(form, json, "from");
    event->to = form_end(form, json, "to");
    event->under = form_spis(form, form_field(form, json, "under"));
    event->initiator = form_bool(form, json, "initiator");
    event->id = (uint32_t) form_number(form, json, "messageId", UINT32_MAX);
    event->ticket = (unsigned) form_word(form, json, "ticket", tickets);
    event->own = form_octets(form, json, "own");
    event->cookie = form_octets(form, json, "cookie");
}

struct event form_event(struct form *form, const struct json *json) {
    static const char *const protocols[] = {"UDP", "ESP", "AH", NULL}, *const causes[] = {"REQUEST", "SELF", "NAT", NULL};
    struct event event = {.kind = (enum event_kind) form_word(form, json, "event", EVENTS)};
    const struct json *secret;
    if (json_member(json, "spiI")) event.spis = form_spis(form, json);
    switch (event.kind) {
    case RECEIVED:
        event.from = form_end(form, json, "from");
        event.to = form_end(form, json, "to");
        event.protocol = (enum protocol) form_word(form, json, "protocol", protocols);
        event.datagram = form_octets(form, json, "datagram");
        break;
    case PROTECTED:
        event.exchange = (uint8_t) form_number(form, form_field(form, json, "exchange"), "number", 255);
        event.response = form_bool(form, json, "response");
        event.payloads = form_payloads(form, json, "payloads");
        break;
    case SA_HALF_OPEN:
        read_ends(form, json, &event);
        event.initiator = form_bool(form, json, "initiator");
        break;
    case SA_ESTABLISHED:
        read_identity(form, json, &event);
        event.payloads = form_payloads(form, json, "payloads");
        break;
    case SA_IMPORTED:
        read_ends(form, json, &event);
        read_identity(form, json, &event);
        event.initiator = form_bool(form, json, "initiator");
        event.secret = count(form, json, "secret");
        break;
    case SA_REKEYED:
        event.initiator = form_bool(form, json, "initiator");
        event.payloads = form_payloads(form, json, "payloads");
        /* fall through */
    case SA_REPLACED:
        event.spis = form_spis(form, form_field(form, json, "old"));
        event.successor = form_spis(form, form_field(form, json, "successor"));
        break;
    case ADDRESS_CHANGED:
        read_ends(form, json, &event);
        event.cause = (unsigned) form_word(form, json, "cause", causes);
        break;
    case CHILD_SA_CREATED: event.child = form_child(form, form_field(form, json, "child")); break;
    case PROTECTED_ESP:
    case CHILD_SA_CLOSED: event.spi = form_child_spi(form, json, "spi"); break;
    case RESUMPTION_ASKED: read_resumption(form, json, &event); break;
    case REBOOTED: event.secrets = form_secrets(form, json, "secrets"); break;
    case SECRET_ROLLED: {
        secret = form_field(form, json, "secret");
        struct secret *fresh = list_append(form->arena, &event.secrets);
        fresh->generation = count(form, secret, "generation");
        form_exactly(form, secret, "octets", fresh->at, SECRET_OCTETS);
        break;
    }
    case ACTIVE_ELSEWHERE: event.active = form_bool(form, json, "active"); break;
    default: break;
    }
    bool named = event.kind != RECEIVED && event.kind != PROTECTED_ESP && event.kind != SA_REKEYED && event.kind != SA_REPLACED &&
                 event.kind != SECRET_ROLLED && event.kind != REBOOTED && event.kind != TICK;
    if (named) form_field(form, json, "spiI");
    return event;
}
