package sfd.kit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import sfd.baseline.HintsState;
import sfd.baseline.LivenessState;
import sfd.qcd.ChildMap;
import sfd.qcd.MakerState;
import sfd.qcd.TakerState;
import sfd.sa.Limiter;
import sfd.sir.PeerXState;
import sfd.sir.PeerYState;

/** The state of a role as JSON, as {@code traces/schemas/state.schema.json} has it. {@link StateFields} is the inverse. */
public final class StateTree {

    private static final HexFormat HEX = HexFormat.of();

    private StateTree() {
    }

    /** @throws sfd.lockstep.NotInModelException for secrets that are none of the models' */
    public static ObjectNode of(Object state) {
        return switch (state) {
            case MakerState it -> maker(it);
            case LivenessState it -> liveness(it);
            case TakerState it -> liveness(it.liveness()).set("verified", limiter(it.verified()));
            case PeerXState it -> peerX(it);
            case PeerYState it -> peerY(it);
            default -> throw new IllegalArgumentException("no role has a " + state.getClass());
        };
    }

    private static ObjectNode hints(HintsState state) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.set("sas", SaTree.of(state.sas()));
        out.put("answered", state.answered()).set("answeredTo", limiter(state.answeredTo()));
        ArrayNode reported = out.putArray("reported");
        state.reported().entries().forEach(count -> SaTree.spis(reported.addObject(), count.getKey()).put("count", count.getValue()));
        return out;
    }

    private static ObjectNode maker(MakerState state) {
        ObjectNode out = hints(state.hints());
        out.set("secrets", SecretTree.of(state.secrets()));
        out.set("elsewhere", SaTree.pairs(state.elsewhere()));
        return out.set("childMap", childMap(state.childMap()));
    }

    /** Which of the owners are lost follows from the table. */
    private static ArrayNode childMap(ChildMap map) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        map.entries().stream().sorted(Map.Entry.comparingByKey(Integer::compareUnsigned)).forEach(entry ->
                SaTree.spis(out.addObject().put("spi", HEX.toHexDigits(entry.getKey())), entry.getValue()));
        return out;
    }

    private static ObjectNode liveness(LivenessState state) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.set("sas", SaTree.of(state.sas()));
        ArrayNode checks = out.putArray("checks");
        state.checks().entries().forEach(check -> SaTree.spis(checks.addObject(), check.getKey())
                .put("sent", check.getValue().sent()).put("age", check.getValue().age()));
        return out.put("hinted", state.hinted()).set("heard", SaTree.pairs(state.heard()));
    }

    private static ObjectNode peerX(PeerXState state) {
        ObjectNode out = hints(state.hints()).put("told", state.told());
        out.set("verified", limiter(state.verified()));
        out.set("offered", limiter(state.offered()));
        out.set("secrets", SecretTree.of(state.secrets()));
        out.set("elsewhere", SaTree.pairs(state.elsewhere()));
        ArrayNode lingering = out.putArray("lingering");
        state.lingering().entries().stream().sorted(Map.Entry.comparingByKey(Integer::compareUnsigned)).forEach(child ->
                lingering.addObject().put("spi", HEX.toHexDigits(child.getKey())).put("ticks", child.getValue()));
        return out;
    }

    private static ObjectNode peerY(PeerYState state) {
        ObjectNode out = liveness(state.liveness());
        out.set("secrets", SecretTree.of(state.secrets()));
        out.set("able", SaTree.pairs(state.able()));
        out.set("asked", limiter(state.asked()));
        out.set("verified", limiter(state.verified()));
        ArrayNode damped = out.putArray("damped");
        state.damped().entries().stream().sorted(Map.Entry.comparingByKey(Comparator.naturalOrder())).forEach(peer ->
                damped.addObject().put("identity", peer.getKey()).put("ticks", peer.getValue()));
        ArrayNode recoveries = out.putArray("recoveries");
        state.recoveries().entries().forEach(it -> SaTree.spis(recoveries.addObject(), it.getKey())
                .put("pause", it.getValue().pause()).put("cookie", it.getValue().cookie().toString())
                .put("sure", it.getValue().sure()));
        return out;
    }

    private static ObjectNode limiter(Limiter limiter) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        ArrayNode sources = out.putArray("sources");
        limiter.sources().entries().forEach(source -> sources.addObject()
                .put("address", source.getKey().toString()).put("count", source.getValue()));
        return out.put("others", limiter.others());
    }
}
