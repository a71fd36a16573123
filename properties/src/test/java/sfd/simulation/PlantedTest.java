package sfd.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sfd.check.Layout;
import sfd.lockstep.RoleFunctions;
import sfd.pages.Findings;
import sfd.sa.SirPolicy;

/** Each claim falls, by its name, where a role has a fault or what it takes for granted is not there. */
class PlantedTest {

    private static final int RUNS = 400;

    /** @param plan what is otherwise about it */
    private record Planted(String name, String claim, Protocol protocol, RoleFunctions roles, UnaryOperator<Plan> plan) {
        private Planted(String name, String claim, Protocol protocol, RoleFunctions roles) {
            this(name, claim, protocol, roles, UnaryOperator.identity());
        }
    }

    private static UnaryOperator<Plan> in(boolean ownSpiCounts, boolean waitsForChild, boolean childSpisHidden, boolean childSpisUnique) {
        return plan -> plan.in(new Deployment(ownSpiCounts, waitsForChild, childSpisHidden, childSpisUnique));
    }

    /** Little else than child SAs that come and go, and late datagrams: what is rare is met soon. */
    private static UnaryOperator<Plan> withChildren(Deployment deployment, Kind... kinds) {
        return plan -> new Plan(plan.protocol(), 2, 2, plan.happenings(), plan.happenings() * 8, List.of(kinds), 3, 600, deployment,
                plan.policy());
    }

    private static Stream<Planted> planted() {
        return Stream.of(
                new Planted("a token of a living SA is shown", "NoLiveTokenInClearProp", Protocol.QCD, Wrong.showsLiveTokens()),
                new Planted("a half-open SA does not count", "NoLiveTokenInClearProp", Protocol.QCD,
                        Wrong.makerUnder(it -> Otherwise.of(it).halfOpenUnknown().policy())),
                new Planted("an SA of one half does not count", "LiveTokenSecretInv", Protocol.QCD, Wrong.RIGHT, in(false, true, true, true)),
                new Planted("any token is believed", "SoundGoneProp", Protocol.QCD, Wrong.believesAnyToken()),
                new Planted("one try is enough", "SoundGoneProp", Protocol.BASELINE, Wrong.impatient()),
                new Planted("a NACK needs no cookie", "SoundGoneProp", Protocol.SIR, Wrong.needsNoCookie()),
                new Planted("an SA is ended at once", "NoGapProp", Protocol.SIR, Wrong.endsAtOnce()),
                new Planted("what is there is denied", "NoFalseNackProp", Protocol.SIR, Wrong.deniesAll()),
                new Planted("the source of a hint is asked", "CookieSecretInv", Protocol.SIR,
                        Wrong.yUnder(Wrong.asking(SirPolicy.QueryTo.SOURCE))),
                new Planted("nobody gives up", "DetectedProp", Protocol.BASELINE,
                        Wrong.takerUnder(it -> Otherwise.of(it).neverGivesUp().policy())),
                new Planted("a secret does not outlive a crash", "UnansweredBoundInv", Protocol.QCD, Wrong.losesItsSecret()),
                new Planted("a token is not kept", "UnansweredBoundInv", Protocol.QCD, Wrong.keepsNoToken()),
                new Planted("a maker is silent", "UnansweredBoundInv", Protocol.QCD, Wrong.showsNothing()),
                new Planted("X is silent", "UnansweredBoundInv", Protocol.SIR, Wrong.tellsNothing()),
                new Planted("Y asks nobody", "UnansweredBoundInv", Protocol.SIR, Wrong.asksNothing()),
                new Planted("what is not understood goes back", "NoLoop", Protocol.BASELINE, Wrong.echoes(),
                        plan -> plan.with(Otherwise.of(plan.policy()).unlimited().policy())),
                new Planted("a limit of answers is not kept", "LimitedProp", Protocol.QCD,
                        Wrong.makerUnder(it -> Otherwise.of(it).unlimited().policy())),
                new Planted("a limit of checks is not kept", "LimitedProp", Protocol.BASELINE,
                        Wrong.takerUnder(it -> Otherwise.of(it).unlimited().policy())),
                new Planted("a limit of questions is not kept", "LimitedProp", Protocol.SIR,
                        Wrong.yUnder(it -> Otherwise.of(it).asksWithoutLimit().policy())),
                new Planted("a taker compares without limit", "LimitedProp", Protocol.QCD,
                        Wrong.takerUnder(it -> Otherwise.of(it).comparesWithoutLimit().policy())),
                new Planted("Y compares without limit", "LimitedProp", Protocol.SIR,
                        Wrong.yUnder(it -> Otherwise.of(it).comparesWithoutLimit().policy())),
                new Planted("X compares without limit", "LimitedProp", Protocol.SIR,
                        Wrong.xUnder(it -> Otherwise.of(it).comparesWithoutLimit().policy())),
                new Planted("Y waits for ever", "UnansweredBoundInv", Protocol.SIR, Wrong.yUnder(it -> Otherwise.of(it).waitsForEver().policy())),
                new Planted("an answer is longer than it may be", "LimitedProp", Protocol.QCD,
                        Wrong.makerUnder(it -> Otherwise.of(it).ofAnyLength().policy())),
                new Planted("an answer is answered", "LimitedProp", Protocol.BASELINE, Wrong.answersAnswers()),
                new Planted("a role forgets in silence", "OneTable", Protocol.QCD, Wrong.forgetsInSilence()),
                new Planted("a responder sends at once", "ChildKeptInv", Protocol.SIR, Wrong.RIGHT, in(true, false, true, true)),
                new Planted("a child's SPI is known before", "ChildKeptInv", Protocol.SIR, Wrong.RIGHT,
                        withChildren(new Deployment(true, true, false, true), Kind.OPEN, Kind.ADD_CHILD, Kind.CLOSE_CHILD, Kind.ADD_CHILD,
                                Kind.BLUFF_CHILD, Kind.BLUFF_CHILD, Kind.BLUFF_CHILD, Kind.BLUFF_CHILD)),
                new Planted("a child's SPI is taken again", "ChildKeptInv", Protocol.SIR, Wrong.RIGHT,
                        withChildren(new Deployment(true, true, true, false), Kind.OPEN, Kind.ADD_CHILD, Kind.ADD_CHILD, Kind.CLOSE_CHILD,
                                Kind.CLOSE_CHILD, Kind.TRAFFIC, Kind.FORGET, Kind.FORGET)));
    }

    @TestFactory
    Stream<DynamicTest> eachClaimFalls() {
        return planted().map(it -> DynamicTest.dynamicTest(it.name() + ": " + it.claim(), () -> assertEquals(it.claim(), broken(it))));
    }

    private static String broken(Planted it) {
        for (long seed = 1; seed <= RUNS; seed++) {
            Plan plan = it.plan().apply(Plan.drawn(it.protocol(), seed));
            Optional<Run.Broken> broken = Run.of(plan, seed, Script.drawn(plan, seed), it.roles()).broken();
            if (broken.isPresent()) {
                return broken.get().claim();
            }
        }
        return fail("no claim fell in " + RUNS + " runs");
    }

    /** What the findings say that the simulation shows, it shows. */
    @Test
    void findingsNameCases() {
        Set<String> names = planted().map(Planted::name).collect(Collectors.toSet());
        List<String> simulated = Findings.read(new Layout(Path.of(System.getProperty("project.root")))).findings().stream()
                .map(Findings.Situation::simulated).filter(Objects::nonNull).toList();
        assertFalse(simulated.isEmpty());
        assertTrue(names.containsAll(simulated), simulated::toString);
    }

    /** What is left of a run is what is needed, and is the same again by the seed alone. */
    @Test
    void aFailureIsMadeSmallAndComesAgain() {
        Campaign.Outcome outcome = Campaign.of(Protocol.QCD, 1, Wrong.believesAnyToken(), done -> true);
        Campaign.Failure failure = outcome.failure().orElseThrow();
        assertTrue(failure.script().happenings().size() <= 3, () -> failure.script().toString());
        assertTrue(failure.script().fates().isEmpty(), () -> failure.script().toString());
        assertTrue(failure.broken().sequence().size() < 40, () -> String.join("\n", failure.broken().sequence()));
        Campaign.Failure again = Campaign.of(Protocol.QCD, failure.seed(), Wrong.believesAnyToken(), done -> done < 1).failure().orElseThrow();
        assertEquals(Figures.lines(failure), Figures.lines(again));
    }
}
