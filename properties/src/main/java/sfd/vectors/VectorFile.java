package sfd.vectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The vectors of one function: flags, and groups of cases numbered from 1. */
final class VectorFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What cases of a group have in common, and the cases. */
    record Group(ObjectNode common, List<Case> cases) {
    }

    private final String function;
    private final String about;
    private final List<String> clauses;
    private final ObjectNode flags = JsonNodeFactory.instance.objectNode();
    private final List<Group> groups = new ArrayList<>();
    private int cases;

    VectorFile(String function, String about, String... clauses) {
        this.function = function;
        this.about = about;
        this.clauses = List.of(clauses);
    }

    String function() {
        return function;
    }

    JsonNode flags() {
        return flags;
    }

    int cases() {
        return cases;
    }

    long cases(String result) {
        return groups.stream().flatMap(it -> it.cases().stream()).filter(it -> it.result().equals(result)).count();
    }

    /**
     * Explains a flag.
     *
     * @param effect what goes wrong in an implementation that misses it
     */
    VectorFile flag(String name, Kind kind, String description, String effect, String... clauses) {
        array(flags.putObject(name).put("kind", kind.word()).put("description", description), "clauses", List.of(clauses));
        ((ObjectNode) flags.get(name)).put("effect", effect);
        return this;
    }

    /** Begins a group, whose type says which fields its cases have. Fields that they have in common are put into it. */
    ObjectNode group(String type) {
        ObjectNode common = JsonNodeFactory.instance.objectNode().put("type", type);
        groups.add(new Group(common, new ArrayList<>()));
        return common;
    }

    /** Begins a case of the last group. */
    Case example(String comment, String... flags) {
        Case it = new Case(++cases, comment, List.of(flags));
        groups.getLast().cases().add(it);
        return it;
    }

    static ObjectNode array(ObjectNode out, String name, List<String> texts) {
        ArrayNode array = out.putArray(name);
        texts.forEach(array::add);
        return out;
    }

    /** The file: a line for each flag and each case, so that differences are read line by line. */
    String text() {
        var out = new StringBuilder("{\n");
        ObjectNode head = JsonNodeFactory.instance.objectNode().put("schema", function + ".schema.json")
                .put("function", function)
                .put("about", about);
        array(head, "clauses", clauses);
        head.properties().forEach(it -> out.append("  ").append(member(it.getKey(), it.getValue())).append(",\n"));
        out.append("  \"flags\": {\n");
        out.append(String.join(",\n", flags.properties().stream().map(it -> "    "
                + member(it.getKey(), it.getValue())).toList()));
        out.append("\n  },\n  \"cases\": ").append(cases).append(",\n  \"groups\": [\n");
        out.append(String.join(",\n", groups.stream().map(VectorFile::text).toList()));
        return out.append("\n  ]\n}\n").toString();
    }

    private static String text(Group group) {
        var out = new StringBuilder("    {\n");
        group.common().properties().forEach(it -> out.append("      ").append(member(it.getKey(),
                it.getValue())).append(",\n"));
        out.append("      \"cases\": [\n");
        out.append(String.join(",\n", group.cases().stream().map(it -> "        " + line(it.json())).toList()));
        return out.append("\n      ]\n    }").toString();
    }

    private static String member(String name, JsonNode value) {
        return "\"" + name + "\": " + line(value);
    }

    private static String line(JsonNode value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
