package sfd.flood.roles;

import java.util.List;
import java.util.stream.Stream;
import sfd.sa.Policy;

/**
 * How often the draw takes an honest message that a limit turned away, and what the formula says: of {@code n} turned away in a
 * tick each with {@code min(drawn, limit) / n}, for no more wait than there is room, and the tick does for no more of them what
 * they ask for than its limit allows. Measured with small limits, one honest message in every other tick: so rare that what came of
 * the one before plays no part.
 *
 * @param drawn the room
 * @param limit that the tick takes them up within
 * @param turnedAway in each tick, the honest one among them; 0 if it was not turned away, or not among as many, in one of them: then
 *     there is nothing that the formula is about
 * @param ticks in which it was turned away
 * @param takenUp of them
 * @param withoutDraw in how many of so many ticks it was heard by a role without a draw
 */
record Chance(int drawn, int limit, long turnedAway, int ticks, int takenUp, int withoutDraw) {

    /** With so much room where that is the less, and where the limit is. */
    static <S> List<Chance> of(Kind<S> kind, Gate gate, Plan plan) {
        int limit = kind.bounds().apply(SmallLimits.of(kind.with(), plan.drawn())).taken();
        if (limit == 0) {
            return List.of();
        }
        return (limit <= plan.drawn() ? Stream.of(plan.drawn()) : Stream.of(plan.drawn(), 2 * limit))
                .map(drawn -> of(kind, gate, plan, drawn)).toList();
    }

    private static <S> Chance of(Kind<S> kind, Gate gate, Plan plan, int drawn) {
        int flood = plan.small();
        int ticks = plan.ticks();
        Policy policy = SmallLimits.of(kind.with(), drawn);
        var course = new Course<>(kind, policy, gate, 1, plan.seed(), () -> { });
        course.pass(flood, List.of(), false); // The first tick has nobody to take up.
        long turnedAway = 0;
        int takenUp = 0;
        for (int i = 0; i < ticks; i++) {
            Course.Passed passed = course.pass(flood, List.of(0), false);
            if (!passed.atOnce().isEmpty() || i > 0 && passed.tally().turnedAway() != turnedAway) {
                return new Chance(drawn, kind.bounds().apply(policy).taken(), 0, i + 1, takenUp, 0);
            }
            turnedAway = passed.tally().turnedAway();
            takenUp += course.pass(flood, List.of(), false).takenUp().size();
        }
        return new Chance(drawn, kind.bounds().apply(policy).taken(), turnedAway, ticks, takenUp, withoutDraw(kind, gate, plan));
    }

    private static <S> int withoutDraw(Kind<S> kind, Gate gate, Plan plan) {
        var course = new Course<>(kind, SmallLimits.of(kind.without(), 0), gate, 1, plan.seed(), () -> { });
        int heard = 0;
        for (int i = 0; i < plan.ticks(); i++) {
            Course.Passed passed = course.pass(plan.small(), List.of(0), false);
            heard += passed.atOnce().size() + passed.takenUp().size();
        }
        return heard;
    }

    /** What the formula says. */
    double formula() {
        return turnedAway == 0 ? 0 : Math.min(1, Math.min(drawn, limit) / (double) turnedAway);
    }

    double measured() {
        return takenUp / (double) ticks;
    }

    Interval interval() {
        return Interval.of(takenUp, ticks);
    }

    /** The formula says so, and without a draw nobody would be heard. */
    boolean holds() {
        return turnedAway > 0 && interval().has(formula()) && withoutDraw == 0;
    }
}
