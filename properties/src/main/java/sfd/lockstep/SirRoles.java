package sfd.lockstep;

import java.util.Map;
import java.util.TreeMap;
import sfd.baseline.HintsState;
import sfd.ike.IkeSpis;
import sfd.persistent.PersistentMap;
import sfd.sa.Limiter;
import sfd.sir.PeerXState;
import sfd.sir.PeerYState;
import sfd.sir.Recovery;
import sfd.traces.value.Value;

/** The states of X and Y, both ways. */
final class SirRoles {

    private final Roles common;
    private final SaTables tables;
    private final CookieTerms cookies;

    SirRoles(Roles common, SaTables tables, CookieTerms cookies) {
        this.common = common;
        this.tables = tables;
        this.cookies = cookies;
    }

    PeerXState peerX(Value state) {
        PersistentMap<Integer, Integer> lingering = PersistentMap.empty();
        for (Map.Entry<Value, Value> child : state.field("lingering").entries().entrySet()) {
            lingering = lingering.plus(Names.child(child.getKey().text()), Concretise.integer(child.getValue()));
        }
        return new PeerXState(
                new HintsState(tables.concretise(state.field("sas")), Concretise.integer(state.field("answered"))),
                Concretise.integer(state.field("told")),
                Concretise.secrets(state.field("secrets")), lingering);
    }

    Value abstraction(PeerXState state) {
        var lingering = new TreeMap<Value, Value>();
        state.lingering().entries().forEach(child ->
                lingering.put(Value.of(Names.childName(child.getKey())), Value.of(child.getValue())));
        return Value.record(Map.of(
                "sas", tables.abstraction(state.sas()),
                "answered", Value.of(state.hints().answered()),
                "told", Value.of(state.told()),
                "secrets", Abstract.secrets(state.secrets()),
                "lingering", Value.function(lingering)));
    }

    PeerYState peerY(Value state) {
        PersistentMap<String, Integer> damped = PersistentMap.empty();
        for (Map.Entry<Value, Value> peer : state.field("damped").entries().entrySet()) {
            damped = damped.plus(peer.getKey().text(), Concretise.integer(peer.getValue()));
        }
        PersistentMap<IkeSpis, Recovery> recoveries = PersistentMap.empty();
        for (Map.Entry<Value, Value> recovery : state.field("recoveries").entries().entrySet()) {
            recoveries = recoveries.plus(Concretise.pair(recovery.getKey()), new Recovery(
                    Concretise.integer(recovery.getValue().field("wait")),
                    cookies.octets(recovery.getValue().field("cookie"))));
        }
        return new PeerYState(common.liveness(state), Concretise.secrets(state.field("secrets")),
                Roles.spis(state.field("able")), Roles.limiter(state.field("asked")), damped, recoveries);
    }

    Value abstraction(PeerYState state) {
        TreeMap<String, Value> fields = common.livenessFields(state.liveness());
        var damped = new TreeMap<Value, Value>();
        state.damped().entries().forEach(peer -> damped.put(Value.of(peer.getKey()), Value.of(peer.getValue())));
        var recoveries = new TreeMap<Value, Value>();
        state.recoveries().entries().forEach(it -> recoveries.put(Abstract.pair(it.getKey()), Value.record(Map.of(
                "wait", Value.of(it.getValue().pause()), "cookie", cookies.term(it.getValue().cookie())))));
        Limiter asked = state.asked();
        fields.putAll(Map.of(
                "secrets", Abstract.secrets(state.secrets()),
                "able", Roles.abstraction(state.able()),
                "asked", Roles.abstraction(asked),
                "damped", Value.function(damped),
                "recoveries", Value.function(recoveries)));
        return Value.record(fields);
    }
}
