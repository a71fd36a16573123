package sfd.shell;

import java.util.List;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Step;

/**
 * The IKE daemon that the role stands beside: it holds the keys, opens what verifies, sends what is protected, and tells of the
 * lives of its SAs.
 */
public interface Daemon {

    /** None: nothing verifies, and nothing but what is in the clear goes out. */
    Daemon NONE = new Daemon() {
        @Override
        public boolean wants(Event.Received datagram) {
            return false;
        }

        @Override
        public Event came(Event.Received datagram) {
            return datagram;
        }

        @Override
        public Turn after(Event event, Step<?> step) {
            return new Turn(inTheClear(step), List.of());
        }
    };

    /**
     * What comes of a step.
     *
     * @param send datagrams, in this order
     * @param tell events, each a step of its own, in this order
     */
    record Turn(List<Effect.Send> send, List<Event> tell) {
        public Turn {
            send = List.copyOf(send);
            tell = List.copyOf(tell);
        }
    }

    /** The datagrams of a step that need no key. */
    static List<Effect.Send> inTheClear(Step<?> step) {
        return step.effects().stream().filter(Effect.Send.class::isInstance).map(Effect.Send.class::cast).toList();
    }

    /** At a glance: it may be for the daemon, so that it must not be dropped unseen. */
    boolean wants(Event.Received datagram);

    /** What the role sees of a datagram: what it turned out to be if it is fresh and verifies, else the datagram. */
    Event came(Event.Received datagram);

    /** What is to be sent and told after the step that the event made. */
    Turn after(Event event, Step<?> step);
}
