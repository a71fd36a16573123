package sfd.lockstep;

import java.util.Map;
import java.util.TreeMap;
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
    private final CookieTerms cookies;

    SirRoles(Roles common, CookieTerms cookies) {
        this.common = common;
        this.cookies = cookies;
    }

    PeerXState peerX(Value state) {
        PersistentMap<Integer, Integer> lingering = PersistentMap.empty();
        for (Map.Entry<Value, Value> child : state.field("lingering").entries().entrySet()) {
            lingering = lingering.plus(Names.child(child.getKey().text()), Concretise.integer(child.getValue()));
        }
        return new PeerXState(common.hints(state), Concretise.integer(state.field("told")),
                Roles.limiter(state.field("verified")), Roles.limiter(state.field("offered")),
                Concretise.secrets(state.field("secrets")), lingering, Roles.spis(state.field("elsewhere")));
    }

    Value abstraction(PeerXState state) {
        var lingering = new TreeMap<Value, Value>();
        state.lingering().entries().forEach(child ->
                lingering.put(Value.of(Names.childName(child.getKey())), Value.of(child.getValue())));
        TreeMap<String, Value> fields = common.hintsFields(state.hints());
        fields.putAll(Map.of(
                "told", Value.of(state.told()),
                "verified", Roles.abstraction(state.verified()),
                "offered", Roles.abstraction(state.offered()),
                "secrets", Abstract.secrets(state.secrets()),
                "elsewhere", Roles.abstraction(state.elsewhere()),
                "lingering", Value.function(lingering)));
        return Value.record(fields);
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
                    cookies.octets(recovery.getValue().field("cookie")),
                    recovery.getValue().field("sure").bool()));
        }
        return new PeerYState(common.liveness(state), Concretise.secrets(state.field("secrets")),
                Roles.spis(state.field("able")), Roles.limiter(state.field("asked")),
                Roles.limiter(state.field("verified")), damped, recoveries);
    }

    Value abstraction(PeerYState state) {
        TreeMap<String, Value> fields = common.livenessFields(state.liveness());
        var damped = new TreeMap<Value, Value>();
        state.damped().entries().forEach(peer -> damped.put(Value.of(peer.getKey()), Value.of(peer.getValue())));
        var recoveries = new TreeMap<Value, Value>();
        state.recoveries().entries().forEach(it -> recoveries.put(Abstract.pair(it.getKey()), Value.record(Map.of(
                "wait", Value.of(it.getValue().pause()), "cookie", cookies.term(it.getValue().cookie()),
                "sure", Value.of(it.getValue().sure())))));
        Limiter asked = state.asked();
        fields.putAll(Map.of(
                "secrets", Abstract.secrets(state.secrets()),
                "able", Roles.abstraction(state.able()),
                "asked", Roles.abstraction(asked),
                "verified", Roles.abstraction(state.verified()),
                "damped", Value.function(damped),
                "recoveries", Value.function(recoveries)));
        return Value.record(fields);
    }
}
