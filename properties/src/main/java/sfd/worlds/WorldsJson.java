package sfd.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sfd.traces.json.ValueJson;
import sfd.traces.value.Value;

/** The text of {@code spec/worlds.json}: one group, word or world a line, so that differences are lines. */
final class WorldsJson {

    private WorldsJson() {
    }

    static String text(Worlds worlds) {
        return "{\n  \"groups\": " + lines("    ", worlds.groups().stream().map(WorldsJson::group).toList()) + ",\n"
                + "  \"words\": " + lines("    ", worlds.words().stream().map(WorldsJson::word).toList()) + ",\n"
                + "  \"sections\": " + lines("    ", worlds.sections().stream().map(WorldsJson::section).toList()) + "\n}\n";
    }

    private static String lines(String indent, List<String> items) {
        return items.stream().map(it -> "\n" + indent + it).collect(Collectors.joining(",", "[", "]"));
    }

    private static String group(Group group) {
        List<String> fields = new ArrayList<>(List.of(field("module", group.module())));
        if (!group.view()) {
            fields.add("\"view\": false");
        }
        if (!group.switches()) {
            fields.add("\"switches\": false");
        }
        if (!group.constants().isEmpty()) {
            fields.add("\"constants\": " + values(group.constants()));
        }
        fields.add("\"properties\": " + texts(group.properties()));
        if (!group.temporal().isEmpty()) {
            fields.add("\"temporal\": " + texts(group.temporal()));
        }
        return object(fields);
    }

    private static String word(Word word) {
        return object(List.of(field("word", word.word()), field("field", word.field()), word.atLeast() == null
                ? "\"is\": " + ValueJson.text(Value.seq(word.is())) : "\"atLeast\": " + word.atLeast()));
    }

    private static String section(Section section) {
        List<String> fields = new ArrayList<>(List.of(field("module", section.module())));
        if (!section.title().isEmpty()) {
            fields.add(field("title", section.title()));
        }
        fields.add("\"worlds\": " + lines("      ", section.worlds().stream().map(WorldsJson::world).toList()));
        return object(fields);
    }

    private static String world(World world) {
        List<String> fields = new ArrayList<>(List.of(field("name", world.name()), field("of", world.of()),
                "\"differs\": " + values(world.differs())));
        if (!world.note().isEmpty()) {
            fields.add(field("note", world.note()));
        }
        return object(fields);
    }

    private static String values(Map<String, Value> values) {
        return object(values.entrySet().stream().map(it -> ValueJson.quoted(it.getKey()) + ": " + ValueJson.text(it.getValue()))
                .toList());
    }

    private static String field(String name, String value) {
        return "\"" + name + "\": " + ValueJson.quoted(value);
    }

    private static String texts(List<String> texts) {
        return ValueJson.text(Value.seq(texts.stream().map(Value::of).toList()));
    }

    private static String object(List<String> fields) {
        return "{" + String.join(", ", fields) + "}";
    }
}
