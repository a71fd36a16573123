/* Fields, and the values that many things have in them. */
#define _POSIX_C_SOURCE 200809L

#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>

#include "form.h"

void form_wrong(struct form *form, const char *problem, const char *field) {
    if (form->problem) return;
    form->problem = problem;
    form->field = field;
}

const struct json *form_field(struct form *form, const struct json *object, const char *key) {
    const struct json *member = json_member(object, key);
    if (!member) form_wrong(form, "a field is missing", key);
    return member;
}

static const struct json *of_kind(struct form *form, const struct json *object, const char *key, enum json_kind kind) {
    const struct json *member = form_field(form, object, key);
    if (member && member->kind != kind) form_wrong(form, "a field is of another kind", key);
    return member && member->kind == kind ? member : NULL;
}

int64_t form_number(struct form *form, const struct json *object, const char *key, int64_t most) {
    const struct json *json = of_kind(form, object, key, JSON_NUMBER);
    if (!json) return 0;
    if (json->number < 0 || json->number > most) form_wrong(form, "a number is out of range", key);
    return json->number;
}

bool form_bool(struct form *form, const struct json *object, const char *key) {
    const struct json *json = of_kind(form, object, key, JSON_BOOL);
    return json && json->truth;
}

const char *form_text(struct form *form, const struct json *object, const char *key) {
    const struct json *json = of_kind(form, object, key, JSON_TEXT);
    if (json && strlen(json->text) != json->length) form_wrong(form, "a text has a zero in it", key);
    return json ? json->text : "";
}

int form_word(struct form *form, const struct json *object, const char *key, const char *const words[]) {
    const char *text = form_text(form, object, key);
    for (int i = 0; words[i]; i++)
        if (strcmp(words[i], text) == 0) return i;
    form_wrong(form, "a word is unknown", key);
    return 0;
}

static int hex(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static struct octets octets_in(struct form *form, const char *text, const char *key) {
    size_t n = strlen(text) / 2;
    uint8_t *at = arena_take(form->arena, n + 1);
    bool fine = strlen(text) % 2 == 0;
    for (size_t i = 0; i < n; i++) {
        int high = hex(text[2 * i]), low = hex(text[2 * i + 1]);
        fine = fine && high >= 0 && low >= 0;
        if (!fine) break;
        at[i] = (uint8_t) (high << 4 | low);
    }
    if (!fine) form_wrong(form, "octets are not lower-case hexadecimal digits", key);
    return octets_of(at, n);
}

struct octets form_octets(struct form *form, const struct json *object, const char *key) {
    return octets_in(form, form_text(form, object, key), key);
}

static void exactly(struct form *form, struct octets octets, const char *key, uint8_t *into, size_t n) {
    if (octets.n == n) memcpy(into, octets.at, n);
    else form_wrong(form, "octets are too few or too many", key);
}

void form_exactly(struct form *form, const struct json *object, const char *key, uint8_t *into, size_t n) {
    exactly(form, form_octets(form, object, key), key, into, n);
}

void form_exactly_of(struct form *form, const struct json *element, uint8_t *into, size_t n) {
    exactly(form, octets_in(form, element->kind == JSON_TEXT ? element->text : "", "an element"), "an element", into, n);
}

struct ike_spis form_spis(struct form *form, const struct json *object) {
    struct ike_spis spis = {{0}};
    form_exactly(form, object, "spiI", spis.at, 8);
    form_exactly(form, object, "spiR", spis.at + 8, 8);
    return spis;
}

uint32_t form_child_spi(struct form *form, const struct json *object, const char *key) {
    uint8_t octets[4] = {0};
    form_exactly(form, object, key, octets, sizeof octets);
    return get32(octets);
}

struct address form_address(struct form *form, const char *text) {
    static const uint8_t mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    struct address address = {.n = 4};
    if (inet_pton(AF_INET, text, address.at) == 1) return address;
    address.n = 16;
    if (inet_pton(AF_INET6, text, address.at) != 1) {
        form_wrong(form, "a text is no address", text);
    } else if (memcmp(address.at, mapped, sizeof mapped) == 0) {
        address.n = 4;
        memmove(address.at, address.at + 12, 4);
        memset(address.at + 4, 0, 12);
    }
    return address;
}

/* 192.0.2.1, 192.0.2.1:500, 2001:db8::1, [2001:db8::1]:500 */
struct end form_end(struct form *form, const struct json *object, const char *key) {
    struct end end = {.port = 0};
    const char *text = form_text(form, object, key);
    char address[64];
    size_t n = strlen(text);
    const char *colon = strrchr(text, ':');
    bool brackets = text[0] == '[', port = colon && (brackets || strchr(text, ':') == colon);
    if (port) {
        char *rest;
        long number = strtol(colon + 1, &rest, 10);
        if (*rest || number < 1 || number > 65535) form_wrong(form, "a port is out of range", key);
        else end.port = (uint16_t) number;
        n = (size_t) (colon - text);
    }
    if (brackets && (n < 2 || text[n - 1] != ']')) form_wrong(form, "a bracket is missing", key);
    if (brackets && n >= 2) {
        text++;
        n -= 2;
    }
    if (n >= sizeof address) {
        form_wrong(form, "a text is no end", key);
        return end;
    }
    memcpy(address, text, n);
    address[n] = '\0';
    end.address = form_address(form, address);
    return end;
}

const struct json *form_list(struct form *form, const struct json *object, const char *key) {
    const struct json *json = of_kind(form, object, key, JSON_ARRAY);
    return json ? json->first : NULL;
}

struct secrets form_secrets(struct form *form, const struct json *object, const char *key) {
    struct secrets secrets = {0};
    for (const struct json *json = form_list(form, object, key); json; json = json->next) {
        struct secret *secret = list_append(form->arena, &secrets);
        secret->generation = (uint32_t) form_number(form, json, "generation", INT32_MAX);
        form_exactly(form, json, "octets", secret->at, SECRET_OCTETS);
    }
    return secrets;
}

struct payloads form_payloads(struct form *form, const struct json *object, const char *key) {
    struct payloads payloads = {0};
    for (const struct json *json = form_list(form, object, key); json; json = json->next) {
        struct payload *payload = list_append(form->arena, &payloads);
        payload->type = (uint8_t) form_number(form, form_field(form, json, "type"), "number", 255);
        payload->data = form_octets(form, json, "data");
        if (payload->type != PAYLOAD_NOTIFY) continue;
        payload->notify = (uint16_t) form_number(form, form_field(form, json, "notify"), "number", 65535);
        payload->protocol = (uint8_t) form_number(form, json, "protocol", 255);
        payload->spi = form_octets(form, json, "spi");
        if (payload->spi.n > 255) form_wrong(form, "octets are too many", "spi");
    }
    return payloads;
}

struct child form_child(struct form *form, const struct json *object) {
    return (struct child) {form_child_spi(form, object, "in"), form_child_spi(form, object, "out")};
}

struct children form_children(struct form *form, const struct json *object, const char *key) {
    struct children children = {0};
    for (const struct json *json = form_list(form, object, key); json; json = json->next)
        *list_append(form->arena, &children) = form_child(form, json);
    return children;
}
