#include "input.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *all_of(FILE *file, size_t *n) {
    size_t room = 1 << 16;
    char *at = malloc(room);
    *n = 0;
    while (at) {
        *n += fread(at + *n, 1, room - *n - 1, file);
        if (*n < room - 1) break;
        char *more = realloc(at, room *= 2);
        if (!more) free(at);
        at = more;
    }
    if (at) at[*n] = '\0';
    return at;
}

char *input_read(const char *name, size_t *n) {
    FILE *file = strcmp(name, "-") == 0 ? stdin : fopen(name, "rb");
    if (!file) {
        fprintf(stderr, "%s: %s\n", name, strerror(errno));
        return NULL;
    }
    char *at = all_of(file, n);
    bool read = at && !ferror(file);
    if (file != stdin) fclose(file);
    if (read) return at;
    fprintf(stderr, "%s: cannot be read\n", name);
    free(at);
    return NULL;
}
