package sfd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import sfd.lockstep.RoleGraph;
import sfd.token.BouncyDigest;
import sfd.traces.json.JsonValue;
import sfd.traces.tlc.Model;
import sfd.traces.tlc.Progress;
import sfd.traces.tlc.Walk;

/** What the tests of this package need of the project. */
final class Kit {

    static final Path ROOT = Path.of(System.getProperty("project.root"));

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private Kit() {
    }

    static JsonSchema schema(String file) {
        return FACTORY.getSchema(SchemaLocation.of(ROOT.resolve(file).toUri().toString()),
                SchemaValidatorsConfig.builder().build());
    }

    /** The committed files of steps. */
    static List<Path> files() {
        try (Stream<Path> files = Files.list(ROOT.resolve("traces/kit/steps"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(JsonValue::parse).toList();
    }

    /** A role model, walked. */
    static RoleGraph graph(String module, String name) {
        Path models = ROOT.resolve("spec/models");
        try (Walk walk = Walk.open(new Model(name, models.resolve(module + ".tla"), models.resolve(name + ".cfg")))) {
            return new RoleGraph(walk.run(Progress.NONE).graph(), walk.constant("Roles").orElseThrow(),
                    walk.constant("Policies").orElseThrow(), new BouncyDigest());
        }
    }

    /** The checksum of all lines of a graph. */
    static String sum(String model, RoleGraph graph) throws IOException {
        try (var lines = new Measured(OutputStream.nullOutputStream());
                Writer out = new OutputStreamWriter(lines, StandardCharsets.UTF_8)) {
            new StepsFile(model, graph).write(out);
            out.flush();
            return lines.sha256();
        }
    }
}
