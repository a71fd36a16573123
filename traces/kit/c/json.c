#include "json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 64 };

struct text {
    struct arena *arena;
    const char *at, *end;
    const char *problem;
};

static struct json *value(struct text *in, int depth);

static struct json *refuse(struct text *in, const char *problem) {
    if (!in->problem) in->problem = problem;
    in->at = in->end;
    return NULL;
}

static char peek(struct text *in) {
    while (in->at < in->end && strchr(" \t\r\n", *in->at) && *in->at) in->at++;
    return in->at < in->end ? *in->at : '\0';
}

static bool take(struct text *in, char expected) {
    if (peek(in) != expected) return false;
    in->at++;
    return true;
}

static int hex_digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static long four_digits(struct text *in) {
    long code = 0;
    for (int i = 0; i < 4; i++, in->at++) {
        int digit = in->at < in->end ? hex_digit(*in->at) : -1;
        if (digit < 0) return -1;
        code = code * 16 + digit;
    }
    return code;
}

static char *put_utf8(char *to, long code) {
    if (code < 0x80) {
        *to++ = (char) code;
    } else if (code < 0x800) {
        *to++ = (char) (0xc0 | code >> 6);
        *to++ = (char) (0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        *to++ = (char) (0xe0 | code >> 12);
        *to++ = (char) (0x80 | (code >> 6 & 0x3f));
        *to++ = (char) (0x80 | (code & 0x3f));
    } else {
        *to++ = (char) (0xf0 | code >> 18);
        *to++ = (char) (0x80 | (code >> 12 & 0x3f));
        *to++ = (char) (0x80 | (code >> 6 & 0x3f));
        *to++ = (char) (0x80 | (code & 0x3f));
    }
    return to;
}

/* Behind the backslash. Two escapes make one character beyond the first 65,536. */
static char *escape(struct text *in, char *to) {
    static const char from[] = "\"\\/bfnrt", into[] = "\"\\/\b\f\n\r\t";
    char c = in->at < in->end ? *in->at++ : '\0';
    const char *found = c ? strchr(from, c) : NULL;
    if (found) {
        *to++ = into[found - from];
        return to;
    }
    long code = c == 'u' ? four_digits(in) : -1;
    if (code >= 0xd800 && code < 0xdc00) {
        bool pair = in->end - in->at > 2 && in->at[0] == '\\' && in->at[1] == 'u';
        in->at += pair ? 2 : 0;
        long low = pair ? four_digits(in) : -1;
        code = low >= 0xdc00 && low < 0xe000 ? 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00) : -1;
    } else if (code >= 0xdc00 && code < 0xe000) {
        code = -1;
    }
    if (code < 0) {
        refuse(in, "an escape that is none");
        return to;
    }
    return put_utf8(to, code);
}

static struct json *string(struct text *in) {
    const char *end = ++in->at;
    while (end < in->end && *end != '"') end += *end == '\\' ? 2 : 1;
    if (end >= in->end) return refuse(in, "a text without end");
    struct json *json = json_node(in->arena, JSON_TEXT);
    char *text = arena_take(in->arena, (size_t) (end - in->at) + 1), *to = text;
    while (!in->problem && in->at < end) {
        char c = *in->at++;
        if ((unsigned char) c < 0x20) return refuse(in, "a control character in a text");
        if (c == '\\') to = escape(in, to);
        else *to++ = c;
    }
    if (in->problem) return NULL;
    in->at = end + 1;
    json->text = text;
    json->length = (size_t) (to - text);
    return json;
}

static size_t digits(struct text *in) {
    const char *from = in->at;
    while (in->at < in->end && *in->at >= '0' && *in->at <= '9') in->at++;
    return (size_t) (in->at - from);
}

static struct json *number(struct text *in) {
    const char *from = in->at;
    bool whole = true, fine;
    if (*in->at == '-') in->at++;
    const char *first = in->at;
    size_t n = digits(in);
    fine = n > 0 && (n == 1 || *first != '0');
    if (in->at < in->end && *in->at == '.') {
        in->at++;
        whole = false;
        fine = fine && digits(in) > 0;
    }
    if (in->at < in->end && (*in->at == 'e' || *in->at == 'E')) {
        in->at++;
        whole = false;
        if (in->at < in->end && (*in->at == '+' || *in->at == '-')) in->at++;
        fine = fine && digits(in) > 0;
    }
    if (!fine) return refuse(in, "a number that is none");
    struct json *json = json_node(in->arena, JSON_NUMBER);
    json->number = whole && n <= 18 ? strtoll(from, NULL, 10) : INT64_MIN;
    return json;
}

static struct json *word(struct text *in, const char *name, enum json_kind kind, bool truth) {
    size_t n = strlen(name);
    if ((size_t) (in->end - in->at) < n || memcmp(in->at, name, n) != 0) return refuse(in, "a word that is none");
    in->at += n;
    struct json *json = json_node(in->arena, kind);
    json->truth = truth;
    return json;
}

static struct json *many(struct text *in, int depth, char close) {
    if (depth == DEEPEST) return refuse(in, "nested too deeply");
    in->at++;
    struct json *json = json_node(in->arena, close == ']' ? JSON_ARRAY : JSON_OBJECT);
    if (take(in, close)) return json;
    do {
        const char *key = NULL;
        if (close == '}') {
            struct json *name = peek(in) == '"' ? string(in) : NULL;
            if (!name || !take(in, ':')) return refuse(in, "an object without a name");
            if (json_member(json, name->text)) return refuse(in, "a name that occurs twice");
            key = name->text;
        }
        struct json *element = value(in, depth + 1);
        if (!element) return NULL;
        json_put(json, key, element);
    } while (take(in, ','));
    return take(in, close) ? json : refuse(in, "an array or object without end");
}

static struct json *value(struct text *in, int depth) {
    switch (peek(in)) {
    case '{': return many(in, depth, '}');
    case '[': return many(in, depth, ']');
    case '"': return string(in);
    case 't': return word(in, "true", JSON_BOOL, true);
    case 'f': return word(in, "false", JSON_BOOL, false);
    case 'n': return word(in, "null", JSON_NULL, false);
    case '-': case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9': return number(in);
    default: return refuse(in, "no value where there should be one");
    }
}

struct json *json_read(struct arena *arena, const char *text, size_t n, const char **problem) {
    struct text in = {arena, text, text + n, NULL};
    struct json *json = value(&in, 0);
    if (json && (peek(&in) || in.at < in.end)) json = refuse(&in, "something behind the value");
    *problem = in.problem;
    return json;
}
