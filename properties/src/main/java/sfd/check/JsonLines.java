package sfd.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Where a value stands in a text of JSON. */
final class JsonLines {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonLines() {
    }

    /** The line on which the value begins; for one that is not there, that of what it is missing in. */
    static int line(String text, JsonPointer place) {
        try (JsonParser parser = JSON.createParser(text)) {
            int line = 1;
            int near = -1;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                JsonPointer here = parser.getParsingContext().pathAsPointer(false);
                String at = token.isStructStart() ? parser.getParsingContext().getParent().pathAsPointer(false).toString() : here.toString();
                if (place.toString().equals(at)) {
                    return parser.currentTokenLocation().getLineNr();
                }
                if (token.isStructStart() && at.length() > near && (place + "/").startsWith(at + "/")) {
                    near = at.length();
                    line = parser.currentTokenLocation().getLineNr();
                }
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
