package sfd.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/**
 * Who answers IKE_SA_INIT. It keeps nothing: whoever knows that a request came again sends the same answer again.
 *
 * @param cookieKey if there is one, only who sends a cookie made with it is listened to (RFC 7296, 2.6)
 */
public record Responder(Setup setup, Optional<Key> cookieKey) {

    /** One that asks for no cookie. */
    public Responder(Setup setup) {
        this(setup, Optional.empty());
    }

    /** What an IKE_SA_INIT request does: {@link Progress.Continued} with a {@link HalfOpen} SA, if it goes on. */
    public Progress receive(Datagram datagram, RandomGenerator random) {
        Optional<Arrival> arrival = Arrival.of(datagram);
        if (arrival.isEmpty()) {
            return new Progress.Ignored(Flaw.NOT_IKE);
        }
        IkeHeader header = arrival.get().header();
        if (!arrival.get().is(ExchangeTypes.IKE_SA_INIT, false, 0)) {
            return new Progress.Ignored(Flaw.NOT_EXPECTED);
        }
        if (!header.initiator() || header.spis().initiator() == 0 || header.spis().responder() != 0) {
            return new Progress.Ignored(Flaw.OTHER_SA);
        }
        return request(arrival.get(), random);
    }

    private Progress request(Arrival arrival, RandomGenerator random) {
        List<Payload> payloads = arrival.message().payloads();
        Optional<List<Proposal>> offer = Bodies.proposals(payloads);
        Optional<Bodies.KeyShare> share = Bodies.keyShare(payloads);
        Optional<Octets> ni = Bodies.nonce(payloads);
        if (offer.isEmpty() || share.isEmpty() || ni.isEmpty()) {
            return new Progress.Ignored(Flaw.PAYLOADS);
        }
        if (cookieKey.isPresent()) {
            Octets cookie = cookie(arrival, ni.get());
            if (Payload.notifies(payloads, NotifyTypes.COOKIE).stream().noneMatch(it -> cookie.equalsInConstantTime(it.data()))) {
                return declined(arrival, new Payload.Notify(0, Octets.EMPTY, NotifyTypes.COOKIE, cookie));
            }
        }
        long spi = Fresh.ikeSpi(random);
        Optional<Offer.Chosen> chosen = Offer.choose(offer.get(), setup.suites(), setup.methods(), share.get().method(), Octets.EMPTY, 0);
        if (chosen.isEmpty()) {
            return declined(arrival, Faults.notify(Faults.NO_PROPOSAL_CHOSEN));
        }
        KeyExchange method = chosen.get().method();
        if (method.number() != share.get().method()) {
            return declined(arrival, Faults.wanted(method));
        }
        Key privateValue = method.privateValue(random);
        Optional<Key> shared = method.shared(privateValue, share.get().value());
        return shared.isEmpty() ? new Progress.Ignored(Flaw.KEY_EXCHANGE)
                : halfOpen(arrival, spi, chosen.get(), method.publicValue(privateValue), shared.get(), ni.get(), random);
    }

    /** RFC 7296, 2.6: of what the request has and its sender cannot choose for others. */
    private Octets cookie(Arrival arrival, Octets ni) {
        return Prf.prf(cookieKey.orElseThrow().octets(), ni, arrival.datagram().from().address().octets(),
                new OctetWriter().u64(arrival.header().spis().initiator()).finish());
    }

    private static Progress declined(Arrival arrival, Payload notify) {
        return new Progress.Declined(answer(arrival, arrival.header().reply(), List.of(notify)), arrival.message().payloads());
    }

    private static Datagram answer(Arrival arrival, IkeHeader header, List<Payload> payloads) {
        return Datagram.of(arrival.datagram().to(), arrival.datagram().from(), Wire.encode(Framing.IKE, new IkeMessage(header, payloads)));
    }

    private Progress halfOpen(Arrival arrival, long spi, Offer.Chosen chosen, Octets publicValue, Key shared, Octets ni,
            RandomGenerator random) {
        Datagram request = arrival.datagram();
        var spis = new IkeSpis(arrival.header().spis().initiator(), spi);
        Octets nr = Fresh.octets(random, Initiating.NONCE);
        var payloads = new ArrayList<Payload>();
        payloads.add(Proposal.encode(List.of(chosen.answer())));
        payloads.add(Bodies.keyShare(chosen.method(), publicValue));
        payloads.add(Bodies.nonce(nr));
        payloads.addAll(NatDetection.payloads(setup.nat(), spis, request.to(), request.from(), random));
        payloads.addAll(setup.inFirst());
        Datagram answer = answer(arrival, new IkeHeader(spis, ExchangeTypes.IKE_SA_INIT, false, true, 0), payloads);
        boolean nat = setup.nat() == Nat.FORCE || setup.nat() == Nat.DETECT && NatDetection.isBetween(arrival.message().payloads(),
                arrival.header().spis(), request.from(), request.to());
        var transcript = new Transcript(request.message(), answer.message(), ni, nr, arrival.message().payloads());
        return new Progress.Continued(new HalfOpen(setup, spis, IkeKeys.first(chosen.suite(), shared, ni, nr, spis), transcript, nat,
                Fresh.childSpi(random), request, answer), transcript.first());
    }
}
