package sfd.simulation;

import java.util.Optional;
import java.util.function.LongPredicate;
import sfd.lockstep.RoleFunctions;

/** Many runs, each of a seed of its own that follows from the first one. */
public final class Campaign {

    /** A run in which a claim broke, with its script made small. */
    public record Failure(Protocol protocol, long seed, Plan plan, Script script, Run.Broken broken) {
    }

    /** What all runs come to. */
    public record Outcome(Tally tally, Optional<Failure> failure) {
    }

    private Campaign() {
    }

    /**
     * Runs until so many exchanges were begun, or a claim breaks.
     *
     * @param seed of the first run; the others have the numbers behind it
     * @param goesOn is asked before each run, with the exchanges so far
     */
    public static Outcome of(Protocol protocol, long seed, RoleFunctions roles, LongPredicate goesOn) {
        var all = new Tally();
        for (long run = seed; goesOn.test(all.exchanges()); run++) {
            Plan plan = Plan.drawn(protocol, run);
            Script script = Script.drawn(plan, run);
            Run.Result result = Run.of(plan, run, script, roles);
            all.add(result.tally());
            if (result.broken().isPresent()) {
                return new Outcome(all, Optional.of(shrunk(plan, run, script, roles, result.broken().get())));
            }
        }
        return new Outcome(all, Optional.empty());
    }

    /** The smallest script found in which the same claim breaks, with its sequence. */
    public static Failure shrunk(Plan plan, long seed, Script script, RoleFunctions roles, Run.Broken broken) {
        Script least = Shrink.of(script, it -> Run.of(plan, seed, it, roles).broken()
                .filter(other -> other.claim().equals(broken.claim())).isPresent());
        return new Failure(plan.protocol(), seed, plan, least, Run.of(plan, seed, least, roles, true).broken().orElseThrow());
    }
}
