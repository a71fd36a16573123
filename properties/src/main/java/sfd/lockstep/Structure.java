package sfd.lockstep;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import sfd.persistent.HashTrie;
import sfd.persistent.PersistentMap;
import sfd.persistent.PersistentSet;
import sfd.sa.Waiting;

/**
 * Equality of all that two Java values hold, private fields included. A field that {@code equals} leaves out, such as an
 * index of a table, may follow from the rest and then does no harm; if it does not, two states that the model takes for
 * one would behave differently.
 */
final class Structure {

    /** The package whose objects are opened; all else is compared with {@code equals}. */
    private static final String OPENED = "sfd.";

    private static final ClassValue<Field[]> FIELDS = new ClassValue<>() {
        @Override
        protected Field[] computeValue(Class<?> type) {
            List<Field> fields = new ArrayList<>();
            for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
                for (Field field : at.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers()) && field.getDeclaringClass().getName().startsWith(OPENED)) {
                        field.setAccessible(true);
                        fields.add(field);
                    }
                }
            }
            return fields.toArray(Field[]::new);
        }
    };

    private Structure() {
    }

    static boolean same(Object one, Object other) {
        if (one == other) {
            return true;
        }
        if (one == null || other == null || one.getClass() != other.getClass() && !(one instanceof Collection)) {
            return false;
        }
        return switch (one) {
            // A tree's shape tells in which order it grew, and nothing else depends on it.
            case PersistentMap<?, ?> map -> sameItems(map.entries().iterator(), ((PersistentMap<?, ?>) other).entries().iterator());
            case PersistentSet<?> set -> sameItems(set.iterator(), ((PersistentSet<?>) other).iterator());
            case Map.Entry<?, ?> entry -> same(entry.getKey(), ((Map.Entry<?, ?>) other).getKey())
                    && same(entry.getValue(), ((Map.Entry<?, ?>) other).getValue());
            // A heap's shape and the numbers in it tell in which order it grew; the turn is all that depends on it.
            case Waiting waiting -> sameItems(waiting.inTurn().iterator(), ((Waiting) other).inTurn().iterator());
            // The order within a leaf tells which entry came first, and nothing else depends on it.
            case HashTrie<?, ?> trie -> trie.equals(other);
            case List<?> list -> other instanceof List<?> that && sameItems(list.iterator(), that.iterator());
            default -> one.getClass().getName().startsWith(OPENED) && !(one instanceof Enum) && !one.getClass().isArray()
                    ? sameFields(one, other)
                    : equal(one, other);
        };
    }

    private static boolean equal(Object one, Object other) {
        return one instanceof byte[] octets && other instanceof byte[] others
                ? Arrays.equals(octets, others) : one.equals(other);
    }

    private static boolean sameItems(Iterator<?> these, Iterator<?> those) {
        while (these.hasNext() && those.hasNext()) {
            if (!same(these.next(), those.next())) {
                return false;
            }
        }
        return !these.hasNext() && !those.hasNext();
    }

    private static boolean sameFields(Object one, Object other) {
        try {
            for (Field field : FIELDS.get(one.getClass())) {
                if (!same(field.get(one), field.get(other))) {
                    return false;
                }
            }
            return true;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("fields were made accessible", e);
        }
    }
}
