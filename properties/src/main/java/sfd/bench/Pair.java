package sfd.bench;

/** Who is measured, and against what. */
record Pair(Body candidate, Body anchor) {

    /** The same against itself. */
    static Pair same(Body body) {
        return new Pair(body, body);
    }

    /** The candidate made slower: it makes {@code factor} operations where it says that it made one. */
    Pair slowed(double factor) {
        return new Pair(n -> candidate.run((int) Math.max(1, Math.round(n * factor))), anchor);
    }
}
