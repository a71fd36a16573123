package sfd.check;

import java.nio.file.Path;
import java.util.Optional;
import sfd.traces.graph.Trace;
import sfd.traces.tlc.Lasso;
import sfd.traces.tlc.Model;
import sfd.traces.tlc.TlcException;
import sfd.traces.tlc.Walk;

/**
 * What happens along a temporal counterexample. TLC shows states alone, for a temporal model does not tell its steps apart;
 * the same world with steps told apart is asked for them.
 */
final class LassoPath {

    private static final String MODULE = "ToldApart";

    private LassoPath() {
    }

    /** @return nothing where the model is no system model, or has not that path when its steps are told apart */
    static Optional<Trace> of(Layout layout, Entry entry, Lasso lasso) {
        if (entry.world() == null) {
            return Optional.empty();
        }
        try (var copy = SpecCopy.of(layout.spec())) {
            Path module = copy.write("models/" + MODULE + ".tla", """
                    ---- MODULE %s ----
                    EXTENDS %s
                    %s == [%s EXCEPT !.labelled = TRUE]
                    ====
                    """.formatted(MODULE, entry.module().replaceFirst(".*/", "").replaceFirst("\\.tla$", ""), MODULE + "World",
                    entry.world()));
            Path config = copy.write("models/" + MODULE + ".cfg",
                    WorldConfiguration.of(entry).graph().in(MODULE + "World").text());
            try (Walk walk = Walk.open(new Model(entry.name(), module, config))) {
                return Optional.of(walk.along(lasso));
            }
        } catch (TlcException e) {
            return Optional.empty();
        }
    }
}
