package sfd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import sfd.alphabet.EffectJson;
import sfd.alphabet.PayloadJson;
import sfd.ike.Payload;
import sfd.sa.Effect;
import sfd.sa.Step;

/** Effects as the command answer prints them, without what follows from the octets: a reader has to decode them itself. */
public final class EffectTree {

    private static final Set<String> DERIVED = Set.of("decoded", "explanation", "checkSpi", "token");

    private EffectTree() {
    }

    /** The effects of one step, in their order. */
    public static ArrayNode of(List<Effect> effects) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        EffectJson.put(out, new Step<>("", effects, Set.of()));
        return (ArrayNode) bare(out.get("effects"));
    }

    static ArrayNode payloads(List<Payload> payloads) {
        return (ArrayNode) bare(PayloadJson.payloads(payloads));
    }

    private static JsonNode bare(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(DERIVED);
        }
        node.forEach(EffectTree::bare);
        return node;
    }
}
