package sfd.simulation;

import java.util.List;
import java.util.Optional;
import sfd.lockstep.RoleFunctions;

/** One run: what its seed, plan and script make of the roles. The same ones, the same run. */
public final class Run {

    /**
     * A claim that does not hold.
     *
     * @param claim its name in the specification, or {@code OneTable} or {@code NoLoop}, which are about what is no part of it
     * @param how in words
     * @param sequence what led there, if it was asked for
     */
    public record Broken(String claim, String how, List<String> sequence) {
        public Broken {
            sequence = List.copyOf(sequence);
        }
    }

    /** What a run comes to. */
    public record Result(Tally tally, Optional<Broken> broken) {
    }

    private Run() {
    }

    /** @param roles the reference's own, or wrong ones */
    public static Result of(Plan plan, long seed, Script script, RoleFunctions roles) {
        return of(plan, seed, script, roles, false);
    }

    /** @param told with the message sequence, which costs time */
    public static Result of(Plan plan, long seed, Script script, RoleFunctions roles, boolean told) {
        var story = new Story(told);
        var world = new World(plan, seed, script, roles, story);
        try {
            world.run();
            return new Result(world.tally, Optional.empty());
        } catch (BrokenClaim e) {
            return new Result(world.tally, Optional.of(new Broken(e.claim(), e.getMessage(), story.lines())));
        }
    }
}
