package sfd.sa;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import sfd.ike.Address;
import sfd.token.TokenMethod;

/** Policies for tests: one with some fields changed, and any. */
public final class Policies {

    private Policies() {
    }

    private static final SirPolicy SMALL_SIR_POLICY = with(SirPolicy.DEFAULT,
            Map.of("verdicts", 2, "lingering", 1, "delay", 0, "dampening", 1));

    /** As the models have it: limits so small that they are met. */
    public static final Policy SMALL = small(Policy.RFC6290);

    /** The same without tokens. */
    public static final Policy SMALL_BASELINE = small(Policy.BASELINE);

    private static Policy small(Policy policy) {
        return with(with(policy, Map.of("childMapLost", 1, "tokenAnswers", 2, "answers", 3, "verifications", 2, "sources", 2,
                "checks", 1, "tries", 3, "interval", 1, "growth", 200)), Map.of("generations", 4, "longest", 64, "reports", 0, "sir", SMALL_SIR_POLICY));
    }

    /** {@code policy} with other values for the named fields. */
    public static Policy with(Policy policy, Map<String, Object> changes) {
        return changed(policy, changes);
    }

    /** The same for what only stateless recovery has. */
    public static SirPolicy with(SirPolicy policy, Map<String, Object> changes) {
        return changed(policy, changes);
    }

    private static <R extends Record> R changed(R policy, Map<String, Object> changes) {
        try {
            RecordComponent[] fields = policy.getClass().getRecordComponents();
            Object[] values = new Object[fields.length];
            for (int i = 0; i < fields.length; i++) {
                Object before = fields[i].getAccessor().invoke(policy);
                values[i] = changes.getOrDefault(fields[i].getName(), before);
            }
            @SuppressWarnings("unchecked")
            Constructor<R> constructor = (Constructor<R>) policy.getClass().getConstructors()[0];
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no such policy: " + changes, e);
        }
    }

    /** Any policy with small limits. */
    public static Policy any(Random random) {
        return new Policy(pick(random, Policy.Text.values()), random.nextBoolean(),
                pick(random, TokenMethod.values()), 1 + random.nextInt(4), random.nextBoolean(), random.nextInt(3),
                random.nextBoolean(), random.nextBoolean(), random.nextInt(3), random.nextInt(4), random.nextInt(2),
                random.nextInt(4), random.nextInt(3), random.nextInt(3), random.nextBoolean(), 4 + random.nextInt(2), 1 + random.nextInt(3), random.nextBoolean(),
                random.nextBoolean(), random.nextInt(3), random.nextInt(3), random.nextInt(3),
                1 + random.nextInt(3), 1 + random.nextInt(2), 100 + random.nextInt(200), 2 + random.nextInt(3), random.nextBoolean(), random.nextBoolean(),
                random.nextBoolean(), anySir(random));
    }

    private static SirPolicy anySir(Random random) {
        return new SirPolicy(random.nextBoolean(), random.nextBoolean(), random.nextInt(3),
                random.nextBoolean() ? Set.of() : Set.of(Address.parse("192.0.2.1")), random.nextInt(3),
                random.nextInt(3), pick(random, SirPolicy.QueryTo.values()), random.nextInt(3), random.nextBoolean(), random.nextInt(3),
                Set.of(pick(random, SirPolicy.Cause.values())), random.nextBoolean(), random.nextBoolean(),
                random.nextBoolean());
    }

    private static <T> T pick(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }
}
