/* Holds this implementation to files of vectors: vectors FILE... ("-" is standard input). One line for each, then where it
   differs first. Ends as replay does. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "input.h"
#include "judge.h"
#include "vectors_of.h"

struct run {
    const char *name;
    struct arena arena;
    const struct json *file;
    int64_t passed, failed;
    char first[4096];
};

static const char *const RESULTS[] = {"valid", "invalid", "acceptable", NULL};
enum { VALID, INVALID, ACCEPTABLE };

/* What is behind `result` are outputs, but for the reason, the reading, and a payload at fault. */
static const struct json *outputs_of(struct arena *arena, const struct json *one) {
    struct json *outputs = json_object(arena);
    const struct json *member = json_member(one, "result");
    while (member && (member = member->next)) {
        if (strcmp(member->key, "reading") == 0) continue;
        struct json *copy = arena_take(arena, sizeof *copy);
        *copy = *member;
        copy->next = NULL;
        json_put(outputs, member->key, copy);
    }
    return outputs;
}

static const char *wrongly(struct arena *arena, const char *what, const char *detail) {
    char *line = arena_take(arena, strlen(what) + strlen(detail) + 1);
    return strcat(strcpy(line, what), detail);
}

static const char *compare(struct form *form, const struct json *one, int result, const struct outcome *outcome) {
    struct arena *arena = form->arena;
    const struct json *reason = json_member(one, "reason"), *payload = json_member(one, "payload");
    if (result == INVALID && !outcome->refused) return "has to be refused";
    if (result == INVALID && reason && strcmp(form_text(form, one, "reason"), outcome->refused) != 0) return wrongly(arena, "another reason: ", outcome->refused);
    /* Where the payload is no input its type is an output. */
    if (result == INVALID && payload && payload->kind == JSON_NUMBER && payload->number != outcome->payload) return "another payload is at fault";
    if (result == VALID && outcome->refused) return wrongly(arena, "has to be taken, and was refused: ", outcome->refused);
    return outcome->refused ? NULL : json_difference(arena, outputs_of(arena, one), outcome->outputs);
}

/* A step of a role, as in the kit: state and event of the case, policy of the group. */
static const char *compare_step(struct form *form, const struct json *group, const struct json *one) {
    struct policy policy = form_policy(form, form_field(form, group, "policy"));
    const struct json *before = form_field(form, one, "state"), *after = json_member(one, "next");
    struct state state = form_state(form, form_role(form, group), before);
    struct event event = form_event(form, form_field(form, one, "event"));
    const struct json *effects = form_field(form, one, "effects"), *because = form_field(form, one, "because");
    form_list(form, one, "because");
    if (form->problem) return NULL;
    const char *lost = json_difference(form->arena, before, json_of_state(form->arena, &state));
    if (lost) return wrongly(form->arena, "the state is not as it is read: ", lost);
    return judge(form->arena, &policy, &state, &event, after ? after : before, effects, because);
}

static void note(struct run *run, struct form *form, const struct json *one, const char *difference) {
    if (run->failed++) return;
    size_t n = (size_t) snprintf(run->first, sizeof run->first, "  case %" PRId64 ", %s: %s; flags", form_number(form, one, "id", INT64_MAX), form_text(form, one, "comment"), difference);
    for (const struct json *flag = form_list(form, one, "flags"); flag && n < sizeof run->first; flag = flag->next) {
        const struct json *known = json_member(json_member(run->file, "flags"), flag->kind == JSON_TEXT ? flag->text : "");
        n += (size_t) snprintf(run->first + n, sizeof run->first - n, " %s (", flag->kind == JSON_TEXT ? flag->text : "?");
        for (const struct json *clause = form_list(form, known, "clauses"); clause && n < sizeof run->first; clause = clause->next)
            n += (size_t) snprintf(run->first + n, sizeof run->first - n, "%s%s", clause->kind == JSON_TEXT ? clause->text : "?", clause->next ? " " : ")");
    }
}

static bool unusable(const struct run *run, const char *problem, const char *field) {
    fprintf(stderr, "%s: %s%s%s\n", run->name, problem, field ? ": " : "", field ? field : "");
    return false;
}

static bool one_case(struct run *run, const char *function, const struct json *group, const struct json *one) {
    struct form form = {.arena = &run->arena};
    const char *type = form_text(&form, group, "type"), *difference;
    int result = form_word(&form, one, "result", RESULTS);
    vector_handler handler = vector_handler_of(function, type);
    if (strcmp(function, "answer") == 0 && strcmp(type, "step") == 0) {
        difference = compare_step(&form, group, one);
    } else if (handler) {
        struct outcome outcome = handler(&form, group, one);
        if (form.problem) return unusable(run, form.problem, form.field);
        difference = compare(&form, one, result, &outcome);
    } else {
        return unusable(run, "a type that is unknown", type);
    }
    if (form.problem) return unusable(run, form.problem, form.field);
    if (difference) note(run, &form, one, difference);
    else run->passed++;
    return true;
}

static bool all_cases(struct run *run, const char *text, size_t n) {
    const char *problem = NULL;
    struct form form = {.arena = &run->arena};
    run->file = json_read(&run->arena, text, n, &problem);
    if (!run->file) return unusable(run, problem, NULL);
    const char *function = form_text(&form, run->file, "function");
    int64_t cases = form_number(&form, run->file, "cases", INT64_MAX);
    for (const struct json *group = form_list(&form, run->file, "groups"); group; group = group->next)
        for (const struct json *one = form_list(&form, group, "cases"); one; one = one->next)
            if (!one_case(run, function, group, one)) return false;
    if (form.problem) return unusable(run, form.problem, form.field);
    return run->passed + run->failed == cases || unusable(run, "not as many cases as it says", NULL);
}

static int run_file(const char *name) {
    struct run run = {.name = name};
    size_t n;
    char *text = input_read(name, &n);
    bool used = text && all_cases(&run, text, n);
    if (used) printf("%s: %" PRId64 " cases passed, %" PRId64 " failed\n", name, run.passed, run.failed);
    if (used && run.failed) puts(run.first);
    arena_free(&run.arena);
    free(text);
    return !used ? UNUSABLE : run.failed ? DIFFERS : ALL_PASSED;
}

int main(int argc, char **argv) {
    int worst = argc < 2 ? UNUSABLE : ALL_PASSED;
    if (argc < 2) fputs("vectors FILE...\n", stderr);
    for (int i = 1; i < argc; i++) {
        int status = run_file(argv[i]);
        if (status > worst) worst = status;
    }
    return worst;
}
