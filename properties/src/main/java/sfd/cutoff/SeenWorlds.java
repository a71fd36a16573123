package sfd.cutoff;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sfd.check.BadInput;
import sfd.check.Layout;
import sfd.check.SpecCopy;
import sfd.check.WorldConfiguration;
import sfd.traces.tlc.Model;
import sfd.traces.tlc.Walk;
import sfd.traces.tlc.Walked;
import sfd.traces.value.Value;

/** Worlds of other numbers of SAs, in a copy of the spec. */
final class SeenWorlds implements AutoCloseable {

    private static final String MODULE = "SeenWorlds";
    private static final String WORLD = "Seen";

    private final SpecCopy copy;

    SeenWorlds(Layout layout) {
        this.copy = SpecCopy.of(layout.spec());
    }

    /**
     * @param module of worlds
     * @param world an expression
     * @param pairs of its SAs; none to leave them as they are
     * @param others parts of OtherSas.tla
     */
    Model model(String module, String world, List<Long> pairs, List<String> others, boolean temporal, List<String> properties) {
        String changes = "!.others = {" + others.stream().map(it -> '"' + it + '"').collect(Collectors.joining(", ")) + "}"
                + (pairs.isEmpty() ? "" : ", !.pairs = <<" + list(pairs) + ">>, !.rekeyTo = " + pairs.getLast());
        Path file = copy.write("models/" + MODULE + ".tla", """
                ---- MODULE %s ----
                EXTENDS %s
                %s == [%s EXCEPT %s]
                ====
                """.formatted(MODULE, module, WORLD, world, changes));
        Path config = copy.write("models/" + MODULE + ".cfg", new WorldConfiguration(WORLD, List.of(), temporal, properties).text());
        return new Model(MODULE, file, config);
    }

    /** @throws BadInput where it has what nobody can look away */
    static Walked walked(Model model) {
        try (Walk walk = Walk.open(model)) {
            require(walk.constant("World").orElseThrow());
            Walked walked = walk.run((states, edges) -> { });
            if (!walked.notWalked().isEmpty()) {
                throw new BadInput("a walk judges no behaviour without end: " + String.join(", ", walked.notWalked()));
            }
            return walked;
        }
    }

    private static void require(Value world) {
        for (String fault : Set.of("rekey", "childRekey")) {
            if (world.field("faults").field(fault).integer() > 0) {
                throw new BadInput("of a world with a " + fault + " no SA can be looked away: the SPIs that it brings are nobody's yet");
            }
        }
        if (world.field("alice").field("drawn").integer() + world.field("bob").field("drawn").integer() > 0) {
            throw new BadInput("where there is a draw no SA can be looked away: messages about all of them wait in one place");
        }
    }

    private static String list(List<Long> pairs) {
        return pairs.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        copy.close();
    }
}
