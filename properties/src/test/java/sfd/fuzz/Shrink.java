package sfd.fuzz;

import java.util.Optional;

/** A finding made smaller: octets are taken away, or made zero, as long as the same kind of claim breaks. */
final class Shrink {

    private Shrink() {
    }

    /** What breaks, if anything does. */
    static Optional<Throwable> broken(Target target, byte[] input) {
        return broken(() -> Entry.timed(target, input.clone()));
    }

    static Optional<Throwable> broken(Runnable judged) {
        try {
            judged.run();
            return Optional.empty();
        } catch (Throwable e) {
            return Optional.of(e);
        }
    }

    static byte[] smallest(Target target, byte[] input) {
        Optional<Class<?>> kind = broken(target, input).map(Object::getClass);
        if (kind.isEmpty()) {
            return input;
        }
        byte[] smallest = input;
        for (int length = Integer.highestOneBit(Math.max(1, input.length)); length > 0; length /= 2) {
            for (int at = smallest.length - length; at >= 0 && smallest.length >= length; at--) {
                byte[] without = without(smallest, Math.min(at, smallest.length - length), length);
                if (broken(target, without).map(Object::getClass).equals(kind)) {
                    smallest = without;
                    at = Math.min(at, smallest.length - length + 1);
                }
            }
        }
        for (int at = 0; at < smallest.length; at++) {
            byte[] zero = smallest.clone();
            zero[at] = 0;
            smallest = broken(target, zero).map(Object::getClass).equals(kind) ? zero : smallest;
        }
        return smallest;
    }

    private static byte[] without(byte[] octets, int at, int length) {
        byte[] rest = new byte[octets.length - length];
        System.arraycopy(octets, 0, rest, 0, at);
        System.arraycopy(octets, at + length, rest, at, rest.length - at);
        return rest;
    }
}
