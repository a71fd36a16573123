package sfd.mutation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import sfd.check.Entry;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.SpecCopy;
import sfd.mutation.Notice.Kind;
import sfd.mutation.Survivors.Judged;
import sfd.mutation.Survivors.OfModule;
import sfd.mutation.Survivors.Survivor;
import sfd.traces.tlc.Walk;

/** Plants the mutants of modules, one at a time, in a copy of the spec. */
public final class SpecMutation implements AutoCloseable {

    private final Layout layout;
    private final Concerned concerned;
    private final SpecCopy copy;
    private final Trial trial;

    public SpecMutation(Layout layout, Manifest manifest) {
        this.layout = layout;
        this.concerned = new Concerned(layout, manifest);
        this.copy = SpecCopy.of(layout.spec());
        this.trial = new Trial(copy);
    }

    /** @return the modules that there are mutants of */
    public static List<String> modules() {
        return Concerned.MODULES;
    }

    /** All mutants of a module. */
    List<SpecMutant> mutants(String module) {
        try (Walk walk = Walk.open(concerned.models(module).getFirst().model(layout))) {
            return Mutations.of(module, text(module), walk.definitions(module));
        }
    }

    /** Runs a module in whole and keeps what came of it. @param out a line for each mutant */
    public void keep(String module, PrintStream out) {
        Map<Kind, Integer> noticed = new EnumMap<>(Kind.class);
        var survivors = new ArrayList<Survivor>();
        List<SpecMutant> mutants = mutants(module);
        for (SpecMutant mutant : mutants) {
            Optional<Notice> notice = plant(mutant, out);
            notice.ifPresentOrElse(it -> noticed.merge(it.kind(), 1, Integer::sum),
                    () -> survivors.add(new Survivor(mutant.id(), mutant.before(), mutant.after(), Judged.OPEN, "")));
        }
        var of = new OfModule(module, mutants.size(), noticed.getOrDefault(Kind.VERDICT, 0), noticed.getOrDefault(Kind.COUNT, 0),
                noticed.getOrDefault(Kind.MISMATCH, 0), noticed.getOrDefault(Kind.UNEVALUATED, 0), survivors);
        Survivors.KEPT.write(layout, Survivors.read(layout).with(of));
        out.printf("%s: %d mutants, %d survive%n", module, of.generated(), survivors.size());
    }

    /**
     * Plants some and compares with what is kept, which is left as it is.
     *
     * @return whether those survive of which it is kept, and no others
     */
    public boolean sample(List<String> modules, int size, long seed, PrintStream out) {
        boolean same = true;
        for (SpecMutant mutant : chosen(modules, size, seed)) {
            boolean kept = Survivors.read(layout).find(mutant.module()).orElseThrow().survivors().stream().anyMatch(it -> it.isOf(mutant));
            same &= plant(mutant, out).isEmpty() == kept;
        }
        return same;
    }

    /** Some of the mutants of modules that were run. */
    List<SpecMutant> chosen(List<String> modules, int size, long seed) {
        Survivors kept = Survivors.read(layout);
        var all = new ArrayList<SpecMutant>();
        modules.stream().filter(it -> kept.find(it).isPresent()).forEach(it -> all.addAll(mutants(it)));
        Collections.shuffle(all, new Random(seed));
        return List.copyOf(all.subList(0, Math.min(size, all.size())));
    }

    private Optional<Notice> plant(SpecMutant mutant, PrintStream out) {
        long start = System.nanoTime();
        Optional<Notice> notice = plant(mutant, Long.MAX_VALUE);
        out.printf("%s, %s -> %s: %s, %.1f s%n", mutant.id(), mutant.before(), mutant.after(),
                notice.map(it -> it.kind() + " in " + it.model() + ", " + it.words()).orElse("SURVIVES"), (System.nanoTime() - start) / 1e9);
        return notice;
    }

    /** @param most transitions of the models in which it is planted */
    Optional<Notice> plant(SpecMutant mutant, long most) {
        List<Entry> models = concerned.models(mutant.module()).stream().filter(it -> it.transitions() <= most).toList();
        return trial.of(mutant, text(mutant.module()), models);
    }

    private ModuleText text(String module) {
        return ModuleText.of(copy.read(SpecMutant.file(module)));
    }

    @Override
    public void close() {
        copy.close();
    }
}
