package sfd.kit;

import java.util.List;

/**
 * One thing that a step shows: something of a kind of step. Two steps with the same traits show the same, and one of them
 * is enough.
 *
 * @param kind of the step, or where the trait is about what the state knew, the same without message, change and clauses
 * @param shown what it says, hears, changes or knew, in words of this package
 */
public record StepTrait(StepKind kind, String shown) {

    static StepTrait knew(StepKind kind, String known) {
        return new StepTrait(new StepKind(kind.event(), "", false, kind.effects(), List.of()), known);
    }
}
