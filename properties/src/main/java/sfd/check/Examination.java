package sfd.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sfd.draw.Disagreement;
import sfd.lockstep.Lockstep;
import sfd.lockstep.NotInModelException;
import sfd.lockstep.Replay;
import sfd.lockstep.RoleFunctions;
import sfd.lockstep.RoleGraph;
import sfd.token.BouncyDigest;
import sfd.token.Digest;
import sfd.token.JdkDigest;
import sfd.traces.tlc.Model;
import sfd.traces.tlc.Progress;
import sfd.traces.tlc.TlcException;
import sfd.traces.tlc.Verdict;
import sfd.traces.tlc.Walk;
import sfd.traces.tlc.Walked;
import sfd.traces.value.ValueException;

/** The walk over one model in this process, and the replay of its graph on the Java roles. */
public final class Examination {

    /** In place of a number of replays: none, not even a first pass. */
    public static final long WALK_ONLY = -1;

    private final Layout layout;
    private final long warmReplays;
    private final RoleFunctions roles = RoleFunctions.reference(new JdkDigest());
    /** What the model's tokens are in octets is said by another implementation of the digest than the roles use. */
    private final Digest oracle = new BouncyDigest();

    /** @param warmReplays how many replays of each model to time after the first pass, or {@link #WALK_ONLY} */
    public Examination(Layout layout, long warmReplays) {
        this.layout = layout;
        this.warmReplays = warmReplays;
    }

    /** The walk and the replay. Never throws for what stands in a model: that is a problem of its own. */
    public Examined examine(Entry entry, Progress progress) {
        long start = System.nanoTime();
        try {
            Examined examined = entry.temporal() ? unwalked(entry) : walked(entry, progress);
            return examined.with(examined.problems(), seconds(start));
        } catch (TlcException | ValueException | NotInModelException e) {
            return new Examined(entry, Optional.empty(), List.of(), Map.of(), null, null, 0, Optional.empty(),
                    List.of(entry.name() + ": " + e.getMessage()), seconds(start), false);
        }
    }

    /** A temporal model: read here, checked by TLC alone. */
    private Examined unwalked(Entry entry) {
        Model model = entry.model(layout);
        try (Walk walk = Walk.open(model)) {
            About about = About.of(walk);
            return new Examined(entry, Optional.of(about), walk.modules(), Map.of(), null, null, 0, Optional.empty(),
                    Described.stale(layout, entry.name(), about), 0, false);
        }
    }

    private Examined walked(Entry entry, Progress progress) {
        Walked walked;
        About about;
        List<String> modules;
        try (Walk walk = Walk.open(entry.model(layout))) {
            about = About.of(walk);
            walked = walk.run(progress);
            modules = walk.modules();
        }
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (Verdict verdict : walked.verdicts()) {
            Finding.Kind kind = Finding.Kind.of(verdict.property(), false);
            findings.put(verdict.property(), verdict.violation()
                    .map(trace -> Finding.violated(kind, trace))
                    .orElseGet(() -> Finding.holds(kind)));
        }
        List<String> problems = new ArrayList<>(Described.stale(layout, entry.name(), about));
        problems.addAll(CommittedTraces.stale(layout, entry, walked.graph()));
        for (String property : walked.notWalked()) {
            findings.put(property, Finding.without(Finding.Kind.of(property, true), Result.NOT_RUN));
            problems.add(entry.name() + ": " + property
                    + " has a temporal part and needs a configuration of its own, with \"temporal\": true");
        }
        Optional<Replay> replay = warmReplays != WALK_ONLY && about.owesLockstep() ? Optional.of(replay(about, walked)) : Optional.empty();
        // Each event is another edge: an edge lost on the way would not be missed by the replay of the others.
        if (about.isRole() && walked.generated() != walked.graph().edgeCount()) {
            problems.add("%s: %,d transitions were generated, and the graph has %,d".formatted(entry.name(),
                    walked.generated(), walked.graph().edgeCount()));
        }
        if (about.isRole() && about.owesLockstep()) {
            var graph = new RoleGraph(walked.graph(), about.roles(), about.policies(), oracle);
            problems.addAll(RoleModels.isAlone(graph) ? ChosenSteps.stale(layout, entry.name(), graph) : List.of());
        }
        replay.flatMap(Replay::first).ifPresent(mismatch -> problems.add(
                entry.name() + ": " + String.join("\n", Disagreement.lines(mismatch))));
        replay.flatMap(Replay::stray).ifPresent(stray -> problems.add(entry.name() + ": " + stray));
        return new Examined(entry, Optional.of(about), modules, findings, (long) walked.graph().stateCount(), walked.generated(),
                walked.initial(), replay, problems, 0, false);
    }

    private Replay replay(About about, Walked walked) {
        Replay.Kind kind = about.isRole() ? Replay.Kind.ROLE : Replay.Kind.SYSTEM;
        return new Lockstep(walked.graph(), about.roles(), about.policies(),
                about.clausesOff().isEmpty() ? roles : roles.withoutCiting(Set.copyOf(about.clausesOff())), oracle)
                .replay(kind, warmReplays);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
