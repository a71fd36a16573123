package sfd.sensitivity;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import sfd.check.Assumptions.Assumption;
import sfd.check.Assumptions;
import sfd.check.Entry;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.Outcome;
import sfd.check.Result;
import sfd.check.SpecCopy;
import sfd.check.WorldConfiguration;
import sfd.traces.tlc.Model;
import sfd.traces.tlc.Walk;
import sfd.traces.value.Value;

/**
 * Each thing that a system model takes for granted, dropped alone: an assumption about the network, the attacker or the
 * daemon, a bound raised by one, fairness that is none. What falls leans on it; what stands stands with more. Which
 * assumptions a world makes, and what it is without one of them, {@code spec/models/Variations.tla} says.
 */
public final class Variations implements AutoCloseable {

    /**
     * Which of a world's variations are asked, and of which models.
     *
     * @param named the operator of {@code spec/models/Worlds.tla} that names them, and {@code all} that of Variations.tla
     * @param largest models with more transitions than this are left out
     * @param largestTemporal and those with temporal properties that have more states than this
     * @param slowest models that take longer are left out
     * @param most a graph that grows beyond so many transitions is given up, and said so
     */
    public record Scope(String named, String all, long largest, long largestTemporal, Entry.Time slowest, int most) {

        public static final Scope ASSUMPTIONS = new Scope("Assumed", "Assumptions", 430, 170, Entry.Time.QUICK, 5_000);
        /** What happens as often as it likes: where something has to come about at last, that would say that it need not. */
        public static final Scope SUPPLIES = new Scope("Supplied", "Supplies", 3_000, 0, Entry.Time.MORE, 20_000);

        /** @return whether a model is asked: a larger one not, nor where nothing can fall */
        public boolean covers(Entry entry) {
            return entry.world() != null && entry.time().compareTo(slowest) <= 0 && (entry.temporal()
                    ? entry.states() != null && entry.states() <= largestTemporal
                            && entry.expected().values().stream().anyMatch(it -> it.result() == Result.HOLDS)
                    : entry.transitions() <= largest);
        }
    }

    private static final String MODULE = "Varied";
    private static final String WORLD = "OtherWorld";
    /** The same with steps told apart: where only states count they are not, and nothing can be walked. */
    private static final String LABELLED = "Labelled" + WORLD;

    private final Layout layout;
    private final Scope scope;
    private final List<Entry> models;
    /** A copy of the spec, for modules of one assumption each. */
    private final SpecCopy copy;

    public Variations(Layout layout, Manifest manifest, Scope scope) {
        this.layout = layout;
        this.scope = scope;
        this.models = manifest.models().stream().filter(scope::covers).toList();
        this.copy = SpecCopy.of(layout.spec());
    }

    /** Drops all assumptions of all models that are covered. */
    public Assumptions all(PrintStream out) {
        return of(models, new Assumptions(scope.largest(), scope.largestTemporal(), scope.most(), List.of(), List.of()), out);
    }

    /** The same of some models only; of the others stays what is kept. */
    public Assumptions some(Predicate<Entry> wanted, Assumptions kept, PrintStream out) {
        List<Entry> some = models.stream().filter(wanted).toList();
        return of(some, kept.without(some.stream().map(Entry::name).collect(Collectors.toSet())), out);
    }

    private Assumptions of(List<Entry> entries, Assumptions kept, PrintStream out) {
        var assumptions = new TreeMap<String, Assumption>();
        var sums = new TreeMap<String, Outcome.Sum>();
        kept.assumptions().forEach(it -> assumptions.put(it.id(), it));
        kept.dropped().forEach(it -> sums.put(it.id(), new Outcome.Sum(it)));
        for (Entry entry : entries) {
            Map<Assumption, List<String>> here = assumed(entry);
            here.forEach((assumption, off) -> {
                assumptions.put(assumption.id(), assumption);
                drop(assumption, off, entry, sums.computeIfAbsent(assumption.id(), id -> new Outcome.Sum()));
            });
            out.printf("%s: %d assumptions dropped%n", entry.name(), here.size());
        }
        return new Assumptions(kept.transitionsAtMost(), kept.statesAtMost(), kept.graphAtMost(), List.copyOf(assumptions.values()),
                sums.entrySet().stream().map(it -> it.getValue().of(it.getKey())).toList());
    }

    /** One assumption of one model. */
    Outcome drop(String assumption, String model) {
        Entry entry = models.stream().filter(it -> it.name().equals(model)).findFirst().orElseThrow();
        var sum = new Outcome.Sum();
        assumed(entry).forEach((it, off) -> {
            if (it.id().equals(assumption)) {
                drop(it, off, entry, sum);
            }
        });
        return sum.of(assumption);
    }

    /** What a model assumes, with the clauses that are not kept where it is not so. Fairness counts where time has no end. */
    private Map<Assumption, List<String>> assumed(Entry entry) {
        var assumed = new TreeMap<Assumption, List<String>>(Comparator.comparing(Assumption::id));
        try (Walk walk = Walk.open(entry.model(layout))) {
            for (Value it : walk.constant(scope.named()).orElseThrow().elements()) {
                var assumption = new Assumption(it.field("id").text(), it.field("kind").text(), it.field("words").text());
                if (entry.temporal() || !assumption.isFairness()) {
                    assumed.put(assumption, it.field("off").elements().stream().map(Value::text).toList());
                }
            }
        }
        return assumed;
    }

    private void drop(Assumption assumption, List<String> off, Entry entry, Outcome.Sum sum) {
        WorldConfiguration changed = WorldConfiguration.of(entry).without(off).in(WORLD);
        var whatIf = new WhatIf(scope.most());
        Path module = copy.write("models/" + MODULE + ".tla", """
                ---- MODULE %s ----
                EXTENDS %s
                %s == (CHOOSE a \\in %s(%s) : a.id = "%s").other
                %s == [%s EXCEPT !.labelled = TRUE]
                ====
                """.formatted(MODULE, entry.module().replaceFirst(".*/", "").replaceFirst("\\.tla$", ""), WORLD, scope.all(),
                entry.world(), assumption.id(), LABELLED, WORLD));
        var model = new Model(entry.name(), module, copy.write("models/" + MODULE + ".cfg", changed.text()));
        if (assumption.isFairness()) {
            whatIf.temporal(entry, model, sum);
        } else if (entry.temporal()) {
            Path graph = copy.write("models/Graph.cfg", changed.graph().in(LABELLED).text());
            whatIf.temporal(entry, model, new Model(entry.name(), module, graph), sum);
        } else {
            whatIf.walked(entry, model, sum);
        }
    }

    @Override
    public void close() {
        copy.close();
    }
}
