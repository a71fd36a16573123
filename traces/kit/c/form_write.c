/* States as JSON. */
#define _POSIX_C_SOURCE 200809L

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>

#include "form.h"

struct json *json_of_text(struct arena *arena, const char *text) {
    return json_text(arena, text, strlen(text));
}

struct json *json_of_octets(struct arena *arena, struct octets octets) {
    return json_hex(arena, octets.at, octets.n);
}

struct json *json_of_code(struct arena *arena, int64_t number) {
    struct json *json = json_object(arena);
    json_put(json, "number", json_number(arena, number));
    return json;
}

struct json *json_of_child_spi(struct arena *arena, uint32_t spi) {
    uint8_t at[4];
    put32(at, spi);
    return json_hex(arena, at, sizeof at);
}

void json_put_spis(struct arena *arena, struct json *into, const struct ike_spis *spis) {
    json_put(into, "spiI", json_hex(arena, spis->at, 8));
    json_put(into, "spiR", json_hex(arena, spis->at + 8, 8));
}

static const char *address(const struct address *address, char into[INET6_ADDRSTRLEN]) {
    return inet_ntop(address->n == 4 ? AF_INET : AF_INET6, address->at, into, INET6_ADDRSTRLEN);
}

struct json *json_of_end(struct arena *arena, const struct end *end) {
    char at[INET6_ADDRSTRLEN], whole[INET6_ADDRSTRLEN + 16];
    address(&end->address, at);
    if (!end->port) return json_of_text(arena, at);
    snprintf(whole, sizeof whole, end->address.n == 4 ? "%s:%u" : "[%s]:%u", at, end->port);
    return json_of_text(arena, whole);
}

struct json *json_of_child(struct arena *arena, struct child child) {
    struct json *json = json_object(arena);
    json_put(json, "in", json_of_child_spi(arena, child.in));
    json_put(json, "out", json_of_child_spi(arena, child.out));
    return json;
}

struct json *json_of_children(struct arena *arena, const struct children *children) {
    struct json *json = json_array(arena);
    for (size_t i = 0; i < children->n; i++) json_put(json, NULL, json_of_child(arena, children->at[i]));
    return json;
}

static struct json *sas(struct arena *arena, const struct sas *sas) {
    struct json *all = json_array(arena);
    for (size_t i = 0; i < sas->n; i++) {
        const struct sa *sa = &sas->at[i];
        struct json *json = json_object(arena), *digests = json_array(arena);
        json_put_spis(arena, json, &sa->spis);
        json_put(json, "phase", json_of_text(arena, sa->established ? "established" : "halfOpen"));
        json_put(json, "here", json_of_end(arena, &sa->here));
        json_put(json, "peer", json_of_end(arena, &sa->peer));
        json_put(json, "initiator", json_bool(arena, sa->initiator));
        json_put(json, "identity", json_text(arena, (const char *) sa->identity.at, sa->identity.n));
        json_put(json, "children", json_of_children(arena, &sa->children));
        for (size_t k = 0; k < sa->digests.n; k++) json_put(digests, NULL, json_hex(arena, sa->digests.at[k].at, SHA256_OCTETS));
        json_put(json, "tokenDigests", digests);
        json_put(json, "secret", json_number(arena, sa->secret));
        json_put(all, NULL, json);
    }
    return all;
}

static struct json *pairs(struct arena *arena, const struct spis_list *list) {
    struct json *all = json_array(arena);
    for (size_t i = 0; i < list->n; i++) {
        struct json *json = json_object(arena);
        json_put_spis(arena, json, &list->at[i]);
        json_put(all, NULL, json);
    }
    return all;
}

static struct json *limiter(struct arena *arena, const struct limiter *limiter) {
    struct json *json = json_object(arena), *sources = json_array(arena);
    for (size_t i = 0; i < limiter->sources.n; i++) {
        char at[INET6_ADDRSTRLEN];
        struct json *source = json_object(arena);
        json_put(source, "address", json_of_text(arena, address(&limiter->sources.at[i].address, at)));
        json_put(source, "count", json_number(arena, limiter->sources.at[i].count));
        json_put(sources, NULL, source);
    }
    json_put(json, "sources", sources);
    json_put(json, "others", json_number(arena, limiter->others));
    return json;
}

static struct json *secrets(struct arena *arena, const struct secrets *secrets) {
    struct json *all = json_array(arena);
    for (size_t i = 0; i < secrets->n; i++) {
        struct json *json = json_object(arena);
        json_put(json, "generation", json_number(arena, secrets->at[i].generation));
        json_put(json, "octets", json_hex(arena, secrets->at[i].at, SECRET_OCTETS));
        json_put(all, NULL, json);
    }
    return all;
}

static void put_liveness(struct arena *arena, struct json *json, const struct liveness *liveness) {
    struct json *checks = json_array(arena);
    for (size_t i = 0; i < liveness->checks.n; i++) {
        struct json *check = json_object(arena);
        json_put_spis(arena, check, &liveness->checks.at[i].spis);
        json_put(check, "sent", json_number(arena, liveness->checks.at[i].sent));
        json_put(check, "age", json_number(arena, liveness->checks.at[i].age));
        json_put(checks, NULL, check);
    }
    json_put(json, "sas", sas(arena, &liveness->sas));
    json_put(json, "checks", checks);
    json_put(json, "hinted", json_number(arena, liveness->hinted));
    json_put(json, "heard", pairs(arena, &liveness->heard));
}

static void put_answers(struct arena *arena, struct json *json, const struct answers *answers) {
    json_put(json, "sas", sas(arena, &answers->sas));
    json_put(json, "answered", json_number(arena, answers->answered));
    json_put(json, "answeredTo", limiter(arena, &answers->answered_to));
    struct json *reported = json_array(arena);
    for (size_t i = 0; i < answers->reported.n; i++) {
        struct json *count = json_object(arena);
        json_put_spis(arena, count, &answers->reported.at[i].spis);
        json_put(count, "count", json_number(arena, answers->reported.at[i].count));
        json_put(reported, NULL, count);
    }
    json_put(json, "reported", reported);
}

static void put_maker(struct arena *arena, struct json *json, const struct maker *maker) {
    struct json *map = json_array(arena);
    for (size_t i = 0; i < maker->child_map.n; i++) {
        struct json *mapped = json_object(arena);
        json_put(mapped, "spi", json_of_child_spi(arena, maker->child_map.at[i].spi));
        json_put_spis(arena, mapped, &maker->child_map.at[i].spis);
        json_put(map, NULL, mapped);
    }
    put_answers(arena, json, &maker->answers);
    json_put(json, "secrets", secrets(arena, &maker->secrets));
    json_put(json, "elsewhere", pairs(arena, &maker->elsewhere));
    json_put(json, "childMap", map);
}

static void put_peer_x(struct arena *arena, struct json *json, const struct peer_x *x) {
    struct json *all = json_array(arena);
    for (size_t i = 0; i < x->lingering.n; i++) {
        struct json *one = json_object(arena);
        json_put(one, "spi", json_of_child_spi(arena, x->lingering.at[i].spi));
        json_put(one, "ticks", json_number(arena, x->lingering.at[i].ticks));
        json_put(all, NULL, one);
    }
    put_answers(arena, json, &x->answers);
    json_put(json, "told", json_number(arena, x->told));
    json_put(json, "verified", limiter(arena, &x->verified));
    json_put(json, "offered", limiter(arena, &x->offered));
    json_put(json, "secrets", secrets(arena, &x->secrets));
    json_put(json, "elsewhere", pairs(arena, &x->elsewhere));
    json_put(json, "lingering", all);
}

static void put_peer_y(struct arena *arena, struct json *json, const struct peer_y *y) {
    struct json *damped = json_array(arena), *recoveries = json_array(arena);
    for (size_t i = 0; i < y->damped.n; i++) {
        struct json *one = json_object(arena);
        json_put(one, "identity", json_text(arena, (const char *) y->damped.at[i].identity.at, y->damped.at[i].identity.n));
        json_put(one, "ticks", json_number(arena, y->damped.at[i].ticks));
        json_put(damped, NULL, one);
    }
    for (size_t i = 0; i < y->recoveries.n; i++) {
        struct json *one = json_object(arena);
        json_put_spis(arena, one, &y->recoveries.at[i].spis);
        json_put(one, "pause", json_number(arena, y->recoveries.at[i].pause));
        json_put(one, "cookie", json_of_octets(arena, y->recoveries.at[i].cookie));
        json_put(one, "sure", json_bool(arena, y->recoveries.at[i].sure));
        json_put(recoveries, NULL, one);
    }
    put_liveness(arena, json, &y->liveness);
    json_put(json, "secrets", secrets(arena, &y->secrets));
    json_put(json, "able", pairs(arena, &y->able));
    json_put(json, "asked", limiter(arena, &y->asked));
    json_put(json, "verified", limiter(arena, &y->verified));
    json_put(json, "damped", damped);
    json_put(json, "recoveries", recoveries);
}

struct json *json_of_state(struct arena *arena, const struct state *state) {
    struct json *json = json_object(arena);
    switch (state->role) {
    case MAKER: put_maker(arena, json, &state->of.maker); break;
    case BASELINE: put_liveness(arena, json, &state->of.baseline); break;
    case TAKER:
        put_liveness(arena, json, &state->of.taker.liveness);
        json_put(json, "verified", limiter(arena, &state->of.taker.verified));
        break;
    case PEER_X: put_peer_x(arena, json, &state->of.x); break;
    case PEER_Y: put_peer_y(arena, json, &state->of.y); break;
    }
    return json;
}
