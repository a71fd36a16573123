/* What this implementation makes of one case of a vector file. */
#ifndef KIT_VECTORS_OF_H
#define KIT_VECTORS_OF_H

#include "form.h"

struct outcome {
    const char *refused;  /* why, or NULL */
    int payload;          /* at fault, or -1 */
    struct json *outputs; /* an object of fields */
};

/* A function for the cases of a group of this type, or NULL. */
typedef struct outcome (*vector_handler)(struct form *form, const struct json *group, const struct json *one);
vector_handler vector_handler_of(const char *function, const char *type);

#endif
