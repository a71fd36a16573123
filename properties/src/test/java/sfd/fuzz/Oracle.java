package sfd.fuzz;

/** What must hold of every step of a role, by what is remembered of the steps before. */
interface Oracle<S> {

    /** @throws AssertionError with the sentence that does not hold */
    void judge(Happened<S> h);
}
