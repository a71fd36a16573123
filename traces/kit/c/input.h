/* Files of the kit, as a whole in memory. */
#ifndef KIT_INPUT_H
#define KIT_INPUT_H

#include "arena.h"

enum { ALL_PASSED = 0, DIFFERS = 3, UNUSABLE = 4 };

/* All octets of a file, or with "-" of standard input, with a zero behind them. NULL, and one line on standard error, if it
   cannot be read. */
char *input_read(const char *name, size_t *n);

#endif
