#include <string.h>

#include "json.h"

struct json *json_node(struct arena *arena, enum json_kind kind) {
    struct json *json = arena_take(arena, sizeof *json);
    json->kind = kind;
    return json;
}

const struct json *json_member(const struct json *object, const char *key) {
    if (!object || object->kind != JSON_OBJECT) return NULL;
    const struct json *member = object->first;
    while (member && strcmp(member->key, key) != 0) member = member->next;
    return member;
}

struct json *json_object(struct arena *arena) {
    return json_node(arena, JSON_OBJECT);
}

struct json *json_array(struct arena *arena) {
    return json_node(arena, JSON_ARRAY);
}

struct json *json_text(struct arena *arena, const char *text, size_t n) {
    struct json *json = json_node(arena, JSON_TEXT);
    char *copy = arena_take(arena, n + 1);
    if (n) memcpy(copy, text, n);
    json->text = copy;
    json->length = n;
    return json;
}

struct json *json_number(struct arena *arena, int64_t number) {
    struct json *json = json_node(arena, JSON_NUMBER);
    json->number = number;
    return json;
}

struct json *json_bool(struct arena *arena, bool truth) {
    struct json *json = json_node(arena, JSON_BOOL);
    json->truth = truth;
    return json;
}

struct json *json_hex(struct arena *arena, const void *octets, size_t n) {
    struct json *json = json_node(arena, JSON_TEXT);
    const uint8_t *at = octets;
    char *text = arena_take(arena, 2 * n + 1);
    for (size_t i = 0; i < n; i++) {
        text[2 * i] = "0123456789abcdef"[at[i] >> 4];
        text[2 * i + 1] = "0123456789abcdef"[at[i] & 15];
    }
    json->text = text;
    json->length = 2 * n;
    return json;
}

void json_put(struct json *into, const char *key, struct json *value) {
    value->key = key;
    if (into->last) into->last->next = value;
    else into->first = value;
    into->last = value;
    into->length++;
}
