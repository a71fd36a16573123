package sfd.bench;

/** What is measured: an operation, made many times. */
@FunctionalInterface
interface Body {

    /** Makes {@code n} operations; what it returns depends on all of them, so that none can be left out. */
    long run(int n);
}
