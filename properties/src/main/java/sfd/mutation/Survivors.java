package sfd.mutation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sfd.check.Layout;
import sfd.check.SpecJson;

/**
 * What came of the mutants of each module, kept in {@code spec/survivors.json}; of each that nothing noticed, why.
 *
 * @param modules those that were run, in whole
 */
public record Survivors(List<OfModule> modules) {

    public static final SpecJson<Survivors> KEPT = new SpecJson<>("survivors.json", Survivors.class);

    /**
     * @param generated mutants
     * @param verdict those that a verdict noticed first; so with the next two
     * @param unevaluated those that TLC cannot read or evaluate
     * @param survivors those that nothing noticed
     */
    public record OfModule(String module, int generated, int verdict, int count, int mismatch, int unevaluated,
            List<Survivor> survivors) {
    }

    /**
     * @param before the expression that is changed
     * @param after the same with the change
     * @param judged what it is said to be, empty where nobody has said yet
     * @param reason why
     */
    public record Survivor(String id, String before, String after, Judged judged, String reason) {

        boolean isOf(SpecMutant mutant) {
            return id.equals(mutant.id()) && before.equals(mutant.before()) && after.equals(mutant.after());
        }
    }

    /** What a survivor is. */
    public enum Judged {
        /** No step is another one. */
        EQUIVALENT,
        /** Steps are other ones in states or at events that no role model has. */
        HOLE,
        /** Nobody has said yet. */
        OPEN;

        @JsonValue
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Optional<OfModule> find(String module) {
        return modules.stream().filter(it -> it.module().equals(module)).findFirst();
    }

    /** With a module run anew. What was said of a survivor is kept. */
    Survivors with(OfModule anew) {
        List<Survivor> said = find(anew.module()).map(OfModule::survivors).orElse(List.of());
        var survivors = anew.survivors().stream().map(it -> said.stream()
                .filter(old -> old.id().equals(it.id()) && old.before().equals(it.before()) && old.after().equals(it.after()))
                .findFirst().orElse(it)).toList();
        var all = new ArrayList<>(modules.stream().filter(it -> !it.module().equals(anew.module())).toList());
        all.add(new OfModule(anew.module(), anew.generated(), anew.verdict(), anew.count(), anew.mismatch(), anew.unevaluated(), survivors));
        all.sort(Comparator.comparing(it -> Concerned.MODULES.indexOf(it.module())));
        return new Survivors(List.copyOf(all));
    }

    /** As it is now, which may be later than when a run began. */
    static Survivors read(Layout layout) {
        return KEPT.file(layout).toFile().exists() ? KEPT.read(layout) : new Survivors(List.of());
    }
}
