package sfd.mutation;

/**
 * What noticed a mutant first.
 *
 * @param model in which
 * @param words what is otherwise there, in one line
 */
record Notice(Kind kind, String model, String words) {

    /** The kinds of notice. */
    enum Kind {
        /** A property holds that should not, or does not that should, or a shortest path is as long no more. */
        VERDICT,
        /** The graph has another size; also where it grows beyond four times what it had. */
        COUNT,
        /** The Java role does another step, or has no word for what the spec does. */
        MISMATCH,
        /** TLC cannot read the module, or cannot evaluate a step: nobody compared anything. */
        UNEVALUATED
    }
}
