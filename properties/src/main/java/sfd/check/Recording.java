package sfd.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** A manifest entry as measured, for a person to compare and paste: no run ever writes the manifest. */
public final class Recording {

    private static final ObjectWriter WRITER = new ObjectMapper().writerWithDefaultPrettyPrinter();

    private Recording() {
    }

    public static String of(Examined examined) {
        Map<String, Expectation> measured = new LinkedHashMap<>();
        examined.findings().forEach((property, finding) ->
                measured.put(property, new Expectation(finding.result(), finding.steps())));
        try {
            return WRITER.writeValueAsString(
                    examined.entry().expecting(measured, examined.states(), examined.transitions()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
