package sfd.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import sfd.ike.Chain;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.ike.Wire;
import sfd.octets.Octets;

/**
 * The initiator between its IKE_AUTH request and the answer.
 *
 * @param childSpi that it offered to receive on
 * @param nat something between changes addresses or ports
 */
public record Authenticating(Setup setup, IkeSpis spis, IkeKeys keys, Transcript transcript, int childSpi, boolean nat, Datagram sent)
        implements Handshake {

    private static final int MESSAGE_ID = 1;

    static Authenticating begin(Setup setup, IkeSpis spis, IkeKeys keys, Transcript transcript, boolean nat, RandomGenerator random) {
        return begin(setup, spis, keys, transcript, Fresh.childSpi(random), nat, random);
    }

    /**
     * The same with these further payloads in the request, for who learns only from the SPIs what to say: to be taken before
     * anything is sent.
     */
    public Authenticating withInAuth(List<Payload> inAuth, RandomGenerator random) {
        return begin(setup.withExtra(setup.inFirst(), inAuth), spis, keys, transcript, childSpi, nat, random);
    }

    private static Authenticating begin(Setup setup, IkeSpis spis, IkeKeys keys, Transcript transcript, int childSpi, boolean nat,
            RandomGenerator random) {
        Octets identity = setup.own().body();
        var payloads = new ArrayList<Payload>();
        payloads.add(setup.own().payload(Bodies.ID_INITIATOR));
        setup.expected().ifPresent(it -> payloads.add(it.payload(Bodies.ID_RESPONDER)));
        payloads.add(Bodies.authentication(transcript.authentication(keys, true, setup.preShared(), identity)));
        // RFC 6290, 4.2: behind AUTH, before what the child SA needs.
        payloads.addAll(setup.inAuth());
        payloads.add(Proposal.encode(List.of(Offer.esp(1, childSpi))));
        payloads.add(Selector.payload(Bodies.TS_INITIATOR, setup.ownTraffic()));
        payloads.add(Selector.payload(Bodies.TS_RESPONDER, setup.peerTraffic()));
        var header = new IkeHeader(spis, ExchangeTypes.IKE_AUTH, true, false, MESSAGE_ID);
        Octets message = keys.protection(true).seal(header, payloads, random);
        return new Authenticating(setup, spis, keys, transcript, childSpi, nat,
                Datagram.of(moved(setup.here(), nat), moved(setup.peer(), nat), message));
    }

    /** RFC 7296, 2.23: from port 500 to 4500, where NAT lets pass what it changed. */
    private static Endpoint moved(Endpoint end, boolean nat) {
        return nat && end.port() == Wire.IKE_PORT ? new Endpoint(end.address(), Wire.NAT_PORT) : end;
    }

    @Override
    public Progress receive(Datagram datagram, RandomGenerator random) {
        Optional<Arrival> arrival = Arrival.of(datagram);
        if (arrival.isEmpty()) {
            return new Progress.Ignored(Flaw.NOT_IKE);
        }
        if (!arrival.get().header().spis().equals(spis) || arrival.get().header().initiator()) {
            return new Progress.Ignored(Flaw.OTHER_SA);
        }
        if (!arrival.get().is(ExchangeTypes.IKE_AUTH, true, MESSAGE_ID)) {
            return new Progress.Ignored(Flaw.NOT_EXPECTED);
        }
        if (!arrival.get().message().endsEncrypted()) {
            return new Progress.Ignored(Flaw.NOT_PROTECTED);
        }
        Optional<Chain> opened = keys.protection(false).open(arrival.get().message(), datagram.message());
        if (opened.isEmpty()) {
            return new Progress.Ignored(Flaw.INTEGRITY);
        }
        return opened.get() instanceof Chain.Payloads payloads ? answered(datagram, payloads.list()) : new Progress.Ignored(Flaw.PAYLOADS);
    }

    private Progress answered(Datagram datagram, List<Payload> payloads) {
        Optional<Octets> identity = Bodies.one(payloads, Bodies.ID_RESPONDER);
        Optional<Identity> who = identity.flatMap(Identity::of);
        Optional<Octets> data = Bodies.authentication(payloads);
        if (who.isEmpty() || data.isEmpty()) {
            return refused(payloads);
        }
        if (setup.expected().isPresent() && !setup.expected().equals(who)) {
            return new Progress.Ignored(Flaw.IDENTITY);
        }
        if (!transcript.authentication(keys, false, setup.preShared(), identity.get()).equalsInConstantTime(data.get())) {
            return new Progress.Ignored(Flaw.AUTHENTICATION);
        }
        var session = new Session(spis, true, datagram.to(), datagram.from(), nat, setup.own(), who.get(), keys,
                new MessageIds(MESSAGE_ID + 1, MESSAGE_ID + 1, 0), child(payloads).stream().toList());
        return new Progress.Established(session, Optional.empty(), transcript.first(), payloads);
    }

    private static Progress refused(List<Payload> payloads) {
        for (Payload payload : payloads) {
            if (payload instanceof Payload.Notify notify && NotifyTypes.isError(notify.type())) {
                return new Progress.Refused(notify.type(), true, payloads);
            }
        }
        return new Progress.Ignored(Flaw.PAYLOADS);
    }

    /** None if the peer declined it (RFC 7296, 2.21.2: the IKE SA stands all the same), or chose what was not offered. */
    private Optional<Child> child(List<Payload> payloads) {
        Optional<Integer> out = Bodies.one(payloads, PayloadTypes.SA).flatMap(Proposal::decode).flatMap(Offer::answeredEsp);
        Optional<List<Selector>> own = Bodies.one(payloads, Bodies.TS_INITIATOR).flatMap(Selector::decode)
                .filter(it -> Selector.within(it, setup.ownTraffic()));
        Optional<List<Selector>> peer = Bodies.one(payloads, Bodies.TS_RESPONDER).flatMap(Selector::decode)
                .filter(it -> Selector.within(it, setup.peerTraffic()));
        return out.isEmpty() || own.isEmpty() || peer.isEmpty() ? Optional.empty()
                : Optional.of(Child.of(true, keys.d(), transcript.ni(), transcript.nr(), childSpi, out.get(), own.get(), peer.get()));
    }
}
