package sfd.traces.itf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.JsonSchema;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import sfd.traces.graph.Schemas;
import sfd.traces.graph.Trace;
import sfd.traces.graph.Traces;
import sfd.traces.json.JsonValue;
import sfd.traces.json.ValueJson;
import sfd.traces.value.Value;
import sfd.traces.value.Values;

class ItfProperties {

    private static final JsonSchema SCHEMA = Schemas.named("itf.schema.json");
    private static final JsonSchema VALUE = Schemas.named("value.schema.json");

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Domain(Traces.class)
    void whatIsWrittenIsReadBackAndFollowsTheSchema(@ForAll Trace trace) {
        String text = Itf.text("a model", trace);
        assertEquals(trace, Itf.trace(text));
        assertEquals(text, Itf.text("a model", Itf.trace(text)));
        assertEquals(Set.of(), Schemas.violations(SCHEMA, text), text);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    @Domain(Values.class)
    void valuesAreReadBack(@ForAll Value value) {
        String text = ValueJson.text(value);
        assertEquals(value, JsonValue.of(JsonValue.parse(text)));
        assertEquals(Set.of(), Schemas.violations(VALUE, text), text);
    }
}
