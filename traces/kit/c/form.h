/* The JSON of the kit, to and from what the roles work with. */
#ifndef KIT_FORM_H
#define KIT_FORM_H

#include "json.h"
#include "maker.h"
#include "peer_x.h"
#include "peer_y.h"
#include "taker.h"

enum role { MAKER, BASELINE, TAKER, PEER_X, PEER_Y };

struct state {
    enum role role;
    union {
        struct maker maker;
        struct liveness baseline;
        struct taker taker;
        struct peer_x x;
        struct peer_y y;
    } of;
};

/* Reading: the first thing that is not as it should be is kept, and what was read then means nothing. */
struct form {
    struct arena *arena;
    const char *problem, *field;
};

void form_wrong(struct form *form, const char *problem, const char *field);
const struct json *form_field(struct form *form, const struct json *object, const char *key);
int64_t form_number(struct form *form, const struct json *object, const char *key, int64_t most);
bool form_bool(struct form *form, const struct json *object, const char *key);
/* Which of these words it is, the last one NULL. */
int form_word(struct form *form, const struct json *object, const char *key, const char *const words[]);
const char *form_text(struct form *form, const struct json *object, const char *key);
struct octets form_octets(struct form *form, const struct json *object, const char *key);
void form_exactly(struct form *form, const struct json *object, const char *key, uint8_t *into, size_t n);
/* The same of an element of an array. */
void form_exactly_of(struct form *form, const struct json *element, uint8_t *into, size_t n);
struct ike_spis form_spis(struct form *form, const struct json *object);
uint32_t form_child_spi(struct form *form, const struct json *object, const char *key);
struct end form_end(struct form *form, const struct json *object, const char *key);
struct address form_address(struct form *form, const char *text);
struct secrets form_secrets(struct form *form, const struct json *object, const char *key);
struct payloads form_payloads(struct form *form, const struct json *object, const char *key);
struct children form_children(struct form *form, const struct json *object, const char *key);
struct child form_child(struct form *form, const struct json *object);
/* The first element of an array; the others are behind it. */
const struct json *form_list(struct form *form, const struct json *object, const char *key);

enum role form_role(struct form *form, const struct json *object);
struct policy form_policy(struct form *form, const struct json *json);
struct event form_event(struct form *form, const struct json *json);
struct state form_state(struct form *form, enum role role, const struct json *json);

/* Writing. */
struct json *json_of_state(struct arena *arena, const struct state *state);
struct json *json_of_effects(struct arena *arena, const struct step *step);
/* Sorted. */
struct json *json_of_because(struct arena *arena, const struct step *step);
struct json *json_sorted(struct arena *arena, const struct json *texts);
struct json *json_of_text(struct arena *arena, const char *text);
struct json *json_of_octets(struct arena *arena, struct octets octets);
struct json *json_of_child(struct arena *arena, struct child child);
struct json *json_of_children(struct arena *arena, const struct children *children);
struct json *json_of_end(struct arena *arena, const struct end *end);
struct json *json_of_code(struct arena *arena, int64_t number);
void json_put_spis(struct arena *arena, struct json *into, const struct ike_spis *spis);
struct json *json_of_child_spi(struct arena *arena, uint32_t spi);
struct json *json_of_payload(struct arena *arena, const struct payload *payload);

/* A step of any role: of a state that no other one shares its lists with. */
void role_step(const struct policy *policy, struct state *state, const struct event *event, struct step *step);

/* The same value with lists of its own. */
struct state state_copy(struct arena *arena, const struct state *state);

#endif
