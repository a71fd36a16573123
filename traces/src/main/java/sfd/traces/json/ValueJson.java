package sfd.traces.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import sfd.traces.value.Bool;
import sfd.traces.value.Fun;
import sfd.traces.value.Int;
import sfd.traces.value.Rec;
import sfd.traces.value.Seq;
import sfd.traces.value.SetOf;
import sfd.traces.value.Text;
import sfd.traces.value.Value;

/**
 * Writes values: sequences as arrays, records as objects, sets as {@code {"#set": [...]}}, other functions as
 * {@code {"#map": [[key, value], ...]}}, both sorted, and integers that not every reader of JSON keeps exact as
 * {@code {"#bigint": "..."}}. Equal values are equal texts.
 */
public final class ValueJson {

    static final String SET = "#set";
    static final String MAP = "#map";
    static final String TUPLE = "#tup";
    static final String BIG = "#bigint";

    /** The largest integer that a double keeps, with all below it. */
    private static final long EXACT = (1L << 53) - 1;

    private static final JsonFactory JSON = new JsonFactory();

    private ValueJson() {
    }

    /** @return the value on one line */
    public static String text(Value value) {
        var text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            write(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** @return a string as JSON, in quotes */
    public static String quoted(String string) {
        return text(Value.of(string));
    }

    private static void write(JsonGenerator out, Value value) throws IOException {
        switch (value) {
            case Bool bool -> out.writeBoolean(bool.value());
            case Int integer -> integer(out, integer.value());
            case Text string -> out.writeString(string.value());
            case SetOf set -> {
                out.writeStartObject();
                out.writeFieldName(SET);
                array(out, set.elements());
                out.writeEndObject();
            }
            case Seq seq -> array(out, seq.items());
            case Rec rec when rec.names().stream().noneMatch(name -> name.startsWith("#")) -> record(out, rec);
            case Rec rec -> map(out, rec.entries());
            case Fun function -> map(out, function.entries());
        }
    }

    private static void integer(JsonGenerator out, long value) throws IOException {
        if (Math.abs(value) <= EXACT && value != Long.MIN_VALUE) {
            out.writeNumber(value);
        } else {
            out.writeStartObject();
            out.writeStringField(BIG, Long.toString(value));
            out.writeEndObject();
        }
    }

    private static void record(JsonGenerator out, Rec rec) throws IOException {
        out.writeStartObject();
        for (String name : rec.names()) {
            out.writeFieldName(name);
            write(out, rec.field(name));
        }
        out.writeEndObject();
    }

    private static void map(JsonGenerator out, Map<Value, Value> entries) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart(MAP);
        for (Map.Entry<Value, Value> entry : entries.entrySet()) {
            array(out, List.of(entry.getKey(), entry.getValue()));
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void array(JsonGenerator out, List<Value> values) throws IOException {
        out.writeStartArray();
        for (Value value : values) {
            write(out, value);
        }
        out.writeEndArray();
    }
}
