package sfd.bench;

/** What a row needs beyond Java. */
public enum Need {
    /** A C compiler. */
    C,
    /** A C compiler and a processor with SHA instructions. */
    SHA_INSTRUCTIONS,
    /** A C compiler and OpenSSL's library. */
    OPENSSL
}
