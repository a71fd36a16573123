package sfd.traces.tlc;

import java.util.function.Supplier;

/** Something that TLC evaluates: what it throws becomes the one exception of this package. */
final class Evaluation {

    private Evaluation() {
    }

    static <T> T of(Console console, Supplier<T> task) {
        try {
            return task.get();
        } catch (TlcException | IllegalStateException e) {
            throw e;
        } catch (RuntimeException e) {
            String message = e.getMessage() == null ? Complaint.line(console.text(), e.toString()) : e.getMessage();
            throw new TlcException(Complaint.placed(message), e);
        } catch (StackOverflowError e) {
            throw new TlcException("TLC's evaluation goes too deep: an operator calls itself without end", e);
        }
    }
}
