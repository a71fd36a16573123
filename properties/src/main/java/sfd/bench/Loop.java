package sfd.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * One operation after the other, round and round through all inputs.
 *
 * <p>Each loop is a class of its own, made from the same octets: so its compiler sees one operation in it, as in a
 * program that does just this. One loop for all would call every operation through a table, which no ruler in C does.
 */
final class Loop {

    private Loop() {
    }

    /** Operations that do not wait for each other; what they return is summed up. */
    static <T> Body over(T[] inputs, ToLongFunction<T> operation) {
        return own(Summed.class, inputs, operation);
    }

    /**
     * Each slice goes on where the last one stopped. Every result is zero, but only the result tells so: which input is
     * the next one is not known before, as no datagram is before it has come.
     */
    static <T> Body chained(T[] inputs, ToIntFunction<T> zero) {
        return own(Chained.class, inputs, zero);
    }

    private static Body own(Class<? extends Body> form, Object[] inputs, Object operation) {
        String file = form.getName().substring(form.getPackageName().length() + 1) + ".class";
        try (InputStream octets = form.getResourceAsStream(file)) {
            Class<?> own = MethodHandles.lookup().defineHiddenClass(octets.readAllBytes(), true).lookupClass();
            return (Body) own.getDeclaredConstructors()[0].newInstance(inputs, operation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a class of this project is not as it was compiled", e);
        }
    }

    private static final class Summed implements Body {

        private final Object[] inputs;
        private final ToLongFunction<Object> operation;

        Summed(Object[] inputs, ToLongFunction<Object> operation) {
            this.inputs = inputs;
            this.operation = operation;
        }

        @Override
        public long run(int n) {
            long sum = 0;
            int at = 0;
            for (int i = 0; i < n; i++) {
                sum += operation.applyAsLong(inputs[at]);
                at = at + 1 == inputs.length ? 0 : at + 1;
            }
            return sum;
        }
    }

    private static final class Chained implements Body {

        private final Object[] inputs;
        private final ToIntFunction<Object> zero;
        private int next;

        Chained(Object[] inputs, ToIntFunction<Object> zero) {
            this.inputs = inputs;
            this.zero = zero;
        }

        @Override
        public long run(int n) {
            int at = next;
            for (int i = 0; i < n; i++) {
                at += 1 + zero.applyAsInt(inputs[at]);
                at = at == inputs.length ? 0 : at;
            }
            next = at;
            return at;
        }
    }
}
