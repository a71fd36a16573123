package sfd.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sfd.ike.Reason;
import sfd.traces.json.JsonValue;

/** The committed vectors as files: their form, their numbers, their flags, and that they are what is made today. */
class LintTest {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    @TempDir
    private Path folder;

    static Stream<String> functions() {
        return Vectors.all().stream().map(VectorFile::function);
    }

    /** Those of answers too, which are made of the kit's steps and not here. */
    static Stream<String> files() {
        return Stream.concat(functions(), Stream.of("answer"));
    }

    private static JsonSchema schema(String function) {
        return SCHEMAS.getSchema(SchemaLocation.of(Read.FOLDER.resolve(function + ".schema.json").toUri().toString()),
                SchemaValidatorsConfig.builder().build());
    }

    @ParameterizedTest
    @MethodSource("files")
    void isOfItsForm(String function) throws IOException {
        assertEquals(Set.of(), schema(function).validate(Read.file(function)));
        assertTrue(Files.readString(Read.FOLDER.resolve("README.md")).contains("| [" + function + "](" + function + ".json) |"));
    }

    /** A schema that takes everything would be none. */
    @ParameterizedTest
    @MethodSource("functions")
    void otherFormsAreRefused(String function) {
        JsonNode file = Read.file(function);
        for (String field : List.of("schema", "function", "about", "clauses", "flags", "cases", "groups")) {
            ObjectNode broken = file.deepCopy();
            broken.remove(field);
            assertNotEquals(Set.of(), schema(function).validate(broken), field);
        }
        int fields = file.at("/groups/0/cases/0").size();
        for (int i = 0; i < fields; i++) {
            ObjectNode broken = file.deepCopy();
            ObjectNode first = (ObjectNode) broken.at("/groups/0/cases/0");
            String field = List.copyOf(first.properties()).get(i).getKey();
            first.remove(field);
            assertNotEquals(Set.of(), schema(function).validate(broken), field + " left out");
            first.put(field + "X", 1);
            assertNotEquals(Set.of(), schema(function).validate(broken), field + "X instead");
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void isMadeAgainToTheOctet(String function) throws IOException {
        String page = Files.readString(Read.FOLDER.resolve("README.md"));
        Files.writeString(folder.resolve("README.md"), page);
        Vectors.write(folder);
        assertEquals(Files.readString(Read.FOLDER.resolve(function + ".json")), Files.readString(folder.resolve(function + ".json")));
        assertEquals(page, Files.readString(folder.resolve("README.md")), "the tables of the README");
        assertTrue(page.contains("[" + function + "](" + function + ".json)"), page);
    }

    @ParameterizedTest
    @MethodSource("files")
    void isCountedFromOne(String function) {
        JsonNode file = Read.file(function);
        int id = 0;
        for (Read.Placed it : Read.cases(file).toList()) {
            assertEquals(++id, it.it().get("id").asInt());
        }
        assertEquals(id, file.get("cases").asInt());
    }

    /** Each is used, each that is used is explained, by clauses and readings that there are. */
    @ParameterizedTest
    @MethodSource("files")
    void itsFlags(String function) throws IOException {
        JsonNode file = Read.file(function);
        JsonNode catalogue = JsonValue.parse(Files.readString(Path.of(System.getProperty("project.root"), "spec", "clauses.json")));
        Set<String> ids = new HashSet<>();
        List.of("clauses", "readings").forEach(kind -> catalogue.get(kind).forEach(it -> ids.add(it.get("id").asText())));
        Set<String> used = new TreeSet<>();
        Read.cases(file).forEach(it -> {
            it.it().get("flags").forEach(flag -> used.add(flag.asText()));
            assertTrue(!it.it().has("reading") || ids.contains(it.text("reading")), it.toString());
        });
        Set<String> explained = new TreeSet<>();
        file.get("flags").properties().forEach(it -> explained.add(it.getKey()));
        assertEquals(explained, used);
        file.findValues("clauses").forEach(clauses -> clauses.forEach(it -> assertTrue(ids.contains(it.asText()), it::asText)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void noTwoCasesHaveTheSameInputs(String function) {
        Map<String, Integer> seen = new HashMap<>();
        Read.cases(Read.file(function)).forEach(it -> {
            ObjectNode common = it.group().deepCopy();
            common.remove("cases");
            Integer before = seen.put(common + " " + inputs(it.it()), it.it().get("id").asInt());
            assertEquals(null, before, () -> "the same inputs as in " + it.it());
        });
    }

    private static ObjectNode inputs(JsonNode it) {
        ObjectNode inputs = JsonNodeFactory.instance.objectNode();
        for (var field : it.properties()) {
            if (field.getKey().equals("result")) {
                break;
            }
            if (!List.of("id", "comment", "flags").contains(field.getKey())) {
                inputs.set(field.getKey(), field.getValue());
            }
        }
        return inputs;
    }

    /** Every reason that a schema lists is that of some case. */
    @ParameterizedTest
    @MethodSource("functions")
    void everyReasonOccurs(String function) throws IOException {
        Set<String> listed = new TreeSet<>();
        JsonNode form = JsonValue.parse(Files.readString(Read.FOLDER.resolve(function + ".schema.json")));
        form.findValues("reason").forEach(it -> {
            it.path("enum").forEach(reason -> listed.add(reason.asText()));
            if (it.has("const")) {
                listed.add(it.get("const").asText());
            }
            if (it.has("$ref")) {
                Stream.of(Reason.values()).forEach(reason -> listed.add(reason.name()));
            }
        });
        Set<String> occurring = new TreeSet<>();
        Read.cases(Read.file(function)).filter(it -> it.it().has("reason")).forEach(it -> occurring.add(it.text("reason")));
        assertEquals(listed, occurring);
    }

    @Test
    void atLeastSixHundredAndHalfOfThemInvalid() {
        List<String> results = new ArrayList<>();
        functions().forEach(function -> Read.cases(Read.file(function)).forEach(it -> results.add(it.text("result"))));
        assertTrue(results.size() >= 600, results.size() + " cases");
        long invalid = results.stream().filter("invalid"::equals).count();
        assertTrue(2 * invalid >= results.size(), invalid + " of " + results.size() + " are invalid");
    }
}
