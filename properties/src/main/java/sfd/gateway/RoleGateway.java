package sfd.gateway;

import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import sfd.qcd.ChildMap;
import sfd.qcd.MakerState;
import sfd.sa.Event;
import sfd.sa.SaTable;
import sfd.sa.Step;

/**
 * A gateway that has one role and nothing else.
 *
 * @param role its function, with policy and digest already in it
 * @param silence whether a step for a datagram would be the same state and a reason to log, as far as it is known
 * @param table the IKE SAs of a state
 */
record RoleGateway<S>(BiFunction<S, Event, Step<S>> role, BiPredicate<S, Event.Received> silence, Function<S, SaTable> table,
        S state) implements Gateway {

    /** Of a role that cannot tell silence but by a step. */
    RoleGateway(BiFunction<S, Event, Step<S>> role, Function<S, SaTable> table, S state) {
        this(role, (s, e) -> false, table, state);
    }

    @Override
    public Step<Gateway> step(Event event) {
        return role.apply(state, event).map(next -> next == state ? this : new RoleGateway<>(role, silence, table, next));
    }

    @Override
    public boolean isSilentAt(Event.Received event) {
        return silence.test(state, event);
    }

    @Override
    public ChildMap childMap() {
        return state instanceof MakerState it ? it.childMap() : ChildMap.EMPTY;
    }

    @Override
    public SaTable sas() {
        return table.apply(state);
    }
}
