package sfd.packet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** JSON trees as lines. What Jackson does this with would have to be made first, which takes longer than a first line. */
final class TreeJson {

    private TreeJson() {
    }

    /** Each tree becomes one line, also of what is buffered here until it is flushed. */
    static JsonGenerator to(OutputStream out) throws IOException {
        return new JsonFactory().createGenerator(out).setPrettyPrinter(new MinimalPrettyPrinter(""));
    }

    static void write(JsonNode tree, JsonGenerator out) throws IOException {
        node(tree, out);
        out.writeRaw('\n');
    }

    /** Only what a command says: no numbers but whole ones. */
    private static void node(JsonNode node, JsonGenerator out) throws IOException {
        switch (node.getNodeType()) {
            case OBJECT -> {
                out.writeStartObject();
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    out.writeFieldName(field.getKey());
                    node(field.getValue(), out);
                }
                out.writeEndObject();
            }
            case ARRAY -> {
                out.writeStartArray();
                for (JsonNode item : node) {
                    node(item, out);
                }
                out.writeEndArray();
            }
            case STRING -> out.writeString(node.textValue());
            case BOOLEAN -> out.writeBoolean(node.booleanValue());
            case NUMBER -> out.writeNumber(node.longValue());
            default -> throw new IllegalStateException("no JSON for " + node.getNodeType());
        }
    }
}
