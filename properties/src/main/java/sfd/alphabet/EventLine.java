package sfd.alphabet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import sfd.sa.Event;

/**
 * A line of input that tells an event, as a JSON object: {@code {"event": "Tick", "now": 12.5}}.
 *
 * @param now seconds in decimal, as in {@code now=} of a datagram's line
 */
public record EventLine(Event event, Optional<String> now) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** True for a line that cannot be a datagram's. */
    public static boolean is(String line) {
        return line.stripLeading().startsWith("{");
    }

    /** @throws BadLineException in one sentence, what it is not */
    public static EventLine parse(String line) throws BadLineException {
        JsonNode read;
        try {
            // The line has an octet in each character.
            read = JSON.readTree(line.getBytes(StandardCharsets.ISO_8859_1));
        } catch (JsonProcessingException e) {
            throw new BadLineException("not JSON from column " + (e.getLocation() == null ? 1 : e.getLocation().getColumnNr())
                    + " on");
        } catch (java.io.IOException e) {
            throw new BadLineException("not JSON");
        }
        if (!(read instanceof ObjectNode fields)) {
            throw new BadLineException("not a JSON object");
        }
        JsonNode now = fields.remove("now");
        if (now != null && !now.isNumber() && !now.isTextual()) {
            throw new BadLineException("now must be a number of seconds");
        }
        return new EventLine(EventJson.read(fields), Optional.ofNullable(now)
                .map(it -> it.isNumber() ? it.decimalValue().toPlainString() : it.textValue()));
    }
}
