package sfd.pages;

import java.util.List;
import java.util.Map;
import sfd.check.BadInput;
import sfd.check.Layout;
import sfd.check.SpecJson;
import sfd.pages.Findings.Place;

/**
 * Sentences that mend what the findings show: {@code spec/mends.json}. Their verdicts stand in the manifest, as all others.
 *
 * @param mends in the order of their numbers
 * @param unmended what no sentence mends, and why
 */
public record Mends(List<Mend> mends, List<Unmended> unmended) {

    private static final SpecJson<Mends> FILE = new SpecJson<>("mends.json", Mends.class);

    /**
     * One sentence, or one that goes.
     *
     * @param id "M" and a number
     * @param title in a few words
     * @param findings ids of those that it mends
     * @param places the sentences of the texts in whose place or beside which it stands
     * @param struck what goes, in our own words; null where nothing does
     * @param sentence what comes, in the manner of an RFC
     * @param clause its id in the catalogue, where the roles cite it; null where it is about what surrounds them
     * @param off clauses of the texts that are struck
     * @param change fields of a world in which before and after differ, because this is how the sentence is modelled
     * @param wider fields in which after may differ besides, since there it has more to stand
     * @param aside fields in which the two differ besides, each with the reason why that is no help
     * @param shown pairs of models
     * @param kept models in which what was promised still holds with the mend
     * @param cost state, messages, round trips
     * @param remains what is not mended by it
     */
    public record Mend(String id, String title, List<String> findings, List<Place> places, String struck, String sentence,
            String clause, List<String> off, List<String> change, List<String> wider, Map<String, String> aside,
            List<Pair> shown, List<String> kept, String cost, String remains) {

        public Mend {
            off = off == null ? List.of() : List.copyOf(off);
            wider = wider == null ? List.of() : List.copyOf(wider);
            aside = aside == null ? Map.of() : Map.copyOf(aside);
        }
    }

    /** Two models that differ in the mend. */
    public record Pair(String before, String after) {
    }

    /**
     * What stays as it is.
     *
     * @param models that show it
     * @param why no sentence of this kind can help
     */
    public record Unmended(List<String> findings, String title, List<String> models, String why) {
    }

    /** @throws BadInput where it cannot be read or is not of its form */
    public static Mends read(Layout layout) {
        return FILE.read(layout);
    }
}
