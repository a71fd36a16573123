/* JSON (RFC 8259): read into a tree, made as a tree, compared. */
#ifndef KIT_JSON_H
#define KIT_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"

enum json_kind { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_TEXT, JSON_ARRAY, JSON_OBJECT };

struct json {
    enum json_kind kind;
    bool truth;
    int64_t number;          /* of a number that is no whole one, or too large, the least there is */
    const char *text;        /* UTF-8, with a zero behind it that does not count */
    size_t length;           /* octets of the text; elements of an array or object */
    const char *key;         /* where it stands in an object */
    struct json *first, *last, *next;
};

/* NULL, and what is wrong, if these octets are not exactly one value. */
struct json *json_read(struct arena *arena, const char *text, size_t n, const char **problem);

/* NULL if it is no object or has no such member. */
const struct json *json_member(const struct json *object, const char *key);

struct json *json_node(struct arena *arena, enum json_kind kind);
struct json *json_object(struct arena *arena);
struct json *json_array(struct arena *arena);
struct json *json_text(struct arena *arena, const char *text, size_t n);
struct json *json_number(struct arena *arena, int64_t number);
struct json *json_bool(struct arena *arena, bool truth);
struct json *json_hex(struct arena *arena, const void *octets, size_t n);

/* Puts a value at the end of an object, or, without a key, of an array. */
void json_put(struct json *into, const char *key, struct json *value);

/* NULL if the two are the same value, else where they differ first, and how: "sas[0].secret: 1, and 0 came". Of an object
   that names a number only the number counts. */
const char *json_difference(struct arena *arena, const struct json *expected, const struct json *actual);

/* The beginning of it as text, at most so many octets with the zero. */
void json_write(char *into, size_t n, const struct json *value);

#endif
