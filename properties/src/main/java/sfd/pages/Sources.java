package sfd.pages;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import sfd.bench.Kept;
import sfd.catalogue.Catalogue;
import sfd.check.Assumptions;
import sfd.check.BadInput;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.ModelFiles;
import sfd.cutoff.Cutoff;
import sfd.flood.roles.Results;
import sfd.matrix.Situations;
import sfd.mutation.CodeMutants;
import sfd.mutation.Survivors;
import sfd.sampling.Sampled;
import sfd.sensitivity.Ablation;
import sfd.sensitivity.Occurrences;
import sfd.traces.value.Rec;
import sfd.traces.value.Value;
import sfd.worlds.Evaluated;
import sfd.worlds.Worlds;

/** What the pages are made from. That all of it can be used is known before the models are asked, which takes minutes. */
public final class Sources {

    private Sources() {
    }

    /** @throws BadInput where one cannot be read or is not of its form, or names a model or a clause that is not there */
    public static void require(Layout layout, Manifest manifest) {
        Catalogue catalogue = Catalogue.read(layout.root());
        for (Findings.Situation it : Findings.read(layout).findings()) {
            named("spec/findings.json, " + it.id(), "model", it.models(), manifest.names());
            named("spec/findings.json, " + it.id(), "clause", it.clauses(), catalogue.ids());
        }
        Mends mends = Mends.read(layout);
        for (Mends.Mend it : mends.mends()) {
            named("spec/mends.json, " + it.id(), "model", it.kept(), manifest.names());
            it.shown().forEach(pair -> named("spec/mends.json, " + it.id(), "model", List.of(pair.before(), pair.after()), manifest.names()));
        }
        mends.unmended().forEach(it -> named("spec/mends.json, " + it.title(), "model", it.models(), manifest.names()));
        Situations.read(layout).asides().forEach(it -> named("spec/situations.json, asides", "model", List.of(it.model()), manifest.names()));
        List.of(Assumptions.KEPT, Ablation.KEPT, Occurrences.KEPT, Survivors.KEPT, CodeMutants.KEPT, Cutoff.KEPT, Sampled.KEPT).forEach(it -> it.read(layout));
        Kept.read(layout.root());
        Results.read(layout.root());
    }

    /**
     * TLC itself looks away from a field that a record does not have: a world with a misspelt one would be the one that it
     * differs from, and its verdicts with it.
     *
     * @throws BadInput where a world differs in a field that there is none of, or from a world that is not there
     */
    public static void requireWorlds(Layout layout) {
        Worlds worlds = ModelFiles.worlds(layout);
        Map<String, Value> byHand;
        try (var evaluated = new Evaluated(layout.spec())) {
            byHand = evaluated.byHand();
        }
        for (var world : worlds.worlds().toList()) {
            String where = "spec/worlds.json, world " + world.name();
            if (!byHand.containsKey(world.of()) && worlds.find(world.of()).isEmpty()) {
                throw new BadInput(where + ": there is no world " + world.of() + " that it could differ from");
            }
            Value other = worlds.whole(world.of(), byHand);
            world.differs().keySet().forEach(path -> field(where, other, path));
        }
    }

    private static void field(String where, Value world, String path) {
        Value value = world;
        for (String name : path.split("\\.")) {
            if (!(value instanceof Rec rec) || !rec.names().contains(name)) {
                throw new BadInput(where + ": there is no field " + path + (value instanceof Rec rec ? ", where " + name
                        + " stands only " + String.join(", ", rec.names()) : ""));
            }
            value = rec.field(name);
        }
    }

    private static void named(String where, String what, List<String> names, Collection<String> known) {
        for (String name : names) {
            if (!known.contains(name)) {
                throw new BadInput(where + ": there is no " + what + " " + name);
            }
        }
    }
}
