/* Effects and clauses as JSON. */
#include <stdlib.h>
#include <string.h>

#include "form.h"

struct json *json_of_payload(struct arena *arena, const struct payload *payload) {
    struct json *json = json_object(arena);
    json_put(json, "type", json_of_code(arena, payload->type));
    if (payload->type == PAYLOAD_NOTIFY) {
        json_put(json, "notify", json_of_code(arena, payload->notify));
        json_put(json, "protocol", json_number(arena, payload->protocol));
        json_put(json, "spi", json_of_octets(arena, payload->spi));
    }
    json_put(json, "data", json_of_octets(arena, payload->data));
    return json;
}

static struct json *payloads(struct arena *arena, const struct payloads *payloads) {
    struct json *json = json_array(arena);
    for (size_t i = 0; i < payloads->n; i++) json_put(json, NULL, json_of_payload(arena, &payloads->at[i]));
    return json;
}

/* In the order of enum effect_kind. */
static const char *const EFFECTS[] = {"Send", "SendProtected", "Retransmit", "IkeSaDeleted", "ChildSaDeleted", "Initiate", "Accept", "Log"};

static struct json *of_effect(struct arena *arena, const struct effect *effect) {
    struct json *json = json_object(arena);
    enum effect_kind kind = effect->kind;
    json_put(json, "effect", json_of_text(arena, EFFECTS[kind]));
    if (kind != SEND && kind != ACCEPT && kind != LOG) json_put_spis(arena, json, &effect->spis);
    if (kind == SEND || kind == INITIATE || kind == ACCEPT) json_put(json, "from", json_of_end(arena, &effect->from));
    if (kind == SEND || kind == INITIATE) json_put(json, "to", json_of_end(arena, &effect->to));
    if (kind == SEND) json_put(json, "datagram", json_of_octets(arena, effect->datagram));
    if (kind == SEND_PROTECTED) {
        json_put(json, "exchange", json_of_code(arena, effect->exchange));
        json_put(json, "response", json_bool(arena, effect->response));
    }
    if (kind == SEND_PROTECTED || kind == INITIATE || kind == ACCEPT) json_put(json, "payloads", payloads(arena, &effect->payloads));
    if (kind == IKE_SA_DELETED) json_put(json, "children", json_of_children(arena, &effect->children));
    if (kind == CHILD_SA_DELETED) json_put(json, "child", json_of_child(arena, effect->child));
    if (kind == LOG) json_put(json, "reason", json_of_text(arena, effect->reason));
    return json;
}

struct json *json_of_effects(struct arena *arena, const struct step *step) {
    struct json *json = json_array(arena);
    for (size_t i = 0; i < step->logs.n; i++) json_put(json, NULL, of_effect(arena, &step->logs.at[i]));
    for (size_t i = 0; i < step->acts.n; i++) json_put(json, NULL, of_effect(arena, &step->acts.at[i]));
    return json;
}

static int order(const void *a, const void *b) {
    return strcmp(*(const char *const *) a, *(const char *const *) b);
}

static struct json *sorted(struct arena *arena, const char **texts, size_t n) {
    struct json *json = json_array(arena);
    if (n) qsort(texts, n, sizeof *texts, order);
    for (size_t i = 0; i < n; i++) json_put(json, NULL, json_of_text(arena, texts[i]));
    return json;
}

struct json *json_of_because(struct arena *arena, const struct step *step) {
    return sorted(arena, step->because.at, step->because.n);
}

struct json *json_sorted(struct arena *arena, const struct json *texts) {
    struct clauses all = {0};
    for (const struct json *json = texts->first; json; json = json->next) *list_append(arena, &all) = json->kind == JSON_TEXT ? json->text : "?";
    return sorted(arena, all.at, all.n);
}
