package sfd.lockstep;

import java.util.Map;
import java.util.TreeMap;
import sfd.ike.IkeSpis;
import sfd.sa.IkeSa;
import sfd.sa.SaTable;
import sfd.traces.value.Value;

/** The table of IKE SAs, both ways. */
final class SaTables {

    private static final String NOBODY = "nobody";
    private static final String HALF_OPEN = "half-open";
    private static final String ESTABLISHED = "established";

    private final TokenTerms tokens;

    SaTables(TokenTerms tokens) {
        this.tokens = tokens;
    }

    SaTable concretise(Value sas) {
        SaTable table = SaTable.EMPTY;
        for (Map.Entry<Value, Value> sa : sas.entries().entrySet()) {
            table = table.put(sa(Concretise.pair(sa.getKey()), sa.getValue()));
        }
        return table;
    }

    private IkeSa sa(IkeSpis spis, Value sa) {
        String identity = sa.field("identity").text();
        return new IkeSa(spis, phase(sa.field("phase").text()), Concretise.endpoint(sa.field("here")),
                Concretise.endpoint(sa.field("peer")), sa.field("initiator").bool(),
                identity.equals(NOBODY) ? IkeSa.NOBODY : identity, Concretise.children(sa.field("children")),
                sa.field("tokens").items().stream().map(tokens::digest).toList(),
                Concretise.integer(sa.field("secret")));
    }

    Value abstraction(SaTable table) {
        var sas = new TreeMap<Value, Value>();
        for (IkeSa sa : table.all()) {
            sas.put(Abstract.pair(sa.spis()), abstraction(sa));
        }
        return Value.function(sas);
    }

    private Value abstraction(IkeSa sa) {
        return Value.record(Map.of(
                "phase", Value.of(sa.isEstablished() ? ESTABLISHED : HALF_OPEN),
                "here", Abstract.endpoint(sa.here()),
                "peer", Abstract.endpoint(sa.peer()),
                "initiator", Value.of(sa.initiator()),
                "identity", Value.of(sa.identity().equals(IkeSa.NOBODY) ? NOBODY : sa.identity()),
                "children", Abstract.children(sa.children()),
                "tokens", Value.seq(sa.tokens().stream().map(tokens::term).toList()),
                "secret", Value.of(sa.secret())));
    }

    private static IkeSa.Phase phase(String name) {
        return switch (name) {
            case HALF_OPEN -> IkeSa.Phase.HALF_OPEN;
            case ESTABLISHED -> IkeSa.Phase.ESTABLISHED;
            default -> throw new NotInModelException("no phase " + name);
        };
    }
}
