package sfd.sa;

import java.util.List;
import java.util.Set;

/**
 * Why something is ignored, made once for all the times that it is: what comes in a flood must not cost memory.
 *
 * @param log the effect that names the reason, alone
 * @param because ids of the clauses that decided
 */
public record Ignored(List<Effect> log, Set<String> because) {

    public Ignored {
        log = List.copyOf(log);
        because = Set.copyOf(because);
    }

    /** For this reason, because of these clauses. */
    public static Ignored of(LogReason reason, String... because) {
        return new Ignored(List.of(new Effect.Log(reason)), Set.of(because));
    }
}
