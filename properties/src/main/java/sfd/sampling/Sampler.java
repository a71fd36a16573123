package sfd.sampling;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import sfd.check.About;
import sfd.check.BadInput;
import sfd.check.Layout;
import sfd.check.SpecCopy;
import sfd.check.WorldConfiguration;
import sfd.lockstep.Lockstep;
import sfd.lockstep.Replay;
import sfd.lockstep.RoleFunctions;
import sfd.token.BouncyDigest;
import sfd.token.Digest;
import sfd.token.JdkDigest;
import sfd.traces.graph.Edge;
import sfd.traces.graph.Graph;
import sfd.traces.graph.Trace;
import sfd.traces.tlc.Model;
import sfd.traces.tlc.Verdict;
import sfd.traces.tlc.Walk;
import sfd.traces.tlc.Walked;

/** Behaviours of one large world, one after the other, each from its own seed: the specification judged, and the Java beside it. */
public final class Sampler {

    private static final String MODULE = "SampledWorlds";
    private static final String REACH = "Reach";

    private final Layout layout;
    private final RoleFunctions roles = RoleFunctions.reference(new JdkDigest());
    private final Digest oracle = new BouncyDigest();

    public Sampler(Layout layout) {
        this.layout = layout;
    }

    /** A behaviour that violates a property. */
    public record Violation(String property, long seed, Trace trace) {
    }

    /** @param violations each that was found, also of what is denied by a property that begins with Reach */
    public record Sample(Sampled.Found found, List<Violation> violations) {
    }

    /** The first behaviours of the world. */
    public Sample sample(Sampled.Large world, int behaviours) {
        try (var copy = SpecCopy.of(layout.spec())) {
            Path module = copy.write("models/" + MODULE + ".tla", """
                    ---- MODULE %s ----
                    EXTENDS %s
                    Large == [%s EXCEPT %s]
                    ====
                    """.formatted(MODULE, world.module(), world.base(), world.differs()));
            Path config = copy.write("models/" + MODULE + ".cfg", new WorldConfiguration("Large", List.of(), false, world.properties()).text());
            try (Walk walk = Walk.open(new Model(world.name(), module, config))) {
                About about = About.of(walk);
                var sum = new Sum();
                for (int i = 0; i < behaviours; i++) {
                    add(walk.behaviour(new Random(world.seed() + i), world.depth()), world.seed() + i, about, sum);
                }
                return sum.of(behaviours);
            }
        }
    }

    private void add(Walked walked, long seed, About about, Sum sum) {
        Graph graph = walked.graph();
        if (!walked.notWalked().isEmpty()) {
            throw new BadInput("a sample has no behaviour without end: " + String.join(", ", walked.notWalked()));
        }
        Replay replay = new Lockstep(graph, about.roles(), about.policies(), roles, oracle).replay(Replay.Kind.SYSTEM, 0);
        sum.states += graph.stateCount();
        sum.transitions += walked.generated();
        sum.longest = Math.max(sum.longest, left(graph));
        sum.replayed += replay.specToJava();
        sum.mismatches += replay.mismatches();
        Set<String> actions = new TreeSet<>();
        graph.edges().forEach(edge -> actions.add(edge.label().action()));
        actions.forEach(action -> sum.actions.merge(action, 1, Integer::sum));
        for (Verdict verdict : walked.verdicts()) {
            verdict.violation().ifPresent(trace -> sum.violations.add(new Violation(verdict.property(), seed, trace)));
        }
    }

    private static int left(Graph graph) {
        return (int) graph.edges().mapToInt(Edge::from).distinct().count();
    }

    private static final class Sum {

        private final SortedMap<String, Integer> actions = new TreeMap<>();
        private final List<Violation> violations = new ArrayList<>();
        private long states;
        private long transitions;
        private int longest;
        private long replayed;
        private long mismatches;

        private Sample of(int behaviours) {
            var reached = new TreeMap<String, Integer>();
            violations.stream().filter(it -> it.property().startsWith(REACH)).forEach(it -> reached.merge(it.property(), 1, Integer::sum));
            return new Sample(new Sampled.Found(behaviours, states, transitions, longest, replayed, mismatches, reached, actions,
                    violations.stream().filter(it -> !it.property().startsWith(REACH)).map(it -> it.property() + " by seed " + it.seed()).toList()),
                    violations);
        }
    }
}
