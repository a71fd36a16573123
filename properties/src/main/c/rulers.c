/*
 * The rulers: what the hardware does at best, in plain C, called from sfd.bench.Rulers. They measure the reference and
 * are no part of it. Each function makes n operations and returns something that depends on all of them.
 *
 * Built by sfd.bench.RulersLibrary with gcc -O2; the SHA instructions are used behind a target attribute, so that the
 * library loads on a processor without them, where nobody calls that function.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <immintrin.h>
#include <jni.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define RULER(name) JNIEXPORT jlong JNICALL Java_sfd_bench_Rulers_##name
#define APART __attribute__((noinline))

static inline uint16_t be16(const uint8_t *at) { uint16_t v; memcpy(&v, at, 2); return __builtin_bswap16(v); }
static inline uint32_t be32(const uint8_t *at) { uint32_t v; memcpy(&v, at, 4); return __builtin_bswap32(v); }
static inline uint64_t be64(const uint8_t *at) { uint64_t v; memcpy(&v, at, 8); return __builtin_bswap64(v); }
static inline void put16(uint8_t *at, uint16_t v) { v = __builtin_bswap16(v); memcpy(at, &v, 2); }
static inline void put32(uint8_t *at, uint32_t v) { v = __builtin_bswap32(v); memcpy(at, &v, 4); }
static inline void put64(uint8_t *at, uint64_t v) { v = __builtin_bswap64(v); memcpy(at, &v, 8); }

/* ---- Digests. ---- */

static const uint32_t K[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

/* One compression from the initial value, with the SHA instructions; block and state in big-endian octets. */
__attribute__((target("sha,sse4.1"))) static APART void compress(const uint8_t block[64], uint8_t out[32]) {
    const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
    /* The two halves as the instructions want them: a b e f and c d g h. */
    __m128i abef = _mm_set_epi32(0x6a09e667, (int) 0xbb67ae85, 0x510e527f, (int) 0x9b05688c);
    __m128i cdgh = _mm_set_epi32(0x3c6ef372, (int) 0xa54ff53a, 0x1f83d9ab, 0x5be0cd19);
    const __m128i abef0 = abef, cdgh0 = cdgh;
    __m128i w[4];
    for (int i = 0; i < 4; i++) {
        w[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *) (block + 16 * i)), swap);
    }
#pragma GCC unroll 16
    for (int i = 0; i < 16; i++) {
        __m128i wk = _mm_add_epi32(w[i & 3], _mm_loadu_si128((const __m128i *) (K + 4 * i)));
        cdgh = _mm_sha256rnds2_epu32(cdgh, abef, wk);
        abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(wk, 0x0e));
        if (i < 12) {
            __m128i next = _mm_sha256msg1_epu32(w[i & 3], w[(i + 1) & 3]);
            next = _mm_add_epi32(next, _mm_alignr_epi8(w[(i + 3) & 3], w[(i + 2) & 3], 4));
            w[i & 3] = _mm_sha256msg2_epu32(next, w[(i + 3) & 3]);
        }
    }
    abef = _mm_add_epi32(abef, abef0);
    cdgh = _mm_add_epi32(cdgh, cdgh0);
    /* Back to a b c d and e f g h. */
    __m128i feba = _mm_shuffle_epi32(abef, 0x1b);
    __m128i dchg = _mm_shuffle_epi32(cdgh, 0xb1);
    __m128i abcd = _mm_blend_epi16(feba, dchg, 0xf0);
    __m128i efgh = _mm_alignr_epi8(dchg, feba, 8);
    _mm_storeu_si128((__m128i *) out, _mm_shuffle_epi8(abcd, swap));
    _mm_storeu_si128((__m128i *) (out + 16), _mm_shuffle_epi8(efgh, swap));
}

/* Secret (32), SPI-I (8), SPI-R (8), and the padding of one block. */
static void token_block(uint8_t block[64], const uint8_t *secret) {
    memset(block, 0, 64);
    memcpy(block, secret, 32);
    block[48] = 0x80;
    put16(block + 62, 48 * 8);
}

RULER(compressions)(JNIEnv *env, jclass type, jbyteArray secret, jint n) {
    uint8_t block[64], token[32] = {0};
    jbyte own[32];
    (*env)->GetByteArrayRegion(env, secret, 0, 32, own);
    token_block(block, (const uint8_t *) own);
    for (int i = 0; i < n; i++) {
        memcpy(block + 32, token, 16); /* the next SPIs come out of this token: no two can overlap */
        compress(block, token);
    }
    return (jlong) be64(token);
}

static struct {
    void *(*md_ctx_new)(void);
    const void *(*sha256)(void);
    const void *(*sha512)(void);
    int (*init)(void *, const void *, void *);
    int (*update)(void *, const void *, size_t);
    int (*final)(void *, unsigned char *, unsigned int *);
    unsigned char *(*hmac)(const void *, const void *, int, const unsigned char *, size_t, unsigned char *, unsigned int *);
} openssl;

/* 1 if OpenSSL's libcrypto 3 is on this machine. */
RULER(openSsl)(JNIEnv *env, jclass type) {
    void *lib = dlopen("libcrypto.so.3", RTLD_NOW);
    if (lib == NULL) {
        return 0;
    }
    openssl.md_ctx_new = dlsym(lib, "EVP_MD_CTX_new");
    openssl.sha256 = dlsym(lib, "EVP_sha256");
    openssl.sha512 = dlsym(lib, "EVP_sha512");
    openssl.init = dlsym(lib, "EVP_DigestInit_ex");
    openssl.update = dlsym(lib, "EVP_DigestUpdate");
    openssl.final = dlsym(lib, "EVP_DigestFinal_ex");
    openssl.hmac = dlsym(lib, "HMAC");
    return openssl.md_ctx_new && openssl.sha256 && openssl.sha512 && openssl.init && openssl.update
        && openssl.final && openssl.hmac;
}

RULER(evpDigests)(JNIEnv *env, jclass type, jbyteArray secret, jint n) {
    static void *ctx = NULL;
    static const void *sha256;
    uint8_t input[48] = {0}, token[32] = {0};
    if (ctx == NULL) {
        ctx = openssl.md_ctx_new();
        sha256 = openssl.sha256();
    }
    (*env)->GetByteArrayRegion(env, secret, 0, 32, (jbyte *) input);
    for (int i = 0; i < n; i++) {
        memcpy(input + 32, token, 16);
        openssl.init(ctx, sha256, NULL);
        openssl.update(ctx, input, 48);
        openssl.final(ctx, token, NULL);
    }
    return (jlong) be64(token);
}

RULER(hmacs)(JNIEnv *env, jclass type, jbyteArray secret, jint n) {
    uint8_t key[32], spis[16] = {0}, token[64] = {0};
    unsigned int length;
    (*env)->GetByteArrayRegion(env, secret, 0, 32, (jbyte *) key);
    for (int i = 0; i < n; i++) {
        memcpy(spis, token, 16);
        openssl.hmac(openssl.sha512(), key, 32, spis, 16, token, &length);
    }
    return (jlong) be64(token);
}

/* ---- The hash of SPI pairs: SipHash-1-3 over 16 octets. ---- */

static inline uint64_t rotl(uint64_t v, int by) { return v << by | v >> (64 - by); }

#define SIP_ROUND                                          \
    v0 += v1; v1 = rotl(v1, 13) ^ v0; v0 = rotl(v0, 32);   \
    v2 += v3; v3 = rotl(v3, 16) ^ v2;                      \
    v0 += v3; v3 = rotl(v3, 21) ^ v0;                      \
    v2 += v1; v1 = rotl(v1, 17) ^ v2; v2 = rotl(v2, 32);

static uint64_t k0, k1;

static inline uint64_t sip(uint64_t a, uint64_t b) {
    uint64_t v0 = k0 ^ 0x736f6d6570736575, v1 = k1 ^ 0x646f72616e646f6d;
    uint64_t v2 = k0 ^ 0x6c7967656e657261, v3 = k1 ^ 0x7465646279746573;
    const uint64_t last = (uint64_t) 16 << 56;
    v3 ^= a; SIP_ROUND v0 ^= a;
    v3 ^= b; SIP_ROUND v0 ^= b;
    v3 ^= last; SIP_ROUND v0 ^= last;
    v2 ^= 0xff; SIP_ROUND SIP_ROUND SIP_ROUND
    return v0 ^ v1 ^ v2 ^ v3;
}

RULER(siphashes)(JNIEnv *env, jclass type, jint n) {
    uint64_t h = 0;
    for (int i = 0; i < n; i++) {
        h = sip(h, (uint64_t) i);
    }
    return (jlong) h;
}

/* ---- Datagrams and the table, copied here once. ---- */


struct payload { const uint8_t *data; uint16_t length, notify; uint8_t type, protocol, spi_size; };
struct message { uint64_t initiator, responder; uint32_t id; uint8_t exchange, flags; int payloads; struct payload payload[16]; };

static uint8_t *datagrams;
static int datagram_length, datagram_count;
static struct message *messages; /* the same, decoded; made when first asked for */

RULER(datagrams)(JNIEnv *env, jclass type, jbyteArray flat, jint length) {
    int total = (*env)->GetArrayLength(env, flat);
    datagrams = realloc(datagrams, total);
    (*env)->GetByteArrayRegion(env, flat, 0, total, (jbyte *) datagrams);
    datagram_length = length;
    datagram_count = total / length;
    free(messages);
    messages = NULL;
    return datagram_count;
}

struct entry { uint64_t initiator, responder; };
static struct entry *table;
static uint64_t table_mask;

/* Open addressing, at most half full, no pair of zeros in it. */
RULER(table)(JNIEnv *env, jclass type, jlongArray spis, jlong key0, jlong key1) {
    int longs = (*env)->GetArrayLength(env, spis);
    jlong *from = (*env)->GetLongArrayElements(env, spis, NULL);
    uint64_t size = 2;
    while (size < (uint64_t) longs) {
        size *= 2;
    }
    k0 = key0;
    k1 = key1;
    free(table);
    table = calloc(size, sizeof *table);
    table_mask = size - 1;
    for (int i = 0; i < longs; i += 2) {
        uint64_t at = sip(from[i], from[i + 1]) & table_mask;
        while (table[at].initiator | table[at].responder) {
            at = (at + 1) & table_mask;
        }
        table[at] = (struct entry) {from[i], from[i + 1]};
    }
    (*env)->ReleaseLongArrayElements(env, spis, from, JNI_ABORT);
    return longs / 2;
}

static int known(uint64_t initiator, uint64_t responder) {
    uint64_t at = sip(initiator, responder) & table_mask;
    while (table[at].initiator | table[at].responder) {
        if (table[at].initiator == initiator && table[at].responder == responder) {
            return 1;
        }
        at = (at + 1) & table_mask;
    }
    return 0;
}

/* ---- IKE messages on port 4500: marker, header, chain. ---- */

static int is_known_type(int type) { return (type >= 33 && type <= 48) || type == 53; }

/* 0 if well-formed, else the number of the fault: every check of sfd.ike.Wire. */
static APART int decode(const uint8_t *octets, int length, struct message *m) {
    if (length < 4 || be32(octets) != 0) {
        return 1;
    }
    octets += 4;
    length -= 4;
    if (length < 28) {
        return 2;
    }
    m->initiator = be64(octets);
    m->responder = be64(octets + 8);
    int type = octets[16];
    if (octets[17] >> 4 != 2) {
        return 3;
    }
    m->exchange = octets[18];
    m->flags = octets[19];
    m->id = be32(octets + 20);
    if (be32(octets + 24) != (uint32_t) length) {
        return 4;
    }
    int at = 28;
    m->payloads = 0;
    while (type != 0) {
        if (length - at < 4) {
            return 5;
        }
        const uint8_t *p = octets + at;
        int size = be16(p + 2);
        if (size < 4) {
            return 6;
        }
        if (size > length - at) {
            return 7;
        }
        if ((p[1] & 0x80) != 0 && !is_known_type(type)) {
            return 8;
        }
        if (m->payloads == 16) {
            return 9;
        }
        struct payload *out = &m->payload[m->payloads++];
        out->type = type;
        if (type == 41) {
            if (size < 8) {
                return 10;
            }
            if (p[5] > size - 8) {
                return 11;
            }
            out->protocol = p[4];
            out->spi_size = p[5];
            out->notify = be16(p + 6);
            out->data = p + 8 + p[5];
            out->length = size - 8 - p[5];
        } else {
            out->data = p + 4;
            out->length = size - 4;
        }
        type = type == 46 || type == 53 ? 0 : p[0];
        at += size;
    }
    return at == length ? 0 : 12;
}

static APART int encode(const struct message *m, uint8_t *out) {
    memset(out, 0, 4);
    uint8_t *h = out + 4;
    put64(h, m->initiator);
    put64(h + 8, m->responder);
    h[16] = m->payloads > 0 ? m->payload[0].type : 0;
    h[17] = 0x20;
    h[18] = m->exchange;
    h[19] = m->flags;
    put32(h + 20, m->id);
    int at = 28;
    for (int i = 0; i < m->payloads; i++) {
        const struct payload *p = &m->payload[i];
        uint8_t *o = h + at;
        int fixed = p->type == 41 ? 8 : 4;
        o[0] = i + 1 < m->payloads ? m->payload[i + 1].type : 0;
        o[1] = 0;
        put16(o + 2, fixed + p->length);
        if (p->type == 41) {
            o[4] = p->protocol;
            o[5] = 0;
            put16(o + 6, p->notify);
        }
        memcpy(o + fixed, p->data, p->length);
        at += fixed + p->length;
    }
    put32(h + 24, at);
    return at + 4;
}

RULER(decodes)(JNIEnv *env, jclass type, jint n) {
    struct message m;
    uint64_t sum = 0;
    for (int i = 0, d = 0; i < n; i++, d = d + 1 == datagram_count ? 0 : d + 1) {
        int fault = decode(datagrams + d * datagram_length, datagram_length, &m);
        sum += fault + m.initiator + m.payloads;
    }
    return (jlong) sum;
}

RULER(encodes)(JNIEnv *env, jclass type, jint n) {
    uint8_t out[2048];
    uint64_t sum = 0;
    if (messages == NULL) {
        messages = malloc(datagram_count * sizeof *messages);
        for (int d = 0; d < datagram_count; d++) {
            decode(datagrams + d * datagram_length, datagram_length, &messages[d]);
        }
    }
    for (int i = 0, d = 0; i < n; i++, d = d + 1 == datagram_count ? 0 : d + 1) {
        sum += encode(&messages[d], out) + out[11];
    }
    return (jlong) sum;
}

/* What a flooded maker does with a datagram: decode, look up, see that it is a protected request, see the limit. */
static APART int answered(const uint8_t *octets, int length, int answers, int limit) {
    struct message m;
    if (decode(octets, length, &m) != 0) {
        return 0;
    }
    if (known(m.initiator, m.responder)) {
        return 0;
    }
    int last = m.payloads == 0 ? 0 : m.payload[m.payloads - 1].type;
    if ((m.flags & 0x20) != 0 || (last != 46 && last != 53) || m.exchange == 34) {
        return 0;
    }
    return answers < limit;
}

RULER(drops)(JNIEnv *env, jclass type, jint n) {
    uint64_t sum = 0;
    for (int i = 0, d = 0; i < n; i++, d = d + 1 == datagram_count ? 0 : d + 1) {
        sum += answered(datagrams + d * datagram_length, datagram_length, 3, 3);
    }
    return (jlong) sum;
}

/* One datagram sent and received over loopback; -1 where there is none. */
RULER(loopbacks)(JNIEnv *env, jclass type, jint n) {
    static int in = -1, out = -1;
    uint8_t buffer[2048];
    uint64_t sum = 0;
    if (in < 0) {
        struct sockaddr_in to = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
        socklen_t size = sizeof to;
        in = socket(AF_INET, SOCK_DGRAM, 0);
        out = socket(AF_INET, SOCK_DGRAM, 0);
        if (bind(in, (struct sockaddr *) &to, size) != 0 || getsockname(in, (struct sockaddr *) &to, &size) != 0
            || connect(out, (struct sockaddr *) &to, size) != 0) {
            return -1;
        }
    }
    for (int i = 0, d = 0; i < n; i++, d = d + 1 == datagram_count ? 0 : d + 1) {
        if (send(out, datagrams + d * datagram_length, datagram_length, 0) < 0) {
            return -1;
        }
        sum += recv(in, buffer, sizeof buffer, 0);
    }
    return (jlong) sum;
}
