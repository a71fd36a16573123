package sfd.flood.roles;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import sfd.sa.Policy;

/** A policy with other numbers. */
final class Changed {

    private Changed() {
    }

    static Policy policy(Policy policy, Map<String, Object> changes) {
        try {
            RecordComponent[] fields = Policy.class.getRecordComponents();
            Object[] values = new Object[fields.length];
            for (int i = 0; i < fields.length; i++) {
                values[i] = changes.getOrDefault(fields[i].getName(), fields[i].getAccessor().invoke(policy));
            }
            return (Policy) Policy.class.getConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no such policy: " + changes, e);
        }
    }
}
