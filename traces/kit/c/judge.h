/* One step: what a role makes of an event, held against what a file says. */
#ifndef KIT_JUDGE_H
#define KIT_JUDGE_H

#include "form.h"

/* NULL if all is the same, else what is not, with the clauses: in the arena. The state is left as it is. */
const char *judge(struct arena *arena, const struct policy *policy, const struct state *from, const struct event *event,
                  const struct json *next, const struct json *effects, const struct json *because);

#endif
