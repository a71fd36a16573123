package sfd.fuzz;

import java.util.function.Supplier;

/** What must hold of every input. */
final class Claim {

    private Claim() {
    }

    /** @throws AssertionError with this sentence unless it holds */
    static void that(boolean holds, String sentence) {
        if (!holds) {
            throw new AssertionError(sentence);
        }
    }

    /** The same, for a sentence that is not made unless needed. */
    static void that(boolean holds, Supplier<String> sentence) {
        if (!holds) {
            throw new AssertionError(sentence.get());
        }
    }
}
