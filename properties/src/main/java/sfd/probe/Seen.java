package sfd.probe;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sfd.ike.Framing;
import sfd.ike.IkeHeader;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.sa.Effect;

/**
 * What was sent and what came in a step.
 *
 * @param done what the step was for came about: an answer that verifies, a new IKE SA
 * @param why it did not; empty where it did, or where there is nothing to come about
 */
record Seen(List<Effect.Send> sent, List<Came> came, boolean done, String why) {

    Seen {
        sent = List.copyOf(sent);
        came = List.copyOf(came);
    }

    /** What came and is under no IKE SA of ours: answers in the clear, or what else there is. */
    List<Came> clear() {
        return came.stream().filter(it -> it.inside().isEmpty()).toList();
    }

    /** The peer began a request of its own under the IKE SA. */
    boolean asks() {
        return came.stream().anyMatch(Came::ownRequest);
    }

    /** Of all that came, in the clear or under protection. */
    List<Payload.Notify> notifies(boolean inside, int type) {
        return came.stream().filter(it -> it.inside().isPresent() == inside)
                .flatMap(it -> Payload.notifies(it.payloads(), type).stream()).toList();
    }

    List<Payload.Notify> tokens() {
        return Stream.of(true, false).flatMap(it -> notifies(it, NotifyTypes.QUICK_CRASH_DETECTION).stream()).toList();
    }

    Set<Octets> tokenOctets() {
        return tokens().stream().map(Payload.Notify::data).collect(Collectors.toSet());
    }

    /** The header of the first message sent; there must be one. */
    IkeHeader asked() {
        return Wire.header(message(), 0);
    }

    /** The first message sent, without a marker. */
    Octets message() {
        return message(sent.getFirst());
    }

    /** The header of the last one. */
    IkeHeader last() {
        return Wire.header(message(sent.getLast()), 0);
    }

    private static Octets message(Effect.Send datagram) {
        Octets all = datagram.datagram();
        return all.slice(Framing.udp(datagram.from().port(), datagram.to().port()).marker(), all.length());
    }

    /** Octets of what came in the clear, or of what was sent. */
    int octets(boolean out) {
        return out ? sent.stream().mapToInt(it -> it.datagram().length()).sum()
                : clear().stream().mapToInt(it -> it.datagram().datagram().length()).sum();
    }

    /** The names of the notifications that came in the clear, for people. */
    String notified() {
        String all = clear().stream().flatMap(it -> it.payloads().stream()).filter(Payload.Notify.class::isInstance)
                .map(it -> NotifyTypes.name(((Payload.Notify) it).type())).distinct().collect(Collectors.joining(", "));
        return all.isEmpty() ? "no notification" : all;
    }
}
