package sfd.cutoff;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import sfd.check.Layout;
import sfd.check.Result;
import sfd.traces.graph.Trace;
import sfd.traces.tlc.Checked;
import sfd.traces.tlc.Checker;
import sfd.traces.tlc.TlcException;
import sfd.traces.tlc.Verdict;
import sfd.traces.tlc.Walked;
import sfd.traces.value.Value;

/** Looks SAs away: each world of {@code spec/cutoff.json} through all its SAs but one, for each that can be left out. */
public final class Cutoffs {

    private final Layout layout;
    private final List<String> parts;
    private final UnaryOperator<Value> spoiling;

    /** @param parts of OtherSas.tla that there are */
    public Cutoffs(Layout layout, List<String> parts) {
        this(layout, parts, UnaryOperator.identity());
    }

    /** @param spoiling what becomes of a state that is seen, so that a test can see less */
    Cutoffs(Layout layout, List<String> parts, UnaryOperator<Value> spoiling) {
        this.layout = layout;
        this.parts = List.copyOf(parts);
        this.spoiling = spoiling;
    }

    /** @param way to a step that is missing, if one is */
    public record Looked(Cutoff.Found found, Optional<Trace> way) {

        /** Also whether what holds of few SAs among others holds of one more: where each step is explained it must. */
        public boolean isShown(List<Cutoff.Claim> claims) {
            return found.sights().stream().allMatch(it -> it.missing().isEmpty()) && contradictions(claims).isEmpty();
        }

        public List<String> contradictions(List<Cutoff.Claim> claims) {
            return claims.stream().filter(Cutoff.Claim::carries).map(Cutoff.Claim::property).filter(it -> found.verdicts().containsKey(it))
                    .filter(it -> found.sights().stream().allMatch(sight -> holds(sight.among().get(it))) && !holds(found.verdicts().get(it)))
                    .toList();
        }

        private static boolean holds(String verdict) {
            return Result.HOLDS.toString().equals(verdict);
        }
    }

    public Looked at(Cutoff.Seen world) {
        long start = System.nanoTime();
        try (var worlds = new SeenWorlds(layout)) {
            String text = world.differs().isEmpty() ? world.base() : "[" + world.base() + " EXCEPT " + world.differs() + "]";
            Walked large = SeenWorlds.walked(worlds.model(world.module(), text, world.pairs(), world.others() ? parts : List.of(), false,
                    world.properties()));
            var sights = new ArrayList<Cutoff.Through>();
            Optional<Trace> way = Optional.empty();
            for (long away : world.pairs()) {
                List<Long> seen = world.pairs().stream().filter(it -> it != away).toList();
                Walked small = SeenWorlds.walked(worlds.model(world.module(), text, seen, parts, false, world.properties()));
                Walked alone = SeenWorlds.walked(worlds.model(world.module(), text, seen, List.of(), false, world.properties()));
                Sight sight = Sight.of(world.pairs(), new TreeSet<>(seen));
                Simulation it = Simulation.of(large.graph(), small.graph(), sight.kept(), state -> spoiling.apply(sight.of(state)));
                sights.add(new Cutoff.Through(seen, small.graph().stateCount(), small.generated(), it.hidden(), it.own(), it.others(),
                        it.missing(), verdicts(small), verdicts(alone)));
                way = way.or(it::first);
            }
            return new Looked(new Cutoff.Found(large.graph().stateCount(), large.generated(), verdicts(large), sights,
                    Math.round((System.nanoTime() - start) / 1e9)), way);
        }
    }

    private static SortedMap<String, String> verdicts(Walked walked) {
        var verdicts = new TreeMap<String, String>();
        for (Verdict verdict : walked.verdicts()) {
            verdicts.put(verdict.property(), verdict.violation().map(trace -> Result.VIOLATED + " in " + (trace.length() - 1))
                    .orElse(Result.HOLDS.toString()));
        }
        return verdicts;
    }

    /** One SA alone, and among others of which each part of what they may do is taken by itself. */
    public Cutoff.Detection detection(Cutoff.Detection world, PrintStream out) {
        try (var worlds = new SeenWorlds(layout)) {
            var among = new TreeMap<String, String>();
            for (String part : world.parts()) {
                among.put(part, temporal(worlds, world, List.of(part)));
            }
            String alone = temporal(worlds, world, List.of());
            out.printf("%s: %s %s alone, among others %s%n", world.name(), world.property(), alone, among);
            return world.with(alone, among);
        }
    }

    private static String temporal(SeenWorlds worlds, Cutoff.Detection world, List<String> parts) {
        return switch (Checker.checkAlone(worlds.model(world.module(), world.base(), List.of(), parts, true, List.of(world.property())))) {
            case Checked.Failed failed -> throw new TlcException(world.name() + ": " + failed.line());
            case Checked.Violated violated -> Result.VIOLATED.toString();
            case Checked.Holds holds -> Result.HOLDS.toString();
        };
    }
}
