package sfd.flood.roles;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sfd.bench.Machine;
import sfd.check.Table;
import sfd.sa.Admission;

/** Floods of all kinds, one after the other. */
public final class RoleFloods {

    /** Where pictures and results of a run go. */
    private static final Path FOLDER = Path.of("target", "flood");

    private RoleFloods() {
    }

    /** The names of all kinds. */
    public static List<String> ids() {
        return new Kinds(Population.of(0, 0), 1).all().stream().map(Kind::id).toList();
    }

    /**
     * Runs some of them, prints what came out, and leaves pictures and results in {@code target/flood}.
     *
     * @param command that this is
     * @param ids which; all if empty
     */
    public static Results run(Path root, String command, Plan plan, List<String> ids, PrintStream out) {
        var kinds = new Kinds(Population.of(plan.sas(), plan.peers()), plan.sources());
        List<Flooded> floods = new ArrayList<>();
        for (Kind<?> kind : kinds.all()) {
            if (ids.isEmpty() || ids.contains(kind.id())) {
                long start = System.nanoTime();
                floods.add(Flooded.of(kind, Admission::step, plan));
                out.printf("%s: %.1f s%n", kind.id(), (System.nanoTime() - start) / 1e9);
            }
        }
        var results = new Results(command, Machine.name(), System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                plan, floods, Waiting.all(kinds, plan));
        print(results, out);
        results.write(root.resolve(FOLDER).resolve("results.json"));
        Pictures.draw(root.resolve(FOLDER), floods);
        return results;
    }

    /** Keeps results beside the sources, for the pages; those of other kinds stay, if they were measured by the same plan. */
    public static void keep(Path root, Results results) {
        Results kept = Files.exists(root.resolve(Results.FILE)) ? results.with(Results.read(root), ids()) : results;
        kept.write(root.resolve(Results.FILE));
    }

    static void print(Results results, PrintStream out) {
        Table.columns(Tables.floods(results), 1, out);
        out.println();
        Table.columns(Tables.waits(results.floods()), 2, out);
        out.println();
        Table.columns(Tables.waiting(results), 1, out);
        out.println();
        results.floods().stream().filter(it -> !it.models().isEmpty()).forEach(it -> out.println(
                "the models of it, without the draw and with it: " + it.id() + ", " + String.join(", ", it.models())));
        results.broken().forEach(it -> out.println("does not hold: " + it));
    }
}
