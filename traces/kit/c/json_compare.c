#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "json.h"

enum { LONGEST = 512 };

struct place {
    char at[LONGEST];
    size_t n;
};

static size_t add(char *into, size_t n, size_t at, const char *text) {
    int more = snprintf(into + at, n - at, "%s", text);
    return at + (size_t) more < n ? at + (size_t) more : n - 1;
}

static size_t write(char *into, size_t n, size_t at, const struct json *value) {
    char number[32];
    if (!value) return add(into, n, at, "nothing");
    switch (value->kind) {
    case JSON_NULL: return add(into, n, at, "null");
    case JSON_BOOL: return add(into, n, at, value->truth ? "true" : "false");
    case JSON_NUMBER:
        snprintf(number, sizeof number, "%" PRId64, value->number);
        return add(into, n, at, number);
    case JSON_TEXT: return add(into, n, add(into, n, add(into, n, at, "\""), value->text), "\"");
    default: break;
    }
    bool object = value->kind == JSON_OBJECT;
    at = add(into, n, at, object ? "{" : "[");
    for (const struct json *element = value->first; element; element = element->next) {
        if (element != value->first) at = add(into, n, at, ",");
        if (object) at = add(into, n, add(into, n, at, element->key), ":");
        at = write(into, n, at, element);
    }
    return add(into, n, at, object ? "}" : "]");
}

void json_write(char *into, size_t n, const struct json *value) {
    write(into, n, 0, value);
}

static bool same_leaf(const struct json *a, const struct json *b) {
    switch (a->kind) {
    case JSON_BOOL: return a->truth == b->truth;
    case JSON_NUMBER: return a->number == b->number && a->number != INT64_MIN;
    case JSON_TEXT: return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
    default: return true;
    }
}

static const char *differ(struct arena *arena, const struct place *place, const struct json *expected, const struct json *actual) {
    char *text = arena_take(arena, 3 * LONGEST);
    size_t n = add(text, LONGEST, 0, place->n ? place->at : "the whole");
    n = add(text, 2 * LONGEST, n, ": ");
    n = write(text, 2 * LONGEST, n, expected);
    n = add(text, 3 * LONGEST, n, ", and came ");
    write(text, 3 * LONGEST, n, actual);
    return text;
}

static const char *difference(struct arena *arena, struct place *place, const struct json *expected, const struct json *actual) {
    if (!expected || !actual || expected->kind != actual->kind) return differ(arena, place, expected, actual);
    if (expected->kind < JSON_ARRAY) return same_leaf(expected, actual) ? NULL : differ(arena, place, expected, actual);
    size_t n = place->n;
    if (expected->kind == JSON_OBJECT) {
        const struct json *number = json_member(expected, "number");
        if (number && json_member(expected, "name")) return difference(arena, place, number, json_member(actual, "number"));
        for (const struct json *member = expected->first; member; member = member->next) {
            place->n = add(place->at, LONGEST, add(place->at, LONGEST, n, n ? "." : ""), member->key);
            const char *found = difference(arena, place, member, json_member(actual, member->key));
            if (found) return found;
        }
        for (const struct json *member = actual->first; member; member = member->next) {
            place->n = add(place->at, LONGEST, add(place->at, LONGEST, n, n ? "." : ""), member->key);
            if (!json_member(expected, member->key)) return differ(arena, place, NULL, member);
        }
    } else {
        const struct json *one = expected->first, *other = actual->first;
        for (size_t i = 0; one || other; i++) {
            char index[32];
            snprintf(index, sizeof index, "[%zu]", i);
            place->n = add(place->at, LONGEST, n, index);
            const char *found = difference(arena, place, one, other);
            if (found) return found;
            one = one->next;
            other = other->next;
        }
    }
    place->n = n;
    place->at[n] = '\0';
    return NULL;
}

const char *json_difference(struct arena *arena, const struct json *expected, const struct json *actual) {
    struct place place = {.n = 0};
    return difference(arena, &place, expected, actual);
}
