package sfd.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Conditions of immutability that need more than a declaration to be seen. */
final class Immutability {

    private static final Set<Class<?>> COLLECTIONS = Set.of(List.class, Set.class, Map.class);

    private Immutability() {
    }

    /** A record's components of a collection type are replaced by copies that nobody can change. */
    static ArchCondition<JavaClass> copyTheirCollections() {
        return new ArchCondition<>("copy each collection that they are given") {
            @Override
            public void check(JavaClass record, ConditionEvents events) {
                for (JavaField field : record.getFields()) {
                    boolean collection = COLLECTIONS.stream().anyMatch(type -> field.getRawType().isEquivalentTo(type));
                    if (collection && !field.getModifiers().contains(JavaModifier.STATIC) && !copies(record, field)) {
                        events.add(SimpleConditionEvent.violated(field,
                                field.getFullName() + " is kept as it was given, and its giver may change it"));
                    }
                }
            }
        };
    }

    /** By {@code copyOf} in its constructor, or by a method of its own package that does nothing else than check and copy. */
    private static boolean copies(JavaClass record, JavaField field) {
        return record.getConstructors().stream().flatMap(constructor -> constructor.getMethodCallsFromSelf().stream())
                .anyMatch(call -> call.getTarget().getRawReturnType().equals(field.getRawType())
                        && (call.getTarget().getName().equals("copyOf")
                                || call.getTarget().resolveMember().isPresent()
                                && call.getTarget().resolveMember().get().getMethodCallsFromSelf().stream()
                                        .anyMatch(inner -> inner.getTarget().getName().equals("copyOf"))));
    }

    /** A static field that holds a collection holds one that throws at the attempt to change it. */
    static ArchCondition<JavaField> holdNothingThatChanges() {
        return new ArchCondition<>("hold nothing that changes") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                Object held = held(field.reflect());
                if (held instanceof Object[] || held != null && held.getClass().isArray()) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " holds an array"));
                } else if ((held instanceof Collection || held instanceof Map) && !isUnmodifiable(held)) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " holds a " + held.getClass()));
                } else if (held != null && held.getClass().getName().startsWith("java.util.concurrent.")) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " holds a " + held.getClass()));
                }
            }
        };
    }

    private static Object held(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " cannot be looked into", e);
        }
    }

    private static boolean isUnmodifiable(Object held) {
        String name = held.getClass().getName();
        return name.startsWith("java.util.ImmutableCollections") || name.startsWith("java.util.Collections$Unmodifiable")
                || name.startsWith("org.pcollections.");
    }
}
