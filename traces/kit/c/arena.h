/* Memory that is given back all at once, and lists that grow in it. A step needs some of it and no longer than itself. */
#ifndef KIT_ARENA_H
#define KIT_ARENA_H

#include <stddef.h>

struct block;

/* All zero is an empty one. */
struct arena {
    struct block *blocks;
};

/* Octets that are all zero, aligned for anything. Without memory the process ends, with status 4 and one line. */
void *arena_take(struct arena *arena, size_t n);

/* What was taken is gone, the memory is kept for the next one. */
void arena_clear(struct arena *arena);

void arena_free(struct arena *arena);

/* A list of a type, for example LIST(children, struct child): {0} is the empty one. */
#define LIST(name, type)                                                                                               \
    struct name {                                                                                                      \
        type *at;                                                                                                      \
        size_t n, room, fresh; /* of the fresh one: where it is */                                                     \
    }

/* Makes room for one more element, zero, before the one at an index, and gives its address. */
#define list_open(arena, list, index)                                                                                  \
    ((list)->fresh = (index),                                                                                          \
     (list)->at = list_gap((arena), (list)->at, (list)->n, &(list)->room, (list)->fresh, sizeof *(list)->at),          \
     (list)->n++, (list)->at + (list)->fresh)

#define list_append(arena, list) list_open((arena), (list), (list)->n)

#define list_remove(list, index) ((void) list_close((list)->at, (list)->n, (index), sizeof *(list)->at), (void) (list)->n--)

/* So that the list can be changed and the one that it came from stays. */
#define list_copy(arena, list) ((list)->at = list_twin((arena), (list)->at, (list)->n, sizeof *(list)->at), (list)->room = (list)->n)

void *list_gap(struct arena *arena, void *at, size_t n, size_t *room, size_t index, size_t size);
void list_close(void *at, size_t n, size_t index, size_t size);
void *list_twin(struct arena *arena, const void *at, size_t n, size_t size);

#endif
