package sfd.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;

/**
 * What the models show that the texts do not say: {@code spec/findings.json}, whose verdicts stand in the manifest.
 *
 * @param findings in the order of their numbers
 */
record Findings(List<Situation> findings) {

    /**
     * One of them.
     *
     * @param id "F" and a number
     * @param situation in a few words
     * @param statement what follows from it
     * @param clauses ids of the clauses and readings that it is about
     * @param models names of the models that show it
     */
    record Situation(String id, String situation, String statement, List<String> clauses, List<String> models) {

        /** The name of its place on the page. */
        String anchor() {
            return id.toLowerCase();
        }
    }

    /** Reads the file; a test holds it to its schema. @throws BadInput where it cannot be read */
    static Findings read(Layout layout) {
        try {
            return new ObjectMapper().readValue(layout.spec().resolve("findings.json").toFile(), Findings.class);
        } catch (IOException e) {
            throw new BadInput("spec/findings.json: " + e.getMessage().replaceAll("\\s+", " "));
        }
    }

    /** True where some finding shows the model. */
    boolean name(String model) {
        return findings.stream().anyMatch(finding -> finding.models().contains(model));
    }
}
