package sfd.matrix;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import sfd.check.Expectation;
import sfd.check.Result;

/**
 * What one model says of one cell.
 *
 * @param property that decides: the one that fails soonest, or the first of those that hold
 * @param steps of the shortest counterexample; null where it holds, or has none with a length
 * @param circumstances what the model has beside its cell
 * @param leansOn ids of the assumptions without which it is known to fall
 */
public record Evidence(String model, String property, boolean holds, Integer steps, List<Circumstance> circumstances,
        List<String> leansOn) {

    /** What a model says of a claim, by each statement that it checks; nothing for a statement of which it checks a part and that holds. */
    static Stream<Evidence> of(Modelled model, Axis deployment, Claim claim, List<Circumstance> all) {
        List<Circumstance> circumstances = all.stream()
                .filter(it -> it.mattersIn(model.world(), claim.id()) && !deployment.expects().contains(it.id())
                        && !claim.expects().contains(it.id())).toList();
        return claim.stated().stream().flatMap(it -> of(model, it, it.only() == null ? circumstances : Stream.concat(circumstances.stream(),
                all.stream().filter(circumstance -> circumstance.id().equals(it.only()))).toList()).stream());
    }

    private static List<Evidence> of(Modelled model, Claim.Statement statement, List<Circumstance> circumstances) {
        List<String> checked = statement.properties().stream().filter(model.verdicts()::containsKey).toList();
        List<String> failing = checked.stream().filter(it -> model.verdicts().get(it).result() == Result.VIOLATED)
                .sorted((a, b) -> Integer.compare(steps(model, a), steps(model, b))).toList();
        if (!failing.isEmpty()) {
            Expectation worst = model.verdicts().get(failing.getFirst());
            return List.of(new Evidence(model.name(), failing.getFirst(), false, worst.steps(), circumstances, List.of()));
        }
        boolean holds = checked.equals(statement.properties())
                && checked.stream().allMatch(it -> model.verdicts().get(it).result() == Result.HOLDS);
        return holds ? List.of(new Evidence(model.name(), checked.getFirst(), true, null, circumstances,
                checked.stream().flatMap(it -> model.leansOn().getOrDefault(it, List.of()).stream()).distinct().sorted().toList())) : List.of();
    }

    private static int steps(Modelled model, String property) {
        return Objects.requireNonNullElse(model.verdicts().get(property).steps(), Integer.MAX_VALUE);
    }

    private boolean has(Circumstance.Effect... effects) {
        return circumstances.stream().anyMatch(it -> List.of(effects).contains(it.effect()));
    }

    /** Whether it decides its cell: what holds where more may happen, or fails where less may. */
    boolean decides() {
        return holds ? !has(Circumstance.Effect.NARROWS, Circumstance.Effect.ASSUMES, Circumstance.Effect.OTHERWISE)
                : !has(Circumstance.Effect.WIDENS, Circumstance.Effect.OTHERWISE);
    }

    /** Whether it holds but for what it assumes. */
    boolean assumes() {
        return holds && has(Circumstance.Effect.ASSUMES) && !has(Circumstance.Effect.NARROWS, Circumstance.Effect.OTHERWISE);
    }

    List<String> assumed() {
        return circumstances.stream().filter(it -> it.effect() == Circumstance.Effect.ASSUMES).map(Circumstance::words).toList();
    }
}
