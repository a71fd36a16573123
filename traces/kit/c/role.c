#include "role.h"

#include <string.h>

/* Ids are cut out of constant texts once, so that a clause is one pointer and sets are small. */
static const char *word(struct arena *arena, const char *from, size_t n) {
    char *id = arena_take(arena, n + 1);
    return memcpy(id, from, n);
}

static bool cited(const struct step *step, const char *id, size_t n) {
    for (size_t i = 0; i < step->because.n; i++)
        if (strlen(step->because.at[i]) == n && memcmp(step->because.at[i], id, n) == 0) return true;
    return false;
}

void because(struct step *step, const char *ids) {
    while (*ids) {
        size_t n = strcspn(ids, " ");
        if (!cited(step, ids, n)) *list_append(step->arena, &step->because) = word(step->arena, ids, n);
        ids += n + (ids[n] == ' ');
    }
}

void log_line(struct step *step, const char *reason, const char *ids) {
    struct effect *effect = list_append(step->arena, &step->logs);
    effect->kind = LOG;
    effect->reason = reason;
    because(step, ids);
}

struct effect *act(struct step *step, enum effect_kind kind) {
    struct effect *effect = list_append(step->arena, &step->acts);
    effect->kind = kind;
    return effect;
}

struct effect *send_protected(struct step *step, const struct ike_spis *spis, uint8_t exchange, bool response) {
    struct effect *effect = act(step, SEND_PROTECTED);
    effect->spis = *spis;
    effect->exchange = exchange;
    effect->response = response;
    return effect;
}

void delete_ike_sa(struct step *step, const struct sa *sa) {
    struct effect *effect = act(step, IKE_SA_DELETED);
    effect->spis = sa->spis;
    effect->children = sa->children;
    list_copy(step->arena, &effect->children);
}

void delete_child_sa(struct step *step, const struct sa *sa, struct child child) {
    struct effect *effect = act(step, CHILD_SA_DELETED);
    effect->spis = sa->spis;
    effect->child = child;
}

bool received(struct step *step, const struct event *event, struct packet *packet) {
    *packet = packet_read(step->arena, event->protocol, event->from.port, event->to.port, event->datagram);
    if (packet->kind == PACKET_KEEPALIVE) log_line(step, "KEEPALIVE", "BASE-2.23-1");
    if (packet->kind == PACKET_MALFORMED) log_line(step, packet->fault.reason, packet->fault.clause);
    return packet->kind == PACKET_CHILD || packet->kind == PACKET_IKE;
}
