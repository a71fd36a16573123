package sfd.walks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import sfd.baseline.LivenessState;
import sfd.lockstep.RoleFunction;
import sfd.lockstep.RoleFunctions;
import sfd.qcd.TakerState;
import sfd.sa.Effect;
import sfd.sa.LogReason;
import sfd.sa.Step;
import sfd.token.JdkDigest;

/**
 * A random path through a model's graph is a behaviour of the spec. The Java goes along it with the state that it made
 * itself at each step before, where the lockstep starts each step from a state made from the model's.
 */
class GraphWalkProperties {

    private static final int LONGEST = 60;
    private static final RoleFunctions REFERENCE = RoleFunctions.reference(new JdkDigest());

    @Property(tries = 300)
    void theMakerGoesAlong(@ForAll("choices") List<Integer> choices) {
        assertEquals(Optional.empty(), Graphs.MAKER.walk(REFERENCE.maker(), choices));
    }

    @Property(tries = 300)
    void theMakerGoesAlongWhenSecretsRoll(@ForAll("choices") List<Integer> choices) {
        assertEquals(Optional.empty(), Graphs.ROLLS.walk(REFERENCE.maker(), choices));
    }

    @Property(tries = 300)
    void theTakerGoesAlong(@ForAll("choices") List<Integer> choices) {
        assertEquals(Optional.empty(), Graphs.TAKER.walk(REFERENCE.taker(), choices));
    }

    /** A taker that forgets its SAs when a check is asked for twice: of the path only what is needed remains. */
    @Property(tries = 1000, seed = "2")
    @AddLifecycleHook(FailsShortest.class)
    void aWrongTakerLeavesAShortestPath(@ForAll("choices") List<Integer> choices) {
        Graphs.TAKER.walk(forgetsDuringChecks(), choices).ifPresent(difference -> {
            throw new AssertionError(difference);
        });
    }

    static int shortestPathOfTheWrongTaker() {
        return Graphs.TAKER.shortest(forgetsDuringChecks());
    }

    private static RoleFunction<TakerState> forgetsDuringChecks() {
        return (policy, state, event) -> {
            Step<TakerState> step = REFERENCE.taker().step(policy, state, event);
            boolean checking = step.effects().contains(new Effect.Log(LogReason.Judged.CHECK_UNDER_WAY));
            return checking ? new Step<>(state.withLiveness(LivenessState.INITIAL), step.effects(), step.because()) : step;
        };
    }

    @Provide
    Arbitrary<List<Integer>> choices() {
        return Arbitraries.integers().between(0, Integer.MAX_VALUE).list().ofMaxSize(LONGEST);
    }
}
