#include "arena.h"

#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct block {
    struct block *next;
    size_t used, size;
    alignas(max_align_t) unsigned char at[];
};

static const size_t LEAST = 1 << 16;

static struct block *block_of(size_t size) {
    struct block *block = malloc(sizeof *block + size);
    if (!block) {
        fputs("no memory\n", stderr);
        exit(4);
    }
    block->used = 0;
    block->size = size;
    return block;
}

void *arena_take(struct arena *arena, size_t n) {
    size_t step = alignof(max_align_t);
    size_t size = (n + step - 1) / step * step;
    struct block *block = arena->blocks;
    if (!block || block->size - block->used < size) {
        block = block_of(size > LEAST ? size : LEAST);
        block->next = arena->blocks;
        arena->blocks = block;
    }
    void *at = block->at + block->used;
    block->used += size;
    return memset(at, 0, size);
}

void arena_clear(struct arena *arena) {
    while (arena->blocks && arena->blocks->next) {
        struct block *block = arena->blocks;
        arena->blocks = block->next;
        free(block);
    }
    if (arena->blocks) arena->blocks->used = 0;
}

void arena_free(struct arena *arena) {
    arena_clear(arena);
    free(arena->blocks);
    arena->blocks = NULL;
}

void *list_gap(struct arena *arena, void *at, size_t n, size_t *room, size_t index, size_t size) {
    unsigned char *list = at;
    if (n == *room) {
        *room = n ? 2 * n : 4;
        list = arena_take(arena, *room * size);
        if (n) memcpy(list, at, n * size);
    }
    memmove(list + (index + 1) * size, list + index * size, (n - index) * size);
    memset(list + index * size, 0, size);
    return list;
}

void list_close(void *at, size_t n, size_t index, size_t size) {
    unsigned char *list = at;
    memmove(list + index * size, list + (index + 1) * size, (n - index - 1) * size);
}

void *list_twin(struct arena *arena, const void *at, size_t n, size_t size) {
    return n ? memcpy(arena_take(arena, n * size), at, n * size) : NULL;
}
