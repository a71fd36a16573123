/* Replays files of steps: replay FILE... ("-" is standard input). One line for each, then where it differs first. Ends with 0
   if all steps are as the files say, with 3 if some are not, with 4 and one line if a file cannot be used. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "input.h"
#include "judge.h"

struct known {
    int64_t number;
    struct state state;
    const struct json *value;
};

LIST(known_list, struct known);

struct replay {
    const char *name;
    size_t line;
    struct arena kept, step; /* of the whole file, and of one step */
    bool begun;
    enum role role;
    struct policy policy;
    int64_t states, steps; /* that the header promises */
    struct known_list known;
    int64_t passed, failed;
    char first[4096]; /* where it differs */
};

static bool unusable(const struct replay *replay, const char *problem, const char *field) {
    fprintf(stderr, "%s, line %zu: %s%s%s\n", replay->name, replay->line, problem, field ? ": " : "", field ? field : "");
    return false;
}

static const struct known *find(const struct replay *replay, int64_t number) {
    size_t low = 0, high = replay->known.n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (replay->known.at[middle].number < number) low = middle + 1;
        else high = middle;
    }
    return low < replay->known.n && replay->known.at[low].number == number ? &replay->known.at[low] : NULL;
}

static bool header(struct replay *replay, const struct json *json) {
    static const char *const formats[] = {"steps in octets, 1", NULL};
    struct form form = {.arena = &replay->kept};
    form_word(&form, json, "format", formats);
    replay->role = form_role(&form, json);
    replay->policy = form_policy(&form, form_field(&form, json, "policy"));
    replay->states = form_number(&form, json, "states", INT64_MAX);
    replay->steps = form_number(&form, json, "steps", INT64_MAX);
    replay->begun = true;
    return form.problem ? unusable(replay, form.problem, form.field) : true;
}

static bool state(struct replay *replay, const struct json *json) {
    struct form form = {.arena = &replay->kept};
    int64_t number = form_number(&form, json, "state", INT64_MAX);
    const struct json *value = form_field(&form, json, "value");
    struct state state = form_state(&form, replay->role, value);
    if (form.problem) return unusable(replay, form.problem, form.field);
    if (replay->known.n && number <= replay->known.at[replay->known.n - 1].number) return unusable(replay, "states do not ascend", NULL);
    const char *lost = json_difference(&replay->step, value, json_of_state(&replay->step, &state));
    if (lost) return unusable(replay, "a state is not as it is read", lost);
    *list_append(&replay->kept, &replay->known) = (struct known) {number, state, value};
    return true;
}

static bool step(struct replay *replay, const struct json *json) {
    struct form form = {.arena = &replay->step};
    int64_t number = form_number(&form, json, "step", INT64_MAX);
    const struct known *from = find(replay, form_number(&form, json, "from", INT64_MAX));
    const struct known *to = find(replay, form_number(&form, json, "to", INT64_MAX));
    struct event event = form_event(&form, form_field(&form, json, "event"));
    const struct json *effects = form_field(&form, json, "effects"), *because = form_field(&form, json, "because");
    form_list(&form, json, "because");
    if (form.problem) return unusable(replay, form.problem, form.field);
    if (!from || !to) return unusable(replay, "a step between states that are not there", NULL);
    const char *difference = judge(&replay->step, &replay->policy, &from->state, &event, to->value, effects, because);
    if (!difference) {
        replay->passed++;
    } else if (replay->failed++ == 0) {
        snprintf(replay->first, sizeof replay->first, "  step %" PRId64 ", from %" PRId64 ", %s: %s", number, from->number,
                 form_text(&form, form_field(&form, json, "event"), "event"), difference);
    }
    return true;
}

static bool line(struct replay *replay, const char *text, size_t n) {
    const char *problem = NULL;
    bool keep = !replay->begun || (n > 9 && memcmp(text, "{\"state\":", 9) == 0);
    const struct json *json = json_read(keep ? &replay->kept : &replay->step, text, n, &problem);
    if (!json) return unusable(replay, problem, NULL);
    if (!replay->begun) return header(replay, json);
    if (keep) return state(replay, json);
    return step(replay, json);
}

static bool lines(struct replay *replay, const char *text, size_t n) {
    for (const char *end = text + n, *at = text; at < end;) {
        const char *stop = memchr(at, '\n', (size_t) (end - at));
        if (!stop) stop = end;
        replay->line++;
        if (!line(replay, at, (size_t) (stop - at))) return false;
        arena_clear(&replay->step);
        at = stop + 1;
    }
    if (!replay->begun) return unusable(replay, "no header", NULL);
    if ((int64_t) replay->known.n != replay->states) return unusable(replay, "not as many states as the header says", NULL);
    if (replay->passed + replay->failed != replay->steps) return unusable(replay, "not as many steps as the header says", NULL);
    return true;
}

static int replay_file(const char *name) {
    struct replay replay = {.name = name};
    size_t n;
    char *text = input_read(name, &n);
    bool used = text && lines(&replay, text, n);
    if (used) printf("%s: %" PRId64 " steps passed, %" PRId64 " failed\n", name, replay.passed, replay.failed);
    if (used && replay.failed) puts(replay.first);
    arena_free(&replay.kept);
    arena_free(&replay.step);
    free(text);
    return !used ? UNUSABLE : replay.failed ? DIFFERS : ALL_PASSED;
}

int main(int argc, char **argv) {
    int worst = argc < 2 ? UNUSABLE : ALL_PASSED;
    if (argc < 2) fputs("replay FILE...\n", stderr);
    for (int i = 1; i < argc; i++) {
        int status = replay_file(argv[i]);
        if (status > worst) worst = status;
    }
    return worst;
}
