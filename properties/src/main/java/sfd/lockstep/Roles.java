package sfd.lockstep;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import sfd.baseline.Check;
import sfd.baseline.HintsState;
import sfd.baseline.LivenessState;
import sfd.ike.Address;
import sfd.ike.IkeSpis;
import sfd.persistent.PersistentMap;
import sfd.persistent.PersistentSet;
import sfd.qcd.ChildMap;
import sfd.qcd.MakerState;
import sfd.qcd.TakerState;
import sfd.sa.Limiter;
import sfd.sa.Policy;
import sfd.sir.PeerXState;
import sfd.sir.PeerYState;
import sfd.traces.value.Value;

/** The states of each role, both ways. */
final class Roles {

    private static final String OTHERS = "others";

    private final SaTables tables;
    private final SirRoles sir;
    private final Draws draws;
    private final RoleFunctions functions;

    Roles(Messages messages, RoleFunctions functions) {
        this.tables = new SaTables(messages.tokens());
        this.sir = new SirRoles(this, messages.cookies());
        this.draws = new Draws(messages, functions.draw());
        this.functions = functions;
    }

    /** @throws NotInModelException where Java has no such role */
    Role<?> role(String name, Value policy) {
        var concrete = Policies.concretise(policy);
        Role<?> alone = role(name, concrete);
        return concrete.drawn() == 0 ? alone : draws.around(alone);
    }

    private Role<?> role(String name, Policy concrete) {
        return switch (name) {
            case "maker" -> new Role<>(name, functions.maker(), concrete, this::maker, this::abstraction,
                    state -> MakerState.initial(state.secrets()));
            case "taker" -> new Role<>(name, functions.taker(), concrete, this::taker, this::abstraction,
                    state -> TakerState.INITIAL);
            case "baseline" -> new Role<>(name, functions.baseline(), concrete, this::liveness, this::abstraction,
                    state -> LivenessState.INITIAL);
            case "peerX" -> new Role<>(name, functions.peerX(), concrete, sir::peerX, sir::abstraction,
                    state -> PeerXState.initial(state.secrets()));
            case "peerY" -> new Role<>(name, functions.peerY(), concrete, sir::peerY, sir::abstraction,
                    state -> PeerYState.initial(state.secrets()));
            default -> throw new NotInModelException("no role " + name);
        };
    }

    // ---- the peer that lost its SAs

    private MakerState maker(Value state) {
        HintsState hints = hints(state);
        ChildMap childMap = ChildMap.EMPTY;
        for (Map.Entry<Value, Value> child : state.field("childMap").entries().entrySet()) {
            childMap = childMap.plus(Names.child(child.getKey().text()), Concretise.pair(child.getValue()));
        }
        for (Map.Entry<Integer, IkeSpis> child : childMap.entries()) {
            childMap = hints.sas().isKnown(child.getValue()) ? childMap
                    : childMap.lost(child.getValue(), Integer.MAX_VALUE);
        }
        return new MakerState(hints, Concretise.secrets(state.field("secrets")), spis(state.field("elsewhere")),
                childMap);
    }

    private Value abstraction(MakerState state) {
        var childMap = new TreeMap<Value, Value>();
        state.childMap().entries().forEach(child ->
                childMap.put(Value.of(Names.childName(child.getKey())), Abstract.pair(child.getValue())));
        TreeMap<String, Value> fields = hintsFields(state.hints());
        fields.putAll(Map.of(
                "secrets", Abstract.secrets(state.secrets()),
                "elsewhere", abstraction(state.elsewhere()),
                "childMap", Value.function(childMap)));
        return Value.record(fields);
    }

    HintsState hints(Value state) {
        return new HintsState(tables.concretise(state.field("sas")), Concretise.integer(state.field("answered")),
                limiter(state.field("answeredTo")), reported(state.field("reported")));
    }

    private static PersistentMap<IkeSpis, Integer> reported(Value counts) {
        PersistentMap<IkeSpis, Integer> reported = PersistentMap.empty();
        for (Map.Entry<Value, Value> count : counts.entries().entrySet()) {
            reported = reported.plus(Concretise.pair(count.getKey()), Concretise.integer(count.getValue()));
        }
        return reported;
    }

    TreeMap<String, Value> hintsFields(HintsState state) {
        var reported = new TreeMap<Value, Value>();
        state.reported().entries().forEach(count -> reported.put(Abstract.pair(count.getKey()), Value.of(count.getValue())));
        return new TreeMap<>(Map.of(
                "reported", Value.function(reported),
                "sas", tables.abstraction(state.sas()),
                "answered", Value.of(state.answered()),
                "answeredTo", abstraction(state.answeredTo())));
    }

    // ---- the peer that kept them

    LivenessState liveness(Value state) {
        PersistentMap<IkeSpis, Check> checks = PersistentMap.empty();
        for (Map.Entry<Value, Value> check : state.field("checks").entries().entrySet()) {
            checks = checks.plus(Concretise.pair(check.getKey()), new Check(
                    Concretise.integer(check.getValue().field("sent")), check.getValue().field("age").integer()));
        }
        return new LivenessState(tables.concretise(state.field("sas")), checks,
                Concretise.integer(state.field("hinted")), spis(state.field("heard")));
    }

    private Value abstraction(LivenessState state) {
        return Value.record(livenessFields(state));
    }

    TreeMap<String, Value> livenessFields(LivenessState state) {
        var checks = new TreeMap<Value, Value>();
        state.checks().entries().forEach(check -> checks.put(Abstract.pair(check.getKey()), Value.record(Map.of(
                "sent", Value.of(check.getValue().sent()), "age", Value.of(check.getValue().age())))));
        return new TreeMap<>(Map.of(
                "sas", tables.abstraction(state.sas()),
                "checks", Value.function(checks),
                "hinted", Value.of(state.hinted()),
                "heard", abstraction(state.heard())));
    }

    private TakerState taker(Value state) {
        return new TakerState(liveness(state), limiter(state.field("verified")));
    }

    private Value abstraction(TakerState state) {
        TreeMap<String, Value> fields = livenessFields(state.liveness());
        fields.put("verified", abstraction(state.verified()));
        return Value.record(fields);
    }

    // ---- what several have

    static Limiter limiter(Value counts) {
        PersistentMap<Address, Integer> sources = PersistentMap.empty();
        int others = 0;
        for (Map.Entry<Value, Value> source : counts.entries().entrySet()) {
            int count = Concretise.integer(source.getValue());
            if (source.getKey().text().equals(OTHERS)) {
                others = count;
            } else {
                sources = sources.plus(Names.address(source.getKey().text()), count);
            }
        }
        return new Limiter(sources, others);
    }

    static Value abstraction(Limiter limiter) {
        var counts = new TreeMap<Value, Value>();
        limiter.sources().entries().forEach(source ->
                counts.put(Value.of(Names.addressName(source.getKey())), Value.of(source.getValue())));
        if (limiter.others() != 0) {
            counts.put(Value.of(OTHERS), Value.of(limiter.others()));
        }
        return Value.function(counts);
    }

    static PersistentSet<IkeSpis> spis(Value pairs) {
        PersistentSet<IkeSpis> set = PersistentSet.empty();
        for (Value pair : pairs.elements()) {
            set = set.plus(Concretise.pair(pair));
        }
        return set;
    }

    static Value abstraction(PersistentSet<IkeSpis> set) {
        var pairs = new ArrayList<Value>();
        set.forEach(spis -> pairs.add(Abstract.pair(spis)));
        return Value.set(pairs);
    }
}
