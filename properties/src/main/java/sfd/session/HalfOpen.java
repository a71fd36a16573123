package sfd.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import sfd.ike.Chain;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeSpis;
import sfd.ike.Incoming;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.octets.Octets;

/**
 * The responder between its IKE_SA_INIT answer and the IKE_AUTH request.
 *
 * @param nat something between changes addresses or ports
 * @param childSpi that this end will receive on
 * @param received the IKE_SA_INIT request
 */
public record HalfOpen(Setup setup, IkeSpis spis, IkeKeys keys, Transcript transcript, boolean nat, int childSpi,
        Datagram received, Datagram sent)
        implements Handshake {

    private static final int MESSAGE_ID = 1;

    /**
     * The same with these further payloads in the answer: what {@link #receive} gives is then another answer for the very same
     * SA, for who learns only from the SA what to say.
     */
    public HalfOpen withInAuth(List<Payload> inAuth) {
        return new HalfOpen(setup.withExtra(setup.inFirst(), inAuth), spis, keys, transcript, nat, childSpi, received, sent);
    }

    @Override
    public Progress receive(Datagram datagram, RandomGenerator random) {
        if (datagram.equals(received)) {
            return new Progress.Continued(this, transcript.first()); // RFC 7296, 2.1
        }
        Optional<Arrival> arrival = Arrival.of(datagram);
        if (arrival.isEmpty()) {
            return new Progress.Ignored(Flaw.NOT_IKE);
        }
        if (!arrival.get().header().spis().equals(spis) || !arrival.get().header().initiator()) {
            return new Progress.Ignored(Flaw.OTHER_SA);
        }
        if (!arrival.get().is(ExchangeTypes.IKE_AUTH, false, MESSAGE_ID)) {
            return new Progress.Ignored(Flaw.NOT_EXPECTED);
        }
        if (!arrival.get().message().endsEncrypted()) {
            return new Progress.Ignored(Flaw.NOT_PROTECTED);
        }
        Optional<Chain> opened = keys.protection(true).open(arrival.get().message(), datagram.message());
        if (opened.isEmpty()) {
            return new Progress.Ignored(Flaw.INTEGRITY);
        }
        return switch (opened.get()) {
            case Chain.Payloads payloads -> request(datagram, payloads.list(), random);
            case Incoming.Malformed malformed -> declined(datagram, Faults.answer(malformed), List.of(), random);
        };
    }

    private Progress request(Datagram datagram, List<Payload> payloads, RandomGenerator random) {
        Optional<Octets> identity = Bodies.one(payloads, Bodies.ID_INITIATOR);
        Optional<Identity> who = identity.flatMap(Identity::of);
        Optional<Octets> data = Bodies.authentication(payloads);
        boolean proven = who.isPresent() && data.isPresent() && (setup.expected().isEmpty() || setup.expected().equals(who))
                && transcript.authentication(keys, true, setup.preShared(), identity.get()).equalsInConstantTime(data.get());
        if (!proven) {
            return declined(datagram, List.of(Faults.notify(Faults.AUTHENTICATION_FAILED)), payloads, random);
        }
        var answer = new ArrayList<Payload>();
        answer.add(setup.own().payload(Bodies.ID_RESPONDER));
        answer.add(Bodies.authentication(transcript.authentication(keys, false, setup.preShared(), setup.own().body())));
        answer.addAll(setup.inAuth()); // RFC 6290, 4.2
        Optional<Child> child = child(payloads, answer);
        var session = new Session(spis, false, datagram.to(), datagram.from(), nat, setup.own(), who.get(), keys,
                new MessageIds(0, 0, MESSAGE_ID + 1), child.stream().toList());
        return new Progress.Established(session, Optional.of(answer(datagram, answer, random)), transcript.first(), payloads);
    }

    /** The child SA, and what the answer says of it. */
    private Optional<Child> child(List<Payload> payloads, List<Payload> answer) {
        if (Bodies.one(payloads, PayloadTypes.SA).isEmpty()) {
            return Optional.empty();
        }
        Optional<Proposal> chosen = Bodies.proposals(payloads).flatMap(Offer::chooseEsp);
        List<Selector> peer = narrowed(payloads, Bodies.TS_INITIATOR, setup.peerTraffic());
        List<Selector> own = narrowed(payloads, Bodies.TS_RESPONDER, setup.ownTraffic());
        if (chosen.isEmpty() || own.isEmpty() || peer.isEmpty()) {
            answer.add(Faults.notify(chosen.isEmpty() ? Faults.NO_PROPOSAL_CHOSEN : Faults.TS_UNACCEPTABLE));
            return Optional.empty();
        }
        answer.add(Proposal.encode(List.of(Offer.esp(chosen.get().number(), childSpi))));
        answer.add(Selector.payload(Bodies.TS_INITIATOR, peer));
        answer.add(Selector.payload(Bodies.TS_RESPONDER, own));
        return Optional.of(Child.of(false, keys.d(), transcript.ni(), transcript.nr(), childSpi, chosen.get().spi().u32(0), own, peer));
    }

    private static List<Selector> narrowed(List<Payload> payloads, int type, List<Selector> ours) {
        return Bodies.one(payloads, type).flatMap(Selector::decode).map(it -> Selector.narrowed(it, ours)).orElse(List.of());
    }

    private Progress declined(Datagram datagram, List<Payload> answer, List<Payload> payloads, RandomGenerator random) {
        return new Progress.Declined(answer(datagram, answer, random), payloads);
    }

    private Datagram answer(Datagram datagram, List<Payload> payloads, RandomGenerator random) {
        var header = new IkeHeader(spis, ExchangeTypes.IKE_AUTH, false, true, MESSAGE_ID);
        return Datagram.of(datagram.to(), datagram.from(), keys.protection(false).seal(header, payloads, random));
    }
}
