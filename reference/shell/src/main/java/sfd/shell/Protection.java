package sfd.shell;

import java.util.List;
import java.util.Optional;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Step;

/** Who holds the keys of IKE SAs and child SAs: what verifies under them, and what goes out under them. */
public interface Protection {

    /** Without keys nothing verifies, and nothing but what is in the clear goes out. */
    Protection NONE = new Protection() {
        @Override
        public Optional<Event> opened(Event.Received datagram) {
            return Optional.empty();
        }

        @Override
        public List<Effect.Send> datagrams(Event event, Step<?> step) {
            return step.effects().stream()
                    .filter(Effect.Send.class::isInstance).map(Effect.Send.class::cast).toList();
        }
    };

    /**
     * What a datagram turned out to be that is fresh and verifies under the SA that it names; empty for all others, which the
     * role sees as they came.
     */
    Optional<Event> opened(Event.Received datagram);

    /** The datagrams that a step asks for, in the clear and protected, in the order of its effects. */
    List<Effect.Send> datagrams(Event event, Step<?> step);
}
