/* States: what is read is what is written. */
#include <string.h>

#include "form.h"

static uint32_t count(struct form *form, const struct json *object, const char *key) {
    return (uint32_t) form_number(form, object, key, INT32_MAX);
}

static struct octets identity(struct form *form, const struct json *json) {
    const char *text = form_text(form, json, "identity");
    return octets_copy(form->arena, text, strlen(text));
}

static struct sas read_sas(struct form *form, const struct json *object) {
    static const char *const phases[] = {"halfOpen", "established", NULL};
    struct sas sas = {0};
    for (const struct json *json = form_list(form, object, "sas"); json; json = json->next) {
        struct sa *sa = list_append(form->arena, &sas);
        sa->spis = form_spis(form, json);
        sa->established = form_word(form, json, "phase", phases);
        sa->here = form_end(form, json, "here");
        sa->peer = form_end(form, json, "peer");
        sa->initiator = form_bool(form, json, "initiator");
        sa->identity = identity(form, json);
        sa->children = form_children(form, json, "children");
        sa->secret = count(form, json, "secret");
        for (const struct json *digest = form_list(form, json, "tokenDigests"); digest; digest = digest->next)
            form_exactly_of(form, digest, list_append(form->arena, &sa->digests)->at, SHA256_OCTETS);
        for (size_t i = 1; i < sa->children.n; i++)
            if (sa->children.at[i - 1].in >= sa->children.at[i].in) form_wrong(form, "not sorted", "children");
        if (sas.n > 1 && spis_order(&sa[-1].spis, &sa->spis) >= 0) form_wrong(form, "not sorted", "sas");
    }
    return sas;
}

static struct spis_list read_pairs(struct form *form, const struct json *object, const char *key) {
    struct spis_list list = {0};
    for (const struct json *json = form_list(form, object, key); json; json = json->next)
        *list_append(form->arena, &list) = form_spis(form, json);
    return list;
}

static struct limiter read_limiter(struct form *form, const struct json *object, const char *key) {
    struct limiter limiter = {0};
    const struct json *json = form_field(form, object, key);
    for (const struct json *source = form_list(form, json, "sources"); source; source = source->next) {
        struct counted *counted = list_append(form->arena, &limiter.sources);
        counted->address = form_address(form, form_text(form, source, "address"));
        counted->count = count(form, source, "count");
    }
    limiter.others = count(form, json, "others");
    return limiter;
}

/* What is kept about an IKE SA goes with it, so there is no state in which it is left; and it is there once. */
static void about_known(struct form *form, const struct sas *sas, const struct ike_spis *spis, const struct ike_spis *before, const char *field) {
    if (!form->problem && !table_find(sas, spis)) form_wrong(form, "about an IKE SA that is not there", field);
    if (before && spis_order(before, spis) >= 0) form_wrong(form, "not sorted", field);
}

static struct liveness read_liveness(struct form *form, const struct json *object) {
    struct liveness liveness = {.sas = read_sas(form, object), .hinted = count(form, object, "hinted"), .heard = read_pairs(form, object, "heard")};
    for (const struct json *json = form_list(form, object, "checks"); json; json = json->next)
        *list_append(form->arena, &liveness.checks) = (struct check) {form_spis(form, json), count(form, json, "sent"), count(form, json, "age")};
    for (size_t i = 0; i < liveness.checks.n; i++) about_known(form, &liveness.sas, &liveness.checks.at[i].spis, i ? &liveness.checks.at[i - 1].spis : NULL, "checks");
    return liveness;
}

static struct answers read_answers(struct form *form, const struct json *object) {
    struct answers answers = {.sas = read_sas(form, object), .answered = count(form, object, "answered"), .answered_to = read_limiter(form, object, "answeredTo")};
    for (const struct json *json = form_list(form, object, "reported"); json; json = json->next)
        *list_append(form->arena, &answers.reported) = (struct reported) {form_spis(form, json), count(form, json, "count")};
    return answers;
}

static struct maker read_maker(struct form *form, const struct json *object) {
    struct maker maker = {.answers = read_answers(form, object), .secrets = form_secrets(form, object, "secrets"), .elsewhere = read_pairs(form, object, "elsewhere")};
    for (const struct json *json = form_list(form, object, "childMap"); json; json = json->next)
        *list_append(form->arena, &maker.child_map) = (struct mapped) {form_child_spi(form, json, "spi"), form_spis(form, json)};
    return maker;
}

static struct peer_x read_peer_x(struct form *form, const struct json *object) {
    struct peer_x x = {
        .answers = read_answers(form, object), .told = count(form, object, "told"), .verified = read_limiter(form, object, "verified"),
        .offered = read_limiter(form, object, "offered"), .secrets = form_secrets(form, object, "secrets"),
        .elsewhere = read_pairs(form, object, "elsewhere"),
    };
    for (const struct json *json = form_list(form, object, "lingering"); json; json = json->next)
        *list_append(form->arena, &x.lingering) = (struct lingering) {form_child_spi(form, json, "spi"), count(form, json, "ticks")};
    return x;
}

static struct peer_y read_peer_y(struct form *form, const struct json *object) {
    struct peer_y y = {
        .liveness = read_liveness(form, object), .secrets = form_secrets(form, object, "secrets"), .able = read_pairs(form, object, "able"),
        .asked = read_limiter(form, object, "asked"), .verified = read_limiter(form, object, "verified"),
    };
    for (const struct json *json = form_list(form, object, "damped"); json; json = json->next)
        *list_append(form->arena, &y.damped) = (struct damped) {identity(form, json), count(form, json, "ticks")};
    for (const struct json *json = form_list(form, object, "recoveries"); json; json = json->next)
        *list_append(form->arena, &y.recoveries) =
            (struct recovery) {form_spis(form, json), count(form, json, "pause"), form_octets(form, json, "cookie"), form_bool(form, json, "sure")};
    for (size_t i = 0; i < y.recoveries.n; i++) about_known(form, &y.liveness.sas, &y.recoveries.at[i].spis, i ? &y.recoveries.at[i - 1].spis : NULL, "recoveries");
    return y;
}

struct state form_state(struct form *form, enum role role, const struct json *json) {
    struct state state = {.role = role};
    switch (role) {
    case MAKER: state.of.maker = read_maker(form, json); break;
    case BASELINE: state.of.baseline = read_liveness(form, json); break;
    case TAKER: state.of.taker = (struct taker) {read_liveness(form, json), read_limiter(form, json, "verified")}; break;
    case PEER_X: state.of.x = read_peer_x(form, json); break;
    case PEER_Y: state.of.y = read_peer_y(form, json); break;
    }
    return state;
}

static void copy_sas(struct arena *arena, struct sas *sas) {
    list_copy(arena, sas);
    for (size_t i = 0; i < sas->n; i++) {
        list_copy(arena, &sas->at[i].children);
        list_copy(arena, &sas->at[i].digests);
    }
}

static void copy_liveness(struct arena *arena, struct liveness *liveness) {
    copy_sas(arena, &liveness->sas);
    list_copy(arena, &liveness->checks);
    list_copy(arena, &liveness->heard);
}

static void copy_answers(struct arena *arena, struct answers *answers) {
    copy_sas(arena, &answers->sas);
    list_copy(arena, &answers->answered_to.sources);
    list_copy(arena, &answers->reported);
}

struct state state_copy(struct arena *arena, const struct state *state) {
    struct state copy = *state;
    switch (copy.role) {
    case MAKER:
        copy_answers(arena, &copy.of.maker.answers);
        list_copy(arena, &copy.of.maker.secrets);
        list_copy(arena, &copy.of.maker.elsewhere);
        list_copy(arena, &copy.of.maker.child_map);
        break;
    case BASELINE: copy_liveness(arena, &copy.of.baseline); break;
    case TAKER:
        copy_liveness(arena, &copy.of.taker.liveness);
        list_copy(arena, &copy.of.taker.verified.sources);
        break;
    case PEER_X:
        copy_answers(arena, &copy.of.x.answers);
        list_copy(arena, &copy.of.x.verified.sources);
        list_copy(arena, &copy.of.x.offered.sources);
        list_copy(arena, &copy.of.x.secrets);
        list_copy(arena, &copy.of.x.lingering);
        list_copy(arena, &copy.of.x.elsewhere);
        break;
    case PEER_Y:
        copy_liveness(arena, &copy.of.y.liveness);
        list_copy(arena, &copy.of.y.secrets);
        list_copy(arena, &copy.of.y.able);
        list_copy(arena, &copy.of.y.asked.sources);
        list_copy(arena, &copy.of.y.verified.sources);
        list_copy(arena, &copy.of.y.damped);
        list_copy(arena, &copy.of.y.recoveries);
        break;
    }
    return copy;
}

void role_step(const struct policy *policy, struct state *state, const struct event *event, struct step *step) {
    switch (state->role) {
    case MAKER: maker_step(policy, &state->of.maker, event, step); break;
    case BASELINE: baseline_step(policy, &state->of.baseline, event, step); break;
    case TAKER: taker_step(policy, &state->of.taker, event, step); break;
    case PEER_X: peer_x_step(policy, &state->of.x, event, step); break;
    case PEER_Y: peer_y_step(policy, &state->of.y, event, step); break;
    }
}
