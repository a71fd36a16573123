package sfd.bench;

import java.util.List;

/** Of ratios whose distribution is not known: by their order alone. */
final class Statistics {

    /** How often a bound of a median may be wrong. */
    private static final double RISK = 0.01;

    private Statistics() {
    }

    static double median(List<Double> values) {
        return quantile(values, 0.5);
    }

    /** Distance of the quartiles, as a part of the median. */
    static double spread(List<Double> values) {
        return (quantile(values, 0.75) - quantile(values, 0.25)) / median(values);
    }

    /** Below which the median of what these are drawn from lies only at a risk of one in a hundred. */
    static double lowerBound(List<Double> values) {
        return values.stream().sorted().toList().get(outside(values.size()));
    }

    /** The same from above. */
    static double upperBound(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() - 1 - outside(values.size()));
    }

    /**
     * How many of {@code n} values may be left out at one end: the true median lies below the next one only if of n
     * coins no more than that many show heads.
     */
    private static int outside(int n) {
        double probability = Math.pow(0.5, n);
        double atMost = probability;
        int k = 0;
        while (atMost <= RISK && k < n) {
            probability *= (n - k) / (k + 1.0);
            atMost += probability;
            k++;
        }
        return Math.max(0, k - 1);
    }

    private static double quantile(List<Double> values, double part) {
        List<Double> sorted = values.stream().sorted().toList();
        double at = part * (sorted.size() - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
    }
}
