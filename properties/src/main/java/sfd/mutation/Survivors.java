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

        /** With what the larger models said of a survivor. */
        OfModule with(Survivor survivor, Optional<Notice> notice) {
            var left = survivors.stream().filter(it -> it != survivor || notice.isEmpty()).map(it -> it == survivor
                    ? new Survivor(it.id(), it.before(), it.after(), true, it.judged(), it.reason()) : it).toList();
            return new OfModule(module, generated, verdict + number(notice, Notice.Kind.VERDICT), count + number(notice, Notice.Kind.COUNT),
                    mismatch + number(notice, Notice.Kind.MISMATCH), unevaluated + number(notice, Notice.Kind.UNEVALUATED), left);
        }

        private static int number(Optional<Notice> notice, Notice.Kind kind) {
            return notice.filter(it -> it.kind() == kind).isPresent() ? 1 : 0;
        }
    }

    /**
     * @param before the expression that is changed
     * @param after the same with the change
     * @param everywhere whether the larger models were walked from end to end too
     * @param judged what it is said to be
     * @param reason why
     */
    public record Survivor(String id, String before, String after, boolean everywhere, Judged judged, String reason) {

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

    /** With a module run anew, or its survivors. What was said of one is kept. */
    Survivors with(OfModule anew) {
        List<Survivor> said = find(anew.module()).map(OfModule::survivors).orElse(List.of());
        var survivors = anew.survivors().stream().map(it -> said.stream()
                .filter(old -> old.id().equals(it.id()) && old.before().equals(it.before()) && old.after().equals(it.after()))
                .findFirst().map(old -> new Survivor(it.id(), it.before(), it.after(), it.everywhere() || old.everywhere(), old.judged(),
                        old.reason())).orElse(it)).toList();
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
