package sfd.sensitivity;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sfd.catalogue.Switches;
import sfd.check.Entry;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.Outcome;
import sfd.check.SpecJson;
import sfd.check.WorldConfiguration;
import sfd.traces.tlc.Model;
import sfd.traces.tlc.Walked;

/**
 * Each clause that has a switch, off alone, in each system model where it could matter: what falls. A clause without
 * which every claim comes out the same in all of them is checked in none of them, whatever its role model says.
 *
 * <p>Walked with the spec alone: the Java keeps every clause, so nothing is replayed.
 */
public final class Ablation {

    /** Models with more transitions than this are left out. */
    static final long LARGEST = 3_000;
    /** A graph that grows beyond this without the clause is given up, and said so. */
    private static final int MOST = 60_000;

    public static final SpecJson<Document> KEPT = new SpecJson<>("ablation.json", Document.class);

    private final Layout layout;
    private final List<Entry> models;

    public Ablation(Layout layout, Manifest manifest) {
        this.layout = layout;
        this.models = manifest.models().stream().filter(Ablation::isCovered).toList();
    }

    /** @return whether a model is one of those in which clauses are switched off */
    static boolean isCovered(Entry entry) {
        return entry.world() != null && !entry.temporal() && entry.time() == Entry.Time.QUICK
                && entry.transitions() <= LARGEST;
    }

    /** What is kept in {@code spec/ablation.json}. @param transitionsAtMost of the models that are covered */
    public record Document(long transitionsAtMost, List<Outcome> clauses) {
    }

    /** Walks all and keeps it. */
    public void write(PrintStream out) {
        KEPT.write(layout, new Document(LARGEST, run(out)));
    }

    /** All clauses that the roles of the spec have a switch for. */
    private List<Outcome> run(PrintStream out) {
        var all = new ArrayList<Outcome>();
        for (String clause : Switches.ofRoles(layout.spec())) {
            Outcome of = of(clause, Set.of());
            all.add(of);
            out.printf("%s: %d verdicts differ, %d models change, %d do not, %d undecided%n", clause, of.differences().size(),
                    of.changes().size(), of.same().size(), of.undecided().size());
        }
        return all;
    }

    /** @param only names of the models to walk; empty for all in which the clause could matter */
    Outcome of(String clause, Set<String> only) {
        var sum = new Outcome.Sum();
        for (Entry entry : models) {
            if (couldMatter(clause, entry) && (only.isEmpty() || only.contains(entry.name()))) {
                tryWithout(clause, entry, sum);
            }
        }
        return sum.of(clause);
    }

    /** A clause of one protocol is not looked at in models of the other. */
    private static boolean couldMatter(String clause, Entry entry) {
        boolean sir = entry.module().endsWith("SirWorlds.tla");
        return clause.startsWith("QCD") ? !sir : !clause.startsWith("SIR") || sir;
    }

    private void tryWithout(String clause, Entry entry, Outcome.Sum sum) {
        try (var config = ScratchConfiguration.of(WorldConfiguration.of(entry).without(List.of(clause)).text())) {
            new WhatIf(MOST).walked(entry, new Model(entry.name(), layout.spec().resolve(entry.module()), config.file()), sum);
        }
    }
}
