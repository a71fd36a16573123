package sfd.traces.graph;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Path;
import java.util.Set;

/** The project's JSON schemas. */
public final class Schemas {

    private static final Path FOLDER = Path.of(System.getProperty("project.root"), "traces", "schemas");
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private Schemas() {
    }

    public static JsonSchema named(String file) {
        return FACTORY.getSchema(SchemaLocation.of(FOLDER.resolve(file).toUri().toString()), SchemaValidatorsConfig.builder().build());
    }

    public static Set<ValidationMessage> violations(JsonSchema schema, String json) {
        return schema.validate(json, InputFormat.JSON);
    }
}
