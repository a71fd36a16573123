package sfd.flood.roles;

/**
 * {@link Chance} as a result.
 *
 * @param formula what it says
 * @param measured the share of the ticks
 * @param lower bound of the chance (Clopper and Pearson), all those of a run together with 99 % certainty
 * @param upper the other one
 * @param holds the formula lies between them, and nobody is heard without a draw
 */
public record Drawn(int drawn, int limit, long turnedAway, int ticks, int takenUp, int withoutDraw, double formula, double measured,
        double lower, double upper, boolean holds) {

    static Drawn of(Chance it) {
        Interval interval = it.interval();
        return new Drawn(it.drawn(), it.limit(), it.turnedAway(), it.ticks(), it.takenUp(), it.withoutDraw(), it.formula(), it.measured(),
                interval.lower(), interval.upper(), it.holds());
    }
}
