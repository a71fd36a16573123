package sfd.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * What the manifest expects of a property.
 *
 * @param steps actions of the shortest counterexample; null where the property holds, and for a temporal one, whose
 *     counterexamples are neither shortest nor stable
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Expectation(Result result, Integer steps) {

    public boolean isMetBy(Finding finding) {
        return result == finding.result() && Objects.equals(steps, finding.steps());
    }

    @Override
    public String toString() {
        return result + (steps == null ? "" : " in " + steps);
    }
}
