package sfd.pages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import sfd.check.BadInput;
import sfd.check.Layout;
import sfd.check.SpecJson;

/**
 * What the models show that the texts do not say: {@code spec/findings.json}, whose verdicts stand in the manifest.
 *
 * @param foremost the ten that matter most, the first one first
 * @param findings in the order of their numbers
 */
public record Findings(List<Foremost> foremost, List<Situation> findings) {

    /**
     * One of the ten, in the words of a working group.
     *
     * @param finding its id
     * @param says who can do what to whom
     * @param takes what it takes
     */
    public record Foremost(String finding, String says, String takes) {
    }

    /**
     * Where a text says what a finding leans on, or what its author would answer.
     *
     * @param text by its name in the catalogue
     * @param says in our own words
     */
    public record Place(String text, String section, String says) {
    }

    /**
     * One of them.
     *
     * @param id "F" and a number
     * @param situation in a few words
     * @param statement what follows from it
     * @param places the sentences of the texts that it leans on
     * @param clauses ids of the clauses and readings that it is about
     * @param models names of the models that show it
     * @param simulated what the simulated network is about when it shows it; null where models do
     */
    public record Situation(String id, String situation, String statement, List<Place> places, List<String> clauses,
            List<String> models, @JsonInclude(JsonInclude.Include.NON_NULL) String simulated) {

        /** The name of its place on the page. */
        String anchor() {
            return id.toLowerCase();
        }
    }

    private static final SpecJson<Findings> FILE = new SpecJson<>("findings.json", Findings.class);

    /** @throws BadInput where it cannot be read or is not of its form */
    public static Findings read(Layout layout) {
        return FILE.read(layout);
    }

    /** @throws BadInput where there is none of this id */
    Situation get(String id) {
        return findings.stream().filter(finding -> finding.id().equals(id)).findFirst()
                .orElseThrow(() -> new BadInput("spec/findings.json has no " + id));
    }

    /** True where some finding shows the model. */
    boolean name(String model) {
        return findings.stream().anyMatch(finding -> finding.models().contains(model));
    }
}
