package sfd.gateway;

import java.util.function.BiFunction;
import java.util.function.Function;
import sfd.sa.Event;
import sfd.sa.SaTable;
import sfd.sa.Step;

/**
 * A gateway that has one role and nothing else.
 *
 * @param role its function, with policy and digest already in it
 * @param table the IKE SAs of a state
 */
record RoleGateway<S>(BiFunction<S, Event, Step<S>> role, Function<S, SaTable> table, S state) implements Gateway {

    @Override
    public Step<Gateway> step(Event event) {
        return role.apply(state, event).map(next -> next == state ? this : new RoleGateway<>(role, table, next));
    }

    @Override
    public SaTable sas() {
        return table.apply(state);
    }
}
