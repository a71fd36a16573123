package sfd.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sfd.baseline.HintsState;
import sfd.draw.Disagreement;
import sfd.ike.IkeSpis;
import sfd.persistent.PersistentMap;
import sfd.qcd.Maker;
import sfd.qcd.MakerState;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Limiter;
import sfd.sa.SaTable;
import sfd.sa.Step;
import sfd.token.JdkDigest;
import sfd.traces.graph.Graph;
import sfd.traces.tlc.Model;
import sfd.traces.tlc.Progress;
import sfd.traces.tlc.Walk;
import sfd.traces.value.Value;

/** The comparison passes for the reference, and finds each planted fault. */
class LockstepTest {

    private static final Path PROJECT = Path.of(System.getProperty("project.root"));

    @TempDir
    Path root;

    private final JdkDigest digest = new JdkDigest();

    private record Walked(Graph graph, Value roles, Value policies) {
    }

    private Walked walk(String module, Path config) {
        try (Walk walk = Walk.open(Model.of(root.resolve("spec/models/" + module + ".tla"), config))) {
            return new Walked(walk.run(Progress.NONE).graph(), walk.constant("Roles").orElseThrow(),
                    walk.constant("Policies").orElseThrow());
        }
    }

    private Walked maker(String off) throws IOException {
        SmallModel.copySpec(PROJECT, root);
        return walk("MakerModel", SmallModel.maker(root, off, "Method51"));
    }

    private Walked taker(String off) throws IOException {
        SmallModel.copySpec(PROJECT, root);
        return walk("TakerModel", SmallModel.taker(root, off, "One"));
    }

    private Replay replay(Walked walked, RoleFunctions functions) {
        return new Lockstep(walked.graph(), walked.roles(), walked.policies(), functions, digest)
                .replay(Replay.Kind.ROLE, 0);
    }

    private RoleFunctions reference() {
        return RoleFunctions.reference(digest);
    }

    private RoleFunctions withMaker(RoleFunction<MakerState> maker) {
        return reference().withMaker(maker);
    }

    @Test
    void theReferenceDoesWhatTheSpecDoes() throws IOException {
        for (Walked walked : List.of(maker("{}"), walk("TakerModel", SmallModel.taker(root, "{}", "One")))) {
            Replay replay = replay(walked, reference());
            assertEquals(0, replay.mismatches(), () -> replay.first().map(Disagreement::lines).toString());
            assertEquals(walked.graph().stateCount(), replay.javaStates());
            assertEquals(walked.graph().edgeCount(), replay.javaTransitions());
            assertEquals(walked.graph().edgeCount(), replay.specToJava());
            assertTrue(replay.specToJava() > 400, () -> replay.specToJava() + " transitions");
        }
    }

    @Test
    void aTokenForAnExistingSaIsFoundAndNamesTheClause() throws IOException {
        Replay replay = replay(maker("{}"), withMaker((policy, state, event) -> {
            // The wrong maker does not look whether the IKE SA exists.
            if (event instanceof Event.Received) {
                Step<MakerState> blind = Maker.step(policy, digest, state.withSas(SaTable.EMPTY), event);
                return blind.map(next -> next.withSas(state.sas()));
            }
            return Maker.step(policy, digest, state, event);
        }));
        Mismatch mismatch = replay.first().orElseThrow();
        assertTrue(mismatch.clauses().contains("QCD-9.2-1"), () -> mismatch.clauses().toString());
        assertEquals(2, mismatch.trace().length() - 1, "a half-open SA and a request are enough");
        List<String> lines = Disagreement.lines(mismatch);
        assertTrue(lines.stream().anyMatch(line -> line.contains("INFORMATIONAL request 2 for IKE SA 1, SK")),
                () -> String.join("\n", lines));
        assertTrue(lines.getLast().contains("QCD-9.2-1"));
    }

    @Test
    void aModelWithAClauseOffMismatchesAndNamesIt() throws IOException {
        assertEquals("QCD-9.2-1", replay(maker("{\"QCD-9.2-1\"}"), reference()).first().orElseThrow().clauses().getFirst());
        assertTrue(replay(walk("TakerModel", SmallModel.taker(root, "{\"QCD-3-7\"}", "One")), reference())
                .first().orElseThrow().clauses().contains("QCD-3-7"));
    }

    @Test
    void anEqualStateThatIsAnotherObjectIsFound() throws IOException {
        Replay replay = replay(maker("{}"), withMaker((policy, state, event) -> Maker.step(policy, digest, state, event)
                .map(next -> new MakerState(next.hints(), next.secrets(), next.elsewhere(), next.childMap()))));
        Mismatch mismatch = replay.first().orElseThrow();
        assertTrue(mismatch.spec().same());
        assertFalse(mismatch.java().same());
    }

    @Test
    void effectsInAnotherOrderAreFound() throws IOException {
        Walked walked = taker("{}");
        Replay replay = replay(walked, reference().withTaker((policy, state, event) -> {
            var step = reference().taker().step(policy, state, event);
            return new Step<>(step.next(), reversed(step.effects()), step.because());
        }));
        assertTrue(replay.mismatches() > 0);
        assertEquals(replay.first().orElseThrow().java().because(), replay.first().orElseThrow().spec().because());
    }

    private static List<Effect> reversed(List<Effect> effects) {
        var reversed = new ArrayList<>(effects);
        Collections.reverse(reversed);
        return reversed;
    }

    @Test
    void aCitationThatIsLeftOutIsFound() throws IOException {
        Mismatch mismatch = replay(maker("{}"), reference().withMaker(reference().maker().withoutCiting(Set.of("QCD-3-4")))).first().orElseThrow();
        assertEquals(List.of("QCD-3-4"), mismatch.clauses());
        assertEquals(mismatch.spec().effects(), mismatch.java().effects());
        assertEquals(mismatch.spec().next(), mismatch.java().next());
    }

    @Test
    void anotherNextStateIsFound() throws IOException {
        Mismatch mismatch = replay(maker("{}"), withMaker((policy, state, event) -> {
            Step<MakerState> step = Maker.step(policy, digest, state, event);
            return step.next() == state ? step : step.map(next ->
                    new MakerState(next.hints(), next.secrets(), next.elsewhere().plus(new IkeSpis(1, 1)), next.childMap()));
        })).first().orElseThrow();
        assertEquals(mismatch.spec().effects(), mismatch.java().effects());
        assertEquals(mismatch.spec().because(), mismatch.java().because());
    }

    @Test
    void aRoleThatThrowsIsAMismatch() throws IOException {
        Replay replay = replay(maker("{}"), withMaker((policy, state, event) -> {
            if (event instanceof Event.SecretRolled) {
                throw new IllegalStateException("planted");
            }
            return Maker.step(policy, digest, state, event);
        }));
        assertTrue(replay.first().orElseThrow().java().next().contains("planted"));
    }

    /** Wrong only after the replay is over, so that the walk of the Java alone has to find it. */
    @Test
    void aStateThatOnlyJavaReachesIsFound() throws IOException {
        Walked walked = maker("{}");
        var calls = new AtomicLong();
        Replay replay = replay(walked, withMaker((policy, state, event) -> {
            Step<MakerState> step = Maker.step(policy, digest, state, event);
            return calls.incrementAndGet() <= walked.graph().edgeCount() ? step : step.map(next ->
                    new MakerState(new HintsState(next.sas(), 77, Limiter.NONE, PersistentMap.empty()), next.secrets(), next.elsewhere(), next.childMap()));
        }));
        assertTrue(replay.first().isEmpty());
        assertTrue(replay.stray().orElseThrow().contains("answered |-> 77"));
        assertEquals(1, replay.mismatches());
    }

    /** As above, but a state too few. */
    @Test
    void aStateThatJavaAloneDoesNotReachIsFound() throws IOException {
        Walked walked = maker("{}");
        var calls = new AtomicLong();
        Replay replay = replay(walked, withMaker((policy, state, event) -> calls.incrementAndGet() <= walked.graph().edgeCount()
                ? Maker.step(policy, digest, state, event) : new Step<>(state, List.of(), Set.of())));
        assertTrue(replay.first().isEmpty());
        assertTrue(replay.stray().orElseThrow().startsWith("Java alone reaches 1 states over "), replay.stray()::toString);
        assertEquals(1, replay.mismatches());
    }

    private record Hidden(SaTable sas, int field) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Hidden that && sas.equals(that.sas);
        }

        @Override
        public int hashCode() {
            return sas.hashCode();
        }
    }

    @Test
    void whatEqualsLeavesOutIsSeen() {
        assertEquals(new Hidden(SaTable.EMPTY, 1), new Hidden(SaTable.EMPTY, 2));
        assertFalse(Structure.same(new Hidden(SaTable.EMPTY, 1), new Hidden(SaTable.EMPTY, 2)));
        assertTrue(Structure.same(new Hidden(SaTable.EMPTY, 1), new Hidden(SaTable.EMPTY, 1)));
        assertFalse(Structure.same(List.of(1), List.of(1, 2)));
        assertFalse(Structure.same(List.of(1, 2), List.of(1)));
    }
}
