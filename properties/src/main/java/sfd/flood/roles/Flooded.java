package sfd.flood.roles;

import java.util.ArrayList;
import java.util.List;

/**
 * What came out of one kind of flood.
 *
 * @param without the draw, as the texts have it
 * @param with it
 * @param chances of an honest message, with less room than the limit that is met and with more; none where no limit is met
 */
public record Flooded(String id, String words, List<String> models, Side without, Side with, List<Drawn> chances) {

    public Flooded {
        models = List.copyOf(models);
        chances = List.copyOf(chances);
    }

    static <S> Flooded of(Kind<S> kind, Gate gate, Plan plan) {
        return new Flooded(kind.id(), kind.words(), kind.models(), Side.of(kind, kind.without(), gate, plan),
                Side.of(kind, kind.with(), gate, plan), Chance.of(kind, gate, plan).stream().map(Drawn::of).toList());
    }

    /** What does not hold of memory, limits, and the chance of the formula, in words; empty if all does. */
    List<String> broken(long octets) {
        var broken = new ArrayList<String>();
        if (Math.max(without.octets(), with.octets()) > octets) {
            broken.add("%s: %d octets beside the table, more than %d".formatted(id, Math.max(without.octets(), with.octets()), octets));
        }
        if (!without.isWithin() || !with.isWithin()) {
            broken.add(id + ": more is done in a tick than the policy allows");
        }
        for (Drawn it : chances) {
            if (it.turnedAway() == 0) {
                broken.add(id + ": an honest message behind the flood was not turned away, or not among as many in each tick");
            } else if (!it.holds()) {
                broken.add("%s: the formula says %.4f, and measured is %.4f..%.4f; without a draw %d are heard".formatted(id,
                        it.formula(), it.lower(), it.upper(), it.withoutDraw()));
            }
        }
        return broken;
    }
}
