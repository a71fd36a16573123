package sfd.session;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import sfd.ike.Chain;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;

/**
 * An established IKE SA at one of its ends. No text of it shows a key.
 *
 * @param initiator this end is the original initiator
 * @param here our own end
 * @param peer where the other end is
 * @param nat something between changes addresses or ports, or one end says so: ESP too is in UDP (RFC 7296, 2.23)
 * @param own who we are
 * @param other who the other end proved to be
 * @param ids of the messages to come
 * @param children the child SAs, one or none
 */
public record Session(IkeSpis spis, boolean initiator, Endpoint here, Endpoint peer, boolean nat, Identity own, Identity other,
        IkeKeys keys, MessageIds ids, List<Child> children) {

    /** A protected message that came, its integrity check right. */
    public record Opened(IkeHeader header, Chain chain) {
    }

    /** A request to send, and what this end is afterwards. */
    public record Asked(Session next, Datagram send) {
    }

    public Session {
        children = List.copyOf(children);
    }

    /**
     * A message of any exchange and ID, also one that the protocol does not allow. The same ID twice with other payloads is the
     * caller's to answer for.
     *
     * @param exchange 0..255
     * @param messageId 4 octets; 2^31 and above are negative here
     * @throws IllegalArgumentException if the payloads do not fit into one message
     */
    public Datagram seal(int exchange, boolean response, int messageId, List<Payload> payloads, RandomGenerator random) {
        var header = new IkeHeader(spis, exchange, initiator, response, messageId);
        return Datagram.of(here, peer, keys.protection(initiator).seal(header, payloads, random));
    }

    /** A message of the peer under this IKE SA, whatever its ID; none for anything else. */
    public Optional<Opened> open(Datagram datagram) {
        return Arrival.of(datagram).filter(it -> it.header().spis().equals(spis) && it.header().initiator() != initiator)
                .flatMap(it -> keys.protection(!initiator).open(it.message(), datagram.message())
                        .map(chain -> new Opened(it.header(), chain)));
    }

    /** The next request; none while one is under way (RFC 7296, 2.3), or when the message IDs are used up (RFC 7296, 2.2). */
    public Optional<Asked> request(int exchange, List<Payload> payloads, RandomGenerator random) {
        return ids.isClosed() ? Optional.empty()
                : Optional.of(new Asked(with(ids.asked()), seal(exchange, false, (int) ids.nextRequest(), payloads, random)));
    }

    /** A liveness check: an INFORMATIONAL request without payloads (BASE-2.4-1). */
    public Optional<Asked> liveness(RandomGenerator random) {
        return request(ExchangeTypes.INFORMATIONAL, List.of(), random);
    }

    /** The answer to a request that was opened. */
    public Datagram answer(IkeHeader request, List<Payload> payloads, RandomGenerator random) {
        return seal(request.exchange(), true, request.messageId(), payloads, random);
    }

    /** What a datagram is, by its protection and its message ID (RFC 7296, 2.2); what is not fresh changes nothing. */
    public Received receive(Datagram datagram) {
        Optional<Opened> opened = open(datagram);
        if (opened.isEmpty()) {
            return new Received.Ignored(flaw(datagram));
        }
        IkeHeader header = opened.get().header();
        int id = header.messageId();
        if (header.response()) {
            return ids.isAwaited(id) ? new Received.Answer(with(ids.answered()), header, opened.get().chain())
                    : new Received.Ignored(Flaw.NOT_EXPECTED);
        }
        if (ids.isNext(id)) {
            return new Received.Request(with(ids.heard()), header, opened.get().chain());
        }
        return ids.isLast(id) ? new Received.Repeated(header) : new Received.Ignored(Flaw.NOT_EXPECTED);
    }

    private Flaw flaw(Datagram datagram) {
        return Arrival.of(datagram).map(it -> !it.header().spis().equals(spis) || it.header().initiator() == initiator ? Flaw.OTHER_SA
                : it.message().endsEncrypted() ? Flaw.INTEGRITY : Flaw.NOT_PROTECTED).orElse(Flaw.NOT_IKE);
    }

    private Session with(MessageIds next) {
        return new Session(spis, initiator, here, peer, nat, own, other, keys, next, children);
    }

    /** The same with other ends: the caller knows where the peer is now (BASE-2.23-2). */
    public Session between(Endpoint newHere, Endpoint newPeer) {
        return new Session(spis, initiator, newHere, newPeer, nat, own, other, keys, ids, children);
    }

    /** The same with these child SAs: after ESP came or went, or one was deleted. */
    public Session with(List<Child> next) {
        return new Session(spis, initiator, here, peer, nat, own, other, keys, ids, next);
    }

    /** The IKE SA that takes this one's place, its child SAs included (RFC 7296, 2.8). */
    Session replacedBy(IkeSpis newSpis, boolean newInitiator, IkeKeys newKeys) {
        return new Session(newSpis, newInitiator, here, peer, nat, own, other, newKeys, MessageIds.FIRST, children);
    }
}
