package sfd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import sfd.baseline.Check;
import sfd.baseline.HintsState;
import sfd.baseline.LivenessState;
import sfd.ike.Address;
import sfd.ike.IkeSpis;
import sfd.persistent.PersistentMap;
import sfd.qcd.ChildMap;
import sfd.qcd.MakerState;
import sfd.qcd.TakerState;
import sfd.sa.Limiter;
import sfd.sir.PeerXState;
import sfd.sir.PeerYState;
import sfd.sir.Recovery;

/** The state of a role out of JSON: the inverse of {@link StateTree}. */
public final class StateFields {

    private StateFields() {
    }

    /**
     * @param role maker, taker, baseline, peerX or peerY
     * @throws IllegalArgumentException in one line, where the JSON is no state of this role
     */
    public static Object read(String role, JsonNode json) {
        Fields state = new Fields(json);
        return switch (role) {
            case "maker" -> maker(state);
            case "taker" -> new TakerState(liveness(state), limiter(state.object("verified")));
            case "baseline" -> liveness(state);
            case "peerX" -> peerX(state);
            case "peerY" -> peerY(state);
            default -> throw new IllegalArgumentException("there is no role " + role);
        };
    }

    private static HintsState hints(Fields state) {
        return new HintsState(TableFields.table(state), state.number("answered"), limiter(state.object("answeredTo")),
                map(state, "reported", Fields::spis, it -> it.number("count")));
    }

    private static MakerState maker(Fields state) {
        HintsState hints = hints(state);
        ChildMap childMap = ChildMap.EMPTY;
        for (Fields child : state.objects("childMap")) {
            childMap = childMap.plus(child.childSpi("spi"), child.spis());
        }
        // An owner that is not in the table is lost.
        for (var child : childMap.entries()) {
            childMap = hints.sas().isKnown(child.getValue()) ? childMap : childMap.lost(child.getValue(), Integer.MAX_VALUE);
        }
        return new MakerState(hints, TableFields.secrets(state), TableFields.pairs(state.objects("elsewhere")), childMap);
    }

    private static LivenessState liveness(Fields state) {
        PersistentMap<IkeSpis, Check> checks = map(state, "checks", Fields::spis,
                it -> new Check(it.number("sent"), it.number("age")));
        return new LivenessState(TableFields.table(state), checks, state.number("hinted"),
                TableFields.pairs(state.objects("heard")));
    }

    private static PeerXState peerX(Fields state) {
        return new PeerXState(hints(state), state.number("told"), limiter(state.object("verified")),
                limiter(state.object("offered")), TableFields.secrets(state),
                map(state, "lingering", it -> it.childSpi("spi"), it -> it.number("ticks")),
                TableFields.pairs(state.objects("elsewhere")));
    }

    private static PeerYState peerY(Fields state) {
        return new PeerYState(liveness(state), TableFields.secrets(state), TableFields.pairs(state.objects("able")),
                limiter(state.object("asked")), limiter(state.object("verified")),
                map(state, "damped", it -> it.text("identity"), it -> it.number("ticks")),
                map(state, "recoveries", Fields::spis,
                        it -> new Recovery(it.number("pause"), it.octets("cookie"), it.bool("sure"))));
    }

    private static Limiter limiter(Fields limiter) {
        PersistentMap<Address, Integer> sources =
                map(limiter, "sources", it -> it.address("address"), it -> it.number("count"));
        return new Limiter(sources, limiter.number("others"));
    }

    private static <K extends Comparable<K>, V> PersistentMap<K, V> map(Fields of, String name, Function<Fields, K> key,
            Function<Fields, V> value) {
        PersistentMap<K, V> map = PersistentMap.empty();
        for (Fields entry : of.objects(name)) {
            map = map.plus(key.apply(entry), value.apply(entry));
        }
        return map;
    }
}
