package sfd.gateway;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;

/** Files of one JSON value. */
public final class JsonFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectMapper ONE_OF_SEVERAL = JSON.copy().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonFile() {
    }

    /** What is done with one item of an array. */
    interface Item {
        void read(JsonNode item) throws BadFileException;
    }

    /** @throws BadFileException if it cannot be read or is not JSON */
    public static JsonNode read(Path file) throws BadFileException {
        String text = InputFile.read(file);
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw notJson(file, e);
        }
    }

    /**
     * Reads the items of an array one after the other: of a long file only one is kept here at a time.
     *
     * @return false if the file holds something else, and then nothing was read
     * @throws BadFileException if it cannot be read or is not JSON, or an item is refused
     */
    public static boolean items(Path file, Item each) throws BadFileException {
        byte[] octets = InputFile.octets(file);
        try (JsonParser parser = JSON.getFactory().createParser(octets)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                parser.skipChildren();
                ends(file, parser);
                return false;
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                each.read(ONE_OF_SEVERAL.readTree(parser));
            }
            ends(file, parser);
            return true;
        } catch (JsonProcessingException e) {
            throw notJson(file, e);
        } catch (IOException e) {
            throw InputFile.unreadable(file.toString(), e);
        }
    }

    private static void ends(Path file, JsonParser parser) throws IOException, BadFileException {
        if (!parser.hasCurrentToken() || parser.nextToken() != null) {
            throw new BadFileException(file + " is not JSON: there is " + (parser.hasCurrentToken() ? "more than" : "not even")
                    + " one value");
        }
    }

    private static BadFileException notJson(Path file, JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return new BadFileException(file + " is not JSON"
                + (at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr())
                + ": " + (e instanceof StreamConstraintsException ? "nested too deep, or a name or number too long"
                        : e.getOriginalMessage()));
    }
}
