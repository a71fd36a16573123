package sfd.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that befalls a run, drawn beforehand. A shorter script is a simpler run: that is what shrinking leaves out of.
 *
 * @param happenings in the order of their times
 * @param fates in the order of the datagrams
 */
public record Script(List<Happening> happenings, List<Fate> fates) {

    /** Choices are below this, and taken modulo what there is. */
    private static final int WIDE = 1 << 20;

    public Script {
        happenings = happenings.stream().sorted(Comparator.comparingInt(Happening::at)).toList();
        fates = fates.stream().sorted(Comparator.comparingInt(Fate::datagram)).toList();
    }

    /** The script of a seed. */
    public static Script drawn(Plan plan, long seed) {
        var draws = new Draws(seed);
        List<Kind> kinds = plan.kinds();
        int weights = kinds.stream().mapToInt(Kind::weight).sum();
        List<Happening> happenings = new ArrayList<>(plan.happenings());
        // Gateways without IKE SAs have nothing to lose: a few are opened first.
        for (int gateway = 0; gateway < plan.gateways(); gateway++) {
            happenings.add(new Happening(1 + gateway, Kind.OPEN, gateway, draws.below(WIDE), draws.below(WIDE)));
        }
        while (happenings.size() < plan.happenings()) {
            happenings.add(new Happening(1 + draws.below(plan.millis()), kind(kinds, draws.below(weights)), draws.below(WIDE),
                    draws.below(WIDE), draws.below(WIDE)));
        }
        return new Script(happenings, fates(plan, draws));
    }

    private static Kind kind(List<Kind> kinds, int lot) {
        int left = lot;
        for (Kind kind : kinds) {
            left -= kind.weight();
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalArgumentException("a lot above all weights");
    }

    private static List<Fate> fates(Plan plan, Draws draws) {
        List<Fate> fates = new ArrayList<>();
        if (plan.disturbed() == 0) {
            return fates;
        }
        // Of the datagrams of a run nobody knows how many there will be; fates beyond the last are no harm.
        int most = plan.happenings() * 6;
        for (int at = draws.below(2 * plan.disturbed()); at < most; at += 1 + draws.below(2 * plan.disturbed())) {
            fates.add(new Fate(at, Fate.Kind.values()[draws.below(3)], 1 + draws.below(plan.longestDelay())));
        }
        return fates;
    }

    /** One number after the other. */
    private static final class Draws {
        private final long seed;
        private long place;

        Draws(long seed) {
            this.seed = seed;
        }

        int below(int bound) {
            return Mix.below(bound, seed, place++);
        }
    }
}
