package sfd.vectors;

/** What a flag is about. */
enum Kind {
    /** What happens every day. */
    NORMAL,
    /** The first and the last value that a field may have, and those beside them. */
    BOUNDARY,
    /** Octets that say nothing. */
    MALFORMED,
    /** Well-formed octets that another computation, or another place in it, gives. */
    MISTAKEN,
    /** What an attacker would send. */
    FORGED,
    /** What a receiver has to ignore. */
    IGNORED,
    /** What the texts leave open, and a reading decides. */
    READING;

    String word() {
        return name().toLowerCase();
    }
}
