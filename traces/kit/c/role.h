/* What all roles share: policy, IKE SAs, events, and a step, which is effects and the clauses that decided.

   A role is a function of policy, state and event. It changes the state that it is given, and asks for effects; it has no
   clock, no socket and no random source, and whatever octets come, it refuses nothing but says what it ignored. */
#ifndef KIT_ROLE_H
#define KIT_ROLE_H

#include "notify.h"
#include "token.h"

LIST(addresses, struct address);

struct policy {
    bool qcd06;                      /* the older text, READING-3 */
    bool maker, taker;               /* QCD-8.1-5 */
    bool with_address;               /* method 5.2 */
    uint32_t generations;            /* of a secret, that are kept */
    bool child_map;                  /* QCD-8.2-1 */
    uint32_t child_map_lost;         /* lost IKE SAs that it remembers */
    bool answer_ike_auth;            /* READING-6 */
    bool half_open_exists;           /* READING-1 */
    uint32_t answers, token_answers; /* in a tick */
    uint32_t answers_to_one;         /* of these to one source; 0: as many as to all */
    uint32_t amplification;          /* BASE-2.21.4-9 */
    uint32_t reports;                /* BASE-2.21.4-11: under one IKE SA in a tick; 0: no limit */
    uint32_t tokens_handled;         /* QCD-4.5-3 */
    uint32_t tokens_kept;            /* QCD-5-6 */
    bool strict_protocol_id;         /* READING-2 */
    bool token_needs_check;          /* READING-5 */
    uint32_t verifications;          /* for a source in a tick; 0: no limit */
    uint32_t sources;                /* told apart by a limiter */
    uint32_t checks;                 /* that hints may start in a tick */
    uint32_t tries;                  /* transmissions of a liveness check */
    uint32_t interval, growth, longest; /* ticks, percent, ticks (BASE-2.4-6) */
    bool gives_up;
    bool ignore_hints_when_fresh;    /* BASE-2.4-5 */
    bool initial_contact;            /* BASE-2.4-8 */
    struct {
        bool any_request;            /* SIR-3.2.2-1: not only requests that look protected are answered */
        bool own_cookie;             /* SIR-3.2.2-12 */
        uint32_t verdicts;           /* answers to a QUERY in a tick; 0: they take from the answers */
        struct addresses initiates_to; /* SIR-3.5-2 */
        uint32_t lingering;          /* SIR-3.7-1, ticks */
        uint32_t queries;            /* to a peer in a tick; 0: no limit */
        bool query_to_source;        /* READING-12 */
        uint32_t delay;              /* SIR-3.2.3-1, ticks */
        bool wait_checks;            /* SIR-3.2.3-3 */
        uint32_t dampening;          /* SIR-4.2-1, ticks */
        bool by_creation, by_recovery, by_failure, by_ack, by_cookie;
        bool accepts_offers;         /* SIR-3.5-5 */
        bool tickets;                /* SIR-3.3 */
        bool collapsed;              /* SIR-9-1 */
    } sir;
};

struct child {
    uint32_t in, out; /* what this peer receives on, and what it sends with */
};

LIST(children, struct child);

struct digest {
    uint8_t at[SHA256_OCTETS];
};

LIST(digests, struct digest);

struct sa {
    struct ike_spis spis;
    bool established; /* else half open: IKE_SA_INIT is done, and IKE_AUTH is not */
    struct end here, peer;
    bool initiator;   /* this peer is the original initiator */
    struct octets identity;
    struct children children; /* by `in` */
    struct digests digests;   /* of tokens kept, newest first */
    uint32_t secret;          /* generation that the token was made with, 0 for no token */
};

/* By their SPIs. */
LIST(sas, struct sa);

enum event_kind {
    RECEIVED, PROTECTED, PROTECTED_ESP, SA_HALF_OPEN, SA_ESTABLISHED, SA_REKEYED, SA_IMPORTED, CHILD_SA_CREATED,
    CHILD_SA_CLOSED, SA_CLOSED, SA_FORGOTTEN, ADDRESS_CHANGED, SA_REPLACED, SA_NOT_REPLACED, RESUMPTION_ASKED,
    SECRET_ROLLED, REBOOTED, ACTIVE_ELSEWHERE, TRAFFIC_DUE, TICK
};

struct event {
    enum event_kind kind;
    struct end from, to;
    enum protocol protocol;
    struct octets datagram;
    struct ike_spis spis;             /* of the IKE SA that it is about; of one that has a successor, too */
    struct ike_spis successor, under;
    uint8_t exchange;
    bool response;
    struct payloads payloads;
    uint32_t spi;                     /* that this peer receives on */
    struct end here, peer;
    bool initiator, active;
    struct octets identity;
    struct children children;
    struct child child;
    uint32_t secret;                  /* a generation */
    enum { BY_REQUEST, BY_SELF, BY_NAT } cause;
    enum { TICKET_GOOD, TICKET_BAD, TICKET_REFUSED } ticket;
    uint32_t id;
    struct octets own, cookie;
    struct secrets secrets;           /* newest first; of SecretRolled the one */
};

enum effect_kind { SEND, SEND_PROTECTED, RETRANSMIT, IKE_SA_DELETED, CHILD_SA_DELETED, INITIATE, ACCEPT, LOG };

struct effect {
    enum effect_kind kind;
    const char *reason;
    struct end from, to;
    struct octets datagram;
    struct ike_spis spis;
    uint8_t exchange;
    bool response;
    struct payloads payloads;
    struct children children;
    struct child child;
};

LIST(effects, struct effect);
LIST(clauses, const char *);

struct step {
    struct arena *arena; /* what states and effects grow in */
    struct effects logs, acts;
    struct clauses because;
};

/* Some clauses decided: their ids with a blank between them. */
void because(struct step *step, const char *ids);

/* Something is logged, before all that is done, and why. */
void log_line(struct step *step, const char *reason, const char *ids);

struct effect *act(struct step *step, enum effect_kind kind);

/* Payloads under an IKE SA, none so far. */
struct effect *send_protected(struct step *step, const struct ike_spis *spis, uint8_t exchange, bool response);

void delete_ike_sa(struct step *step, const struct sa *sa);
void delete_child_sa(struct step *step, const struct sa *sa, struct child child);

/* Reads the packet of Received. False if it is none that a role looks at: then that is logged. */
bool received(struct step *step, const struct event *event, struct packet *packet);

#endif
