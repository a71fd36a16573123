package sfd.bench;

import java.util.Locale;

/** Numbers as tables show them, the same everywhere. */
final class Numbers {

    private Numbers() {
    }

    /** With three digits that count. */
    static String ratio(double value) {
        return String.format(Locale.ROOT, value < 0.1 ? "%.4f" : value < 1 ? "%.3f" : value < 10 ? "%.2f" : "%.1f", value);
    }

    static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * part);
    }

    static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
