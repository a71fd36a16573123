package sfd.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sfd.lockstep.RoleFunction;
import sfd.lockstep.RoleFunctions;
import sfd.sa.Event;
import sfd.sa.Step;
import sfd.token.JdkDigest;

/** The oracles bite: roles that follow another policy than they were given, or throw, are found by the corpus alone. */
class OracleTest {

    private static final RoleFunctions RIGHT = RoleFunctions.reference(new JdkDigest());

    @ParameterizedTest
    @CsvSource({
        "MAKER, answers, 1000", "MAKER, tokenAnswers, 1000", "MAKER, amplification, 0", "MAKER, halfOpenExists, false",
        "MAKER, answersToOne, 0", "HINTS, answers, 1000", "HINTS, maker, true", "TAKER, verifications, 0", "LIVENESS, checks, 1000",
        "LIVENESS, tries, 1", "PEER_X, verifications, 0", "PEER_X, verdicts, 1000", "PEER_X, halfOpenExists, false",
        "PEER_Y, verifications, 0", "PEER_Y, queries, 0", "PEER_Y, tickets, true", "PEER_Y, queryTo, SOURCE", "PEER_Y, waitChecks, true",
        "MAKER, deaf, ", "PEER_X, deaf, ",
        "MAKER, throws, ", "HINTS, throws, ", "TAKER, throws, ", "LIVENESS, throws, ", "PEER_X, throws, ", "PEER_Y, throws, "})
    void anotherPolicyIsFound(Target target, String field, String value) throws IOException {
        Consumer<byte[]> wrong = judge(target, new Roles(new RoleFunctions(wrong(RIGHT.maker(), field, value),
                wrong(RIGHT.taker(), field, value), wrong(RIGHT.baseline(), field, value), wrong(RIGHT.peerX(), field, value),
                wrong(RIGHT.peerY(), field, value), RIGHT.draw())));
        List<byte[]> corpus = Corpus.of(target);
        assertTrue(corpus.stream().anyMatch(input -> Shrink.broken(() -> wrong.accept(input)).isPresent()),
                () -> target + " with " + field + " " + value + ", and no oracle sees it");
        assertEquals(0, corpus.stream().filter(input -> Shrink.broken(target, input).isPresent()).count());
    }

    private static Consumer<byte[]> judge(Target target, Roles roles) {
        return switch (target) {
            case MAKER -> roles::maker;
            case HINTS -> roles::hints;
            case TAKER -> roles::taker;
            case LIVENESS -> roles::liveness;
            case PEER_X -> roles::peerX;
            case PEER_Y -> roles::peerY;
            default -> throw new IllegalArgumentException(target + " is no role");
        };
    }

    private static <S> RoleFunction<S> wrong(RoleFunction<S> right, String field, String value) {
        return switch (field) {
            case "throws" -> (policy, state, event) -> {
                if (event instanceof Event.Received e && e.datagram().length() > 40) {
                    throw new IllegalStateException("too long");
                }
                return right.step(policy, state, event);
            };
            // To the other members of its cluster.
            case "deaf" -> (policy, state, event) -> event instanceof Event.ActiveElsewhere
                    ? Step.of(state, Set.of()) : right.step(policy, state, event);
            default -> (policy, state, event) -> right.step(changed(policy, field, value), state, event);
        };
    }

    /** The policy, or a part of it, with another value in one field. */
    private static <R extends Record> R changed(R policy, String field, String value) {
        try {
            RecordComponent[] components = policy.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                Object before = components[i].getAccessor().invoke(policy);
                values[i] = before instanceof Record inner ? changed(inner, field, value)
                        : components[i].getName().equals(field) ? read(before, value) : before;
            }
            @SuppressWarnings("unchecked")
            R changed = (R) policy.getClass().getConstructors()[0].newInstance(values);
            return changed;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object read(Object before, String value) {
        return switch (before) {
            case Integer number -> Integer.parseInt(value);
            case Boolean flag -> Boolean.parseBoolean(value);
            case Enum<?> constant -> Enum.valueOf(constant.getDeclaringClass().asSubclass(Enum.class), value);
            default -> throw new IllegalArgumentException(value);
        };
    }
}
