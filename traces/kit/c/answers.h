/* The peer that lost its IKE SAs, and what it may say in the clear about SPIs that it does not know (RFC 7296, 1.5, 2.21.4):
   what token maker and peer X have in common. */
#ifndef KIT_ANSWERS_H
#define KIT_ANSWERS_H

#include "limiter.h"
#include "table.h"

struct reported {
    struct ike_spis spis;
    uint32_t count;
};

LIST(reported_list, struct reported);

struct answers {
    struct sas sas;
    uint32_t answered;             /* since the last tick */
    struct limiter answered_to;    /* of these, to one source */
    struct reported_list reported; /* by IKE SPIs: messages drawn under an IKE SA, if they have a limit */
};

/* READING-1 */
const struct sa *existing(const struct policy *policy, const struct answers *state, const struct ike_spis *spis);

enum refusal { ADMITTED, LIMITED_TO_ALL, LIMITED_TO_ONE };

/* Whether one more answer may go to this source; counts nothing. */
enum refusal answer_refused(const struct policy *policy, const struct answers *state, const struct address *source);

void answer_count(const struct policy *policy, struct answers *state, const struct address *source, struct step *step);

/* Admits and counts an answer to an event, or logs why not. */
bool answer_admit(const struct policy *policy, struct answers *state, const struct event *event, struct step *step, const char *ids);

/* How a message looks to who lacks the keys: the reason why it is not answered, or NULL if it is a protected request
   (BASE-1.5-6). */
const char *not_a_request(const struct policy *policy, const struct message *message);

/* BASE-7383.2.6.1-1: a fragment that is not the first one. */
bool is_later_fragment(const struct message *message);

/* The header of an answer to a message: SPIs, exchange and message ID copied, response flag set, initiator flag inverted. */
struct header answer_header(const struct header *request);

/* The header of INVALID_SPI in the clear (BASE-1.5-1). */
struct header hint_header(void);

/* Leaves out what would make an answer too large for what drew it, the last payload first (BASE-2.21.4-9), and logs it. The
   first so many payloads are needed: false if not even these fit. */
bool answer_fits(const struct policy *policy, const struct event *event, struct payloads *payloads, size_t needed, struct step *step);

/* Sends it back to where the packet of an event came from. */
void answer_send(const struct event *event, const struct header *header, const struct payloads *payloads, struct step *step);

/* The established IKE SA with the source of an ESP or AH packet, or NULL (BASE-2.21.4-7). */
const struct sa *suitable_sa(const struct answers *state, const struct event *event);

/* BASE-2.21.4-11: whether strangers may draw one more message under this IKE SA; and counts one. */
bool report_allowed(const struct policy *policy, const struct answers *state, const struct ike_spis *spis);
void report_count(const struct policy *policy, struct answers *state, const struct ike_spis *spis, struct step *step);

/* A tick later. */
void answers_tick(struct answers *state);

/* INVALID_SPI under it (BASE-1.5-5). */
void report_protected(const struct sa *sa, uint32_t spi, struct step *step);

/* Protected: the IKE SA is there, and a request of INFORMATIONAL is answered with nothing, or with what the role adds to the
   effect that is returned. NULL if nothing is sent. */
struct effect *answer_protected(const struct answers *state, const struct event *event, struct step *step);

#endif
