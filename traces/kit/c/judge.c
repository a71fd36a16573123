#include "judge.h"

#include <stdio.h>
#include <string.h>

enum { LONGEST = 4096 };

static bool has(const struct json *texts, const struct json *text) {
    for (const struct json *json = texts->first; json; json = json->next)
        if (strcmp(json->text, text->text) == 0) return true;
    return false;
}

static void add(char *line, const char *text) {
    size_t n = strlen(line);
    snprintf(line + n, LONGEST - n, "%s", text);
}

/* The clauses of one list that the other has not. */
static void name_missing(char *line, const char *title, const struct json *these, const struct json *others) {
    bool any = false;
    for (const struct json *json = these->first; json; json = json->next) {
        if (has(others, json)) continue;
        add(line, any ? " " : title);
        add(line, json->text);
        any = true;
    }
}

static void name_all(char *line, const struct json *clauses) {
    add(line, clauses->first ? "; decided by" : "; decided by no clause");
    for (const struct json *json = clauses->first; json; json = json->next) {
        add(line, " ");
        add(line, json->text);
    }
}

const char *judge(struct arena *arena, const struct policy *policy, const struct state *from, const struct event *event,
                  const struct json *next, const struct json *effects, const struct json *because) {
    struct state state = state_copy(arena, from);
    struct step step = {.arena = arena};
    role_step(policy, &state, event, &step);
    const struct json *expected = json_sorted(arena, because), *came = json_of_because(arena, &step);
    const char *of_effects = json_difference(arena, effects, json_of_effects(arena, &step));
    const char *of_next = json_difference(arena, next, json_of_state(arena, &state));
    const char *of_clauses = json_difference(arena, expected, came);
    if (!of_effects && !of_next && !of_clauses) return NULL;
    char *line = arena_take(arena, LONGEST);
    if (of_effects) {
        add(line, "; effects ");
        add(line, of_effects);
    }
    if (of_next) {
        add(line, "; next ");
        add(line, of_next);
    }
    name_missing(line, "; not cited: ", expected, came);
    name_missing(line, "; cited and should not be: ", came, expected);
    if (!of_clauses) name_all(line, expected);
    return line + 2;
}
