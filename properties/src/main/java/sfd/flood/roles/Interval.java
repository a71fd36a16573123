package sfd.flood.roles;

import java.util.function.DoubleUnaryOperator;

/**
 * Within which a chance lies, after so many independent trials: by Clopper and Pearson, so exact. Of a run with {@link #ROWS} of them
 * one or more are wrong at most once in a hundred: each is at most once in two thousand.
 *
 * @param lower below it so many successes, or more, would come once in four thousand
 * @param upper above it so many, or fewer
 */
record Interval(double lower, double upper) {

    /** As many as a run has at most, and a few. */
    static final int ROWS = 20;
    private static final double RISK = 0.01 / ROWS;
    private static final int HALVINGS = 60;

    static Interval of(int successes, int trials) {
        double lower = successes == 0 ? 0 : root(chance -> atLeast(successes, trials, chance) - RISK / 2);
        double upper = successes == trials ? 1 : root(chance -> RISK / 2 - (1 - atLeast(successes + 1, trials, chance)));
        return new Interval(lower, upper);
    }

    boolean has(double chance) {
        return lower <= chance && chance <= upper;
    }

    /** Where what rises from below zero to above it is zero. */
    private static double root(DoubleUnaryOperator rising) {
        double below = 0;
        double above = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (below + above) / 2;
            if (rising.applyAsDouble(middle) < 0) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return (below + above) / 2;
    }

    /** How likely so many successes or more are: the terms of the binomial one by one, by their logarithms. */
    private static double atLeast(int successes, int trials, double chance) {
        double sum = 0;
        double choices = 0;
        for (int i = 0; i <= trials; i++) {
            choices += i == 0 ? 0 : Math.log(trials - i + 1.0) - Math.log(i);
            sum += i < successes ? 0 : Math.exp(choices + i * Math.log(chance) + (trials - i) * Math.log1p(-chance));
        }
        return Math.min(1, sum);
    }
}
