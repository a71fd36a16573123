package sfd.traces.tlc;

import java.util.Optional;
import sfd.traces.value.Value;

/**
 * A breadth-first walk over all that a model reaches, with TLC as the evaluator.
 *
 * <p>TLC keeps static state: one walk, or one check, at a time. Opening waits for other threads to close theirs.
 */
public final class Walk implements AutoCloseable {

    private Walk() {
    }

    /**
     * Reads the model.
     *
     * @throws TlcException          where a file is missing or TLC refuses it
     * @throws IllegalStateException where this thread has one open already
     */
    public static Walk open(Model model) {
        throw new UnsupportedOperationException();
    }

    /**
     * The value of a constant operator of the model's module, such as {@code Policies}.
     *
     * @return nothing where the module has no such operator
     * @throws TlcException where it takes arguments, depends on the state, or cannot be evaluated
     */
    public Optional<Value> constant(String name) {
        throw new UnsupportedOperationException();
    }

    /**
     * Walks the whole graph; a violation does not stop it.
     *
     * @throws TlcException where TLC cannot evaluate something, or a state and a cause do not determine what follows
     */
    public Walked run(Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
