package sfd.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import sfd.lockstep.RoleFunctions;

/** Whatever befalls the gateways, no claim breaks; scripts are drawn here by jqwik, so that it shrinks them. */
class SimulationProperties {

    private static final int LONGEST = 400;

    @Property(tries = 100)
    void byQcd(@ForAll @LongRange(min = 1) long seed, @ForAll("scripts") Script script) {
        assertEquals(Optional.empty(), broken(Protocol.QCD, seed, script, Wrong.RIGHT));
    }

    @Property(tries = 100)
    void bySir(@ForAll @LongRange(min = 1) long seed, @ForAll("scripts") Script script) {
        assertEquals(Optional.empty(), broken(Protocol.SIR, seed, script, Wrong.RIGHT));
    }

    @Property(tries = 100)
    void byIkeAlone(@ForAll @LongRange(min = 1) long seed, @ForAll("scripts") Script script) {
        assertEquals(Optional.empty(), broken(Protocol.BASELINE, seed, script, Wrong.RIGHT));
    }

    /** A wrong maker, and what jqwik leaves of its script: an IKE SA, and somebody who asks. */
    @Property(tries = 200, seed = "1")
    @AddLifecycleHook(ShrinksToLittle.class)
    void aWrongMakerLeavesLittle(@ForAll("scripts") Script script) {
        broken(Protocol.QCD, 7, script, Wrong.showsLiveTokens()).ifPresent(it -> {
            throw new AssertionError(script.happenings().size() + " happenings: " + it.claim());
        });
    }

    private static Optional<Run.Broken> broken(Protocol protocol, long seed, Script script, RoleFunctions roles) {
        return Run.of(Plan.drawn(protocol, seed), seed, script, roles, true).broken();
    }

    @Provide
    Arbitrary<Script> scripts() {
        Arbitrary<Happening> happening = Combinators.combine(Arbitraries.integers().between(1, 4_000), Arbitraries.of(Kind.class),
                Arbitraries.integers().between(0, 100), Arbitraries.integers().between(0, 100), Arbitraries.integers().between(0, 5_000))
                .as(Happening::new);
        Arbitrary<Fate> fate = Combinators.combine(Arbitraries.integers().between(0, 4 * LONGEST), Arbitraries.of(Fate.Kind.class),
                Arbitraries.integers().between(1, 2_000)).as(Fate::new);
        Arbitrary<List<Happening>> opened = Arbitraries.integers().between(0, 4).map(it -> new Happening(1, Kind.OPEN, it, it, 0)).list().ofMaxSize(6);
        return Combinators.combine(opened, happening.list().ofMaxSize(LONGEST), fate.list().ofMaxSize(LONGEST / 4))
                .as((first, happenings, fates) -> new Script(java.util.stream.Stream.concat(first.stream(), happenings.stream()).toList(), fates));
    }
}
