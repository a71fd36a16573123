package sfd.packet;

import java.util.function.BiFunction;
import sfd.sa.Event;
import sfd.sa.Step;

/**
 * A gateway that has one role and nothing else.
 *
 * @param role its function, with policy and digest already in it
 */
record RoleGateway<S>(BiFunction<S, Event, Step<S>> role, S state) implements Gateway {

    @Override
    public Step<Gateway> step(Event event) {
        return role.apply(state, event).map(next -> next == state ? this : new RoleGateway<>(role, next));
    }
}
