package sfd.mutation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import sfd.check.BadInput;
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

    /** Models with more transitions than this are walked from end to end only for what survives and is still to be judged. */
    static final long LARGEST = 20_000;

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

    /**
     * Runs all mutants of a module and keeps what came of them; not those again that a run did which was broken off.
     *
     * @param out a line for each mutant
     */
    public void keep(String module, PrintStream out) {
        Sofar sofar = Sofar.of(layout, module);
        Map<String, Optional<Kind>> planted = sofar.read();
        Map<Kind, Integer> noticed = new EnumMap<>(Kind.class);
        var survivors = new ArrayList<Survivor>();
        List<SpecMutant> mutants = mutants(module);
        for (SpecMutant mutant : mutants) {
            if (!planted.containsKey(mutant.id())) {
                sofar.add(mutant, told(mutant, () -> plant(mutant, LARGEST), out).map(Notice::kind));
            }
        }
        planted = sofar.read();
        for (SpecMutant mutant : mutants) {
            planted.get(mutant.id()).ifPresentOrElse(it -> noticed.merge(it, 1, Integer::sum),
                    () -> survivors.add(new Survivor(mutant.id(), mutant.before(), mutant.after(), false, Judged.OPEN, "")));
        }
        var of = new OfModule(module, mutants.size(), noticed.getOrDefault(Kind.VERDICT, 0), noticed.getOrDefault(Kind.COUNT, 0),
                noticed.getOrDefault(Kind.MISMATCH, 0), noticed.getOrDefault(Kind.UNEVALUATED, 0), survivors);
        Survivors.KEPT.write(layout, Survivors.read(layout).with(of));
        out.printf("%s: %d mutants, %d survive%n", module, of.generated(), survivors.size());
    }

    /** Plants what survives, and of which nobody has said what it is, in all models, and walks each of them from end to end. */
    public void again(String module, PrintStream out) {
        OfModule kept = Survivors.read(layout).find(module).orElseThrow(() -> new BadInput("no mutants of " + module + " were run"));
        for (SpecMutant mutant : mutants(module)) {
            Survivor survivor = kept.survivors().stream().filter(it -> it.isOf(mutant)).findFirst().orElse(null);
            if (survivor != null && survivor.judged() == Judged.OPEN && !survivor.everywhere()) {
                kept = kept.with(survivor, told(mutant, () -> everywhere(mutant), out));
                Survivors.KEPT.write(layout, Survivors.read(layout).with(kept));
            }
        }
    }

    /**
     * Plants some and compares with what is kept, which is left as it is.
     *
     * @return whether those survive of which it is kept, and no others
     */
    public boolean sample(List<String> modules, int size, long seed, PrintStream out) {
        boolean same = true;
        for (SpecMutant mutant : chosen(modules, size, seed)) {
            same &= told(mutant, () -> plant(mutant, LARGEST), out).isEmpty() == survives(mutant);
        }
        return same;
    }

    boolean survives(SpecMutant mutant) {
        return Survivors.read(layout).find(mutant.module()).orElseThrow().survivors().stream().anyMatch(it -> it.isOf(mutant));
    }

    /** Some of the mutants of modules that were run. */
    List<SpecMutant> chosen(List<String> modules, int size, long seed) {
        Survivors kept = Survivors.read(layout);
        var all = new ArrayList<SpecMutant>();
        modules.stream().filter(it -> kept.find(it).isPresent()).forEach(it -> all.addAll(mutants(it)));
        Collections.shuffle(all, new Random(seed));
        return List.copyOf(all.subList(0, Math.min(size, all.size())));
    }

    private static Optional<Notice> told(SpecMutant mutant, Supplier<Optional<Notice>> trial, PrintStream out) {
        long start = System.nanoTime();
        Optional<Notice> notice = trial.get();
        out.printf("%s, %s -> %s: %s, %.1f s%n", mutant.id(), mutant.before(), mutant.after(),
                notice.map(it -> it.kind() + " in " + it.model() + ", " + it.words()).orElse("SURVIVES"), (System.nanoTime() - start) / 1e9);
        return notice;
    }

    /** The whole of each smaller model, and the beginning of each larger one. @param largest transitions of the smaller ones */
    Optional<Notice> plant(SpecMutant mutant, long largest) {
        ModuleText text = text(mutant.module());
        return trial.begun(mutant, text, models(mutant.module(), 0, Long.MAX_VALUE).stream().filter(trial::noticedLast).toList())
                .or(() -> trial.whole(mutant, text, models(mutant.module(), 0, largest)))
                .or(() -> trial.begun(mutant, text, models(mutant.module(), largest + 1, Long.MAX_VALUE)));
    }

    private Optional<Notice> everywhere(SpecMutant mutant) {
        List<Entry> models = models(mutant.module(), 0, Long.MAX_VALUE);
        ModuleText text = text(mutant.module());
        return trial.further(mutant, text, models).or(() -> trial.whole(mutant, text, models));
    }

    private List<Entry> models(String module, long least, long most) {
        return concerned.models(module).stream().filter(it -> it.transitions() >= least && it.transitions() <= most).toList();
    }

    private ModuleText text(String module) {
        return ModuleText.of(copy.read(SpecMutant.file(module)));
    }

    @Override
    public void close() {
        copy.close();
    }
}
