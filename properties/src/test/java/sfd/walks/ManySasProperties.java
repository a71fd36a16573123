package sfd.walks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import sfd.lockstep.RoleFunction;
import sfd.lockstep.RoleFunctions;
import sfd.qcd.MakerState;
import sfd.qcd.TakerState;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.SirPolicy;
import sfd.sa.Step;
import sfd.token.JdkDigest;

/**
 * Many IKE SAs, where the models have two: what happens to one does not depend on the others. A peer with twelve SAs does
 * for each what a peer with that one alone would do, as long as the limits, which they share, are not reached.
 */
class ManySasProperties {

    private static final int SAS = 12;
    private static final int SHORTEST = 150;
    private static final int LONGEST = 400;
    private static final Policy UNLIMITED = new Policy(Policy.RFC6290.text(), true, Policy.RFC6290.method(), 4, true, SAS, true,
            true, Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0, 0, 0, true, 4, 2, false, false, 0, 0, Integer.MAX_VALUE, 3, 1, 200,
            64, true, true, false, SirPolicy.DEFAULT);
    private static final RoleFunctions ROLES = RoleFunctions.reference(new JdkDigest());

    /** Something that happens to one of the SAs. */
    record Happening(int sa, int kind, boolean flag) {
    }

    @Property(tries = 60)
    void theMakersSasDoNotMix(@ForAll("happenings") List<Happening> happenings) {
        compare(ROLES.maker(), MakerState.initial(Sas.SECRETS), happenings);
    }

    @Property(tries = 60)
    void theTakersSasDoNotMix(@ForAll("happenings") List<Happening> happenings) {
        compare(ROLES.taker(), TakerState.INITIAL, happenings);
    }

    private static <S> void compare(RoleFunction<S> role, S initial, List<Happening> happenings) {
        S together = initial;
        Map<Integer, S> alone = new HashMap<>();
        for (int sa = 0; sa < SAS; sa++) {
            alone.put(sa, initial);
        }
        for (Happening happening : happenings) {
            Event event = Sas.event(happening);
            Step<S> step = role.step(UNLIMITED, together, event);
            together = step.next();
            if (event instanceof Event.Tick) {
                assertEquals(tick(role, alone, event), new HashSet<>(step.effects()));
            } else {
                Step<S> own = role.step(UNLIMITED, alone.get(happening.sa()), event);
                alone.put(happening.sa(), own.next());
                assertEquals(own.effects(), step.effects(), event::toString);
                assertEquals(own.because(), step.because(), event::toString);
            }
            step.effects().forEach(effect -> Statistics.label("effects").collect(effect.getClass().getSimpleName()));
        }
    }

    /** A tick reaches all; what it does to all is what it does to each. */
    private static <S> Set<Effect> tick(RoleFunction<S> role, Map<Integer, S> alone, Event tick) {
        Set<Effect> effects = new HashSet<>();
        alone.replaceAll((sa, state) -> {
            Step<S> own = role.step(UNLIMITED, state, tick);
            effects.addAll(own.effects());
            return own.next();
        });
        return effects;
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Combinators.combine(Arbitraries.integers().between(0, SAS - 1),
                        Arbitraries.integers().between(0, Sas.KINDS - 1), Arbitraries.of(true, false))
                .as(Happening::new).list().ofMinSize(SHORTEST).ofMaxSize(LONGEST);
    }
}
