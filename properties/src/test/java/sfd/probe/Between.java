package sfd.probe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Step;
import sfd.shell.Daemon;

/** What stands between a daemon and the network, and spoils what passes. */
final class Between implements Daemon {

    /** What is made of the consequences of an event. */
    interface Fault {
        Turn spoil(Between between, Event event, Turn turn);
    }

    private final Daemon daemon;
    private final Fault fault;
    private final Set<IkeSpis> live = new HashSet<>();

    Between(Daemon daemon, Fault fault) {
        this.daemon = daemon;
        this.fault = fault;
    }

    @Override
    public boolean wants(Event.Received datagram) {
        return true;
    }

    @Override
    public Event came(Event.Received datagram) {
        return daemon.came(datagram);
    }

    @Override
    public Turn after(Event event, Step<?> step) {
        if (event instanceof Event.SaEstablished it) {
            live.add(it.spis());
        }
        return fault.spoil(this, event, daemon.after(event, step));
    }

    boolean isLive(IkeMessage message) {
        return live.contains(message.header().spis());
    }

    static Optional<IkeMessage> message(Event event) {
        return event instanceof Event.Received it && Wire.decode(it.framing(), it.datagram()) instanceof IkeMessage message
                ? Optional.of(message) : Optional.empty();
    }

    /** An answer besides to what came. */
    static Turn answering(Turn turn, Event event, Payload... payloads) {
        var received = (Event.Received) event;
        var send = new ArrayList<>(turn.send());
        send.add(new Effect.Send(received.to(), received.from(), Wire.encode(received.framing(),
                new IkeMessage(message(event).orElseThrow().header().reply(), List.of(payloads)))));
        return new Turn(send, turn.tell());
    }

    static Turn telling(Turn turn, Event told) {
        var tell = new ArrayList<>(turn.tell());
        tell.add(told);
        return new Turn(turn.send(), tell);
    }

    /** Each answer in the clear that is no part of a handshake. */
    static Turn answers(Turn turn, Function<IkeMessage, IkeMessage> change) {
        return new Turn(turn.send().stream().map(send -> {
            Framing framing = Framing.udp(send.from().port(), send.to().port());
            return Wire.decode(framing, send.datagram()) instanceof IkeMessage it && !it.endsEncrypted() && !it.payloads().isEmpty()
                    && it.header().exchange() != ExchangeTypes.IKE_SA_INIT
                    ? new Effect.Send(send.from(), send.to(), Wire.encode(framing, change.apply(it))) : send;
        }).toList(), turn.tell());
    }

    static Turn headers(Turn turn, Function<IkeHeader, IkeHeader> change) {
        return answers(turn, it -> new IkeMessage(change.apply(it.header()), it.payloads()));
    }

    /** The data of each notification of a type, in answers in the clear. */
    static Turn data(Turn turn, int type, Function<Octets, Octets> change) {
        return answers(turn, it -> new IkeMessage(it.header(), it.payloads().stream().map(payload ->
                payload instanceof Payload.Notify notify && notify.type() == type
                        ? new Payload.Notify(notify.protocol(), notify.spi(), type, change.apply(notify.data())) : payload).toList()));
    }
}
