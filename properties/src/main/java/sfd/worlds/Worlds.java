package sfd.worlds;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sfd.traces.json.JsonValue;
import sfd.traces.value.Value;

/**
 * What surrounds the roles in every model: {@code spec/worlds.json} ({@code spec/schemas/worlds.schema.json}). What is
 * expected of a model, and which world it has, the manifest says.
 *
 * @param groups what all models of a module have in common
 * @param words what a word in the name of a model says of its world
 */
public record Worlds(List<Group> groups, List<Word> words, List<Section> sections) {

    /** The file, below {@code spec}. */
    public static final String FILE = "worlds.json";

    public Worlds {
        groups = List.copyOf(groups);
        words = List.copyOf(words);
        sections = List.copyOf(sections);
    }

    /** @throws IllegalArgumentException where the file is not of its form, in one line */
    public static Worlds read(Path spec) {
        try {
            JsonNode tree = JsonValue.parse(Files.readString(spec.resolve(FILE)));
            return new Worlds(list(tree.path("groups")).stream().map(Worlds::group).toList(),
                    list(tree.path("words")).stream().map(Word::of).toList(),
                    list(tree.path("sections")).stream().map(Worlds::section).toList());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("spec/" + FILE + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(Path spec) {
        try {
            Files.writeString(spec.resolve(FILE), WorldsJson.text(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Stream<World> worlds() {
        return sections.stream().flatMap(it -> it.worlds().stream());
    }

    public Optional<World> find(String name) {
        return worlds().filter(it -> it.name().equals(name)).findFirst();
    }

    public Optional<Group> group(String module) {
        return groups.stream().filter(it -> it.module().equals(module)).findFirst();
    }

    /**
     * All fields of a world.
     *
     * @param byHand the worlds that the modules have by hand
     * @throws IllegalArgumentException where it, or one that it differs from, is not there
     */
    public Value whole(String name, Map<String, Value> byHand) {
        Value hand = byHand.get(name);
        if (hand != null) {
            return hand;
        }
        World world = find(name).orElseThrow(() -> new IllegalArgumentException("spec/" + FILE + " has no world " + name));
        return Fields.with(whole(world.of(), byHand), world.differs());
    }

    private static Group group(JsonNode group) {
        return new Group(group.path("module").asText(), group.path("view").asBoolean(true), group.path("switches").asBoolean(true),
                values(group.path("constants")), texts(group.path("properties")), texts(group.path("temporal")));
    }

    private static Section section(JsonNode section) {
        return new Section(section.path("module").asText(), section.path("title").asText(""),
                list(section.path("worlds")).stream().map(world -> new World(world.path("name").asText(),
                        world.path("of").asText(), values(world.path("differs")), world.path("note").asText(""))).toList());
    }

    static Map<String, Value> values(JsonNode object) {
        Map<String, Value> values = new LinkedHashMap<>();
        object.properties().forEach(it -> values.put(it.getKey(), JsonValue.of(it.getValue())));
        return values;
    }

    private static List<String> texts(JsonNode array) {
        return list(array).stream().map(JsonNode::asText).toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all;
    }
}
