package sfd.sensitivity;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** Models with more transitions than this are left out. */
    static final long LARGEST = 430;
    /** And those with temporal properties that have more states than this. */
    static final long LARGEST_TEMPORAL = 170;
    /** A graph that grows beyond this is given up, and said so. */
    static final int MOST = 5_000;

    private static final String MODULE = "Varied";
    private static final String WORLD = "OtherWorld";
    /** The same with steps told apart: where only states count they are not, and nothing can be walked. */
    private static final String LABELLED = "Labelled" + WORLD;

    private final Layout layout;
    private final List<Entry> models;
    /** A copy of the spec, for modules of one assumption each. */
    private final SpecCopy copy;

    public Variations(Layout layout, Manifest manifest) {
        this.layout = layout;
        this.models = manifest.models().stream().filter(Variations::isCovered).toList();
        this.copy = SpecCopy.of(layout.spec());
    }

    /** @return whether assumptions of a model are dropped: of a larger one not, nor where nothing can fall */
    public static boolean isCovered(Entry entry) {
        return entry.world() != null && entry.time() == Entry.Time.QUICK && (entry.temporal()
                ? entry.states() != null && entry.states() <= LARGEST_TEMPORAL
                        && entry.expected().values().stream().anyMatch(it -> it.result() == Result.HOLDS)
                : entry.transitions() <= LARGEST);
    }

    /** Drops all assumptions of all models. */
    public Assumptions all(PrintStream out) {
        var assumptions = new TreeMap<String, Assumption>();
        var sums = new TreeMap<String, Outcome.Sum>();
        for (Entry entry : models) {
            Map<Assumption, List<String>> here = assumed(entry);
            here.forEach((assumption, off) -> {
                assumptions.put(assumption.id(), assumption);
                drop(assumption, off, entry, sums.computeIfAbsent(assumption.id(), id -> new Outcome.Sum()));
            });
            out.printf("%s: %d assumptions dropped%n", entry.name(), here.size());
        }
        return new Assumptions(LARGEST, LARGEST_TEMPORAL, MOST, List.copyOf(assumptions.values()),
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
            for (Value it : walk.constant("Assumed").orElseThrow().elements()) {
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
        var whatIf = new WhatIf(MOST);
        Path module = copy.write("models/" + MODULE + ".tla", """
                ---- MODULE %s ----
                EXTENDS %s
                %s == (CHOOSE a \\in Assumptions(%s) : a.id = "%s").other
                %s == [%s EXCEPT !.labelled = TRUE]
                ====
                """.formatted(MODULE, entry.module().replaceFirst(".*/", "").replaceFirst("\\.tla$", ""), WORLD, entry.world(),
                assumption.id(), LABELLED, WORLD));
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
