package sfd.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import sfd.ike.Payload;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Step;
import sfd.session.Datagram;
import sfd.shell.Daemon;

/** What is collected while the consequences of one step are worked out. */
final class Work {

    private final Step<?> step;
    private final List<Effect.Send> send = new ArrayList<>();
    private final List<Event> tell = new ArrayList<>();

    /** @param step whose datagrams in the clear go out first */
    Work(Step<?> step) {
        this.step = step;
        send.addAll(Daemon.inTheClear(step));
    }

    void send(Datagram datagram) {
        send.add(new Effect.Send(datagram.from(), datagram.to(), datagram.octets()));
    }

    void tell(Event event) {
        tell.add(event);
    }

    /** What the role wants said under protection, in messages of this kind. */
    List<Payload> wanted(Predicate<Effect.SendProtected> kind) {
        return step.effects().stream().filter(Effect.SendProtected.class::isInstance).map(Effect.SendProtected.class::cast)
                .filter(kind).flatMap(it -> it.payloads().stream()).toList();
    }

    List<Effect> effects() {
        return step.effects();
    }

    Daemon.Turn turn() {
        return new Daemon.Turn(send, tell);
    }
}
