package sfd.bench;

/**
 * The functions of {@code rulers.c}. Each makes {@code n} operations; what it returns depends on all of them. Only after
 * {@link RulersLibrary#load}.
 */
final class Rulers {

    private Rulers() {
    }

    /** One SHA-256 compression each, with the SHA instructions; each one's SPIs come out of the token before. */
    static native long compressions(byte[] secret, int n);

    /** 1 if OpenSSL's libcrypto is there: before the next two. */
    static native long openSsl();

    /** Tokens by OpenSSL's EVP digest, its context used again. */
    static native long evpDigests(byte[] secret, int n);

    /** Tokens by OpenSSL's HMAC-SHA-512, key and context made anew for each. */
    static native long hmacs(byte[] secret, int n);

    /** Hashes of SPI pairs, each one's SPI-I the hash before; after {@link #table}. */
    static native long siphashes(int n);

    /** Takes datagrams of {@code length} octets each, for those below, which go around in them. */
    static native long datagrams(byte[] flat, int length);

    /** Takes the SPI pairs that are known, and the key of their hash. */
    static native long table(long[] spis, long key0, long key1);

    static native long decodes(int n);

    static native long encodes(int n);

    /** Datagrams decoded, looked up, and dropped because the answers are used up. */
    static native long drops(int n);

    /** Datagrams sent and received over loopback; -1 where that fails. */
    static native long loopbacks(int n);
}
