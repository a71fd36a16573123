package sfd.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Leaves out of a script what is not needed for a claim to break: halves, quarters, and at last one by one. */
public final class Shrink {

    /** Shorter scripts that are tried. */
    private static final int TRIES = 1_500;

    private Shrink() {
    }

    /** @param breaks whether the same claim still breaks */
    public static Script of(Script script, Predicate<Script> breaks) {
        int[] left = {TRIES};
        return least(script, it -> left[0]-- > 0 && breaks.test(it));
    }

    private static Script least(Script script, Predicate<Script> breaks) {
        Script least = script;
        int before;
        do {
            before = size(least);
            Script with = least;
            List<Happening> happenings = least(with.happenings(), it -> breaks.test(new Script(it, with.fates())));
            List<Fate> fates = least(with.fates(), it -> breaks.test(new Script(happenings, it)));
            least = new Script(happenings, fates);
        } while (size(least) < before);
        return least;
    }

    private static int size(Script script) {
        return script.happenings().size() + script.fates().size();
    }

    private static <T> List<T> least(List<T> all, Predicate<List<T>> breaks) {
        List<T> left = all;
        for (int length = Math.max(1, left.size() / 2); ; length /= 2) {
            for (int from = left.size() - length; from > -length; from -= length) {
                List<T> without = new ArrayList<>(left.subList(0, Math.max(0, from)));
                without.addAll(left.subList(Math.min(left.size(), from + length), left.size()));
                if (without.size() < left.size() && breaks.test(without)) {
                    left = without;
                }
            }
            if (length <= 1) {
                return left;
            }
        }
    }
}
