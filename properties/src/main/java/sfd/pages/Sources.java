package sfd.pages;

import java.util.Collection;
import java.util.List;
import sfd.bench.Kept;
import sfd.catalogue.Catalogue;
import sfd.check.Assumptions;
import sfd.check.BadInput;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.cutoff.Cutoff;
import sfd.flood.roles.Results;
import sfd.matrix.Situations;
import sfd.mutation.CodeMutants;
import sfd.mutation.Survivors;
import sfd.sampling.Sampled;
import sfd.sensitivity.Ablation;
import sfd.sensitivity.Occurrences;

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

    private static void named(String where, String what, List<String> names, Collection<String> known) {
        for (String name : names) {
            if (!known.contains(name)) {
                throw new BadInput(where + ": there is no " + what + " " + name);
            }
        }
    }
}
