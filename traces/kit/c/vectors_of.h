/* What this implementation makes of one case of a vector file. */
#ifndef KIT_VECTORS_OF_H
#define KIT_VECTORS_OF_H

#include "form.h"

struct outcome {
    const char *refused;  /* why, or NULL */
    int payload;          /* at fault, or -1 */
    struct json *outputs; /* an object of fields */
};

struct outcome outcome_refused(const char *reason);
struct outcome outcome_fine(struct form *form);
struct outcome outcome_with(struct form *form, const char *key, struct json *value); /* one field alone */

enum protocol protocol_of(struct form *form, const struct json *group);

struct json *json_of_check(struct form *form, const struct check_spi *check);

struct outcome vector_datagram(struct form *form, const struct json *group, const struct json *one);
struct outcome vector_verification(struct form *form, const struct json *group, const struct json *one);
struct outcome vector_hint(struct form *form, const struct json *group, const struct json *one);
struct outcome vector_reply(struct form *form, const struct json *group, const struct json *one);
struct outcome vector_report(struct form *form, const struct json *group, const struct json *one);

/* A function for the cases of a group of this type, or NULL. */
typedef struct outcome (*vector_handler)(struct form *form, const struct json *group, const struct json *one);
vector_handler vector_handler_of(const char *function, const char *type);

#endif
