package sfd.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import sfd.traces.json.JsonValue;

/** The project's files as any reader of JSON finds them. */
final class Committed {

    static final Path ROOT = Path.of(System.getProperty("project.root"));

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private Committed() {
    }

    /** The traces, by name. */
    static List<Path> traces() {
        try (Stream<Path> files = Files.list(ROOT.resolve("traces/itf"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String file) throws IOException {
        return JsonValue.parse(Files.readString(ROOT.resolve(file)));
    }

    static JsonSchema schema(String file) {
        return FACTORY.getSchema(SchemaLocation.of(ROOT.resolve(file).toUri().toString()),
                SchemaValidatorsConfig.builder().build());
    }
}
