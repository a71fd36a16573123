package sfd.packet;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;

/** The schemas of what the commands print and read. */
final class Schemas {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    static final JsonSchema DECODE = named("decode.schema.json");
    static final JsonSchema ANSWER = named("answer.schema.json");
    static final JsonSchema EVENT = named("answer.schema.json#/$defs/event");
    static final JsonSchema SAS = named("answer.schema.json#/$defs/sas");
    static final JsonSchema POLICY = named("answer.schema.json#/$defs/policy");

    private Schemas() {
    }

    private static JsonSchema named(String name) {
        String folder = Ran.ROOT.resolve("traces").resolve("schemas").toUri().toString();
        return FACTORY.getSchema(SchemaLocation.of(folder + "/" + name), SchemaValidatorsConfig.builder().build());
    }

    static void check(JsonSchema schema, String json) {
        var violations = schema.validate(json, InputFormat.JSON);
        if (!violations.isEmpty()) {
            throw new AssertionError(violations + " in " + json);
        }
    }

    static boolean fits(JsonSchema schema, String json) {
        return schema.validate(json, InputFormat.JSON).isEmpty();
    }
}
