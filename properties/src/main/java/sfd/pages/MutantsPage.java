package sfd.pages;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import sfd.check.Layout;
import sfd.mutation.CodeMutants;
import sfd.mutation.SpecMutation;
import sfd.mutation.Survivors;
import sfd.mutation.Survivors.Judged;
import sfd.mutation.Survivors.OfModule;

/** What became of mutants: of the spec's modules, and of the reference's packages. */
record MutantsPage(Layout layout) {

    String ofSpec() {
        Survivors kept = Survivors.KEPT.read(layout);
        var rows = new StringBuilder("| module | mutants | noticed by a verdict | by the size of a graph | by the Java | cannot be evaluated "
                + "| survive and are equivalent | in a hole | not judged yet |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        for (OfModule it : kept.modules()) {
            rows.append("| %s | %d | %d | %d | %d | %d | %d | %d | %d |\n".formatted(it.module(), it.generated(), it.verdict(), it.count(),
                    it.mismatch(), it.unevaluated(), survive(it, Judged.EQUIVALENT), survive(it, Judged.HOLE), survive(it, Judged.OPEN)));
        }
        rows.append("| all | %d | %d | %d | %d | %d | %d | %d | %d |\n".formatted(sum(kept, OfModule::generated), sum(kept, OfModule::verdict),
                sum(kept, OfModule::count), sum(kept, OfModule::mismatch), sum(kept, OfModule::unevaluated),
                sum(kept, it -> survive(it, Judged.EQUIVALENT)), sum(kept, it -> survive(it, Judged.HOLE)), sum(kept, it -> survive(it, Judged.OPEN))));
        List<String> left = SpecMutation.modules().stream().filter(it -> kept.modules().stream().noneMatch(run -> run.module().equals(it))).toList();
        return rows + (left.isEmpty() ? "" : "\nNot run: " + String.join(", ", left) + ".\n") + holes(kept);
    }

    private static long sum(Survivors kept, ToLongFunction<OfModule> what) {
        return kept.modules().stream().mapToLong(what).sum();
    }

    private static long survive(OfModule module, Judged as) {
        return module.survivors().stream().filter(it -> it.judged() == as).count();
    }

    /** Each hole by itself: it is what the role models do not see. */
    private static String holes(Survivors kept) {
        String holes = kept.modules().stream().flatMap(it -> it.survivors().stream()).filter(it -> it.judged() == Judged.HOLE)
                .map(it -> "| %s | `%s` | `%s` | %s |\n".formatted(it.id(), cell(it.before()), cell(it.after()), it.reason()))
                .collect(Collectors.joining());
        return holes.isEmpty() ? "" : "\n| hole | was | is | |\n|---|---|---|---|\n" + holes;
    }

    /** A bar would end a cell. */
    private static String cell(String expression) {
        return expression.replace("|", "\\|");
    }

    String ofCode() {
        CodeMutants kept = CodeMutants.KEPT.read(layout);
        var rows = new StringBuilder("| package | mutants | killed | survive in a condition | elsewhere | of these nobody has looked at |\n"
                + "|---|---:|---:|---:|---:|---:|\n");
        for (CodeMutants.OfPackage it : kept.packages()) {
            long conditions = it.survivors().stream().filter(CodeMutants.Survivor::condition).count();
            rows.append("| %s | %d | %d | %d | %d | %d |\n".formatted(it.name(), it.mutants(), it.killed(), conditions,
                    it.survivors().size() - conditions, it.survivors().stream().filter(survivor -> survivor.reason().isEmpty()).count()));
        }
        List<String> left = CodeMutants.PACKAGES.stream().filter(it -> kept.find(it).isEmpty()).toList();
        return rows + (left.isEmpty() ? "" : "\nNot run: " + String.join(", ", left) + ".\n");
    }
}
