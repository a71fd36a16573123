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
import sfd.octets.Octets;

/**
 * The initiator between its IKE_SA_INIT request and the answer.
 *
 * @param spi SPI-I, the same through all restarts
 * @param method of the public value sent
 * @param privateValue behind it
 * @param nonce Ni, 32 octets, the same through all restarts
 * @param cookie demanded by the responder (RFC 7296, 2.6)
 * @param restarts how often the request was made anew
 */
public record Initiating(Setup setup, long spi, KeyExchange method, Key privateValue, Octets nonce, Optional<Octets> cookie,
        int restarts, Datagram sent) implements Handshake {

    /** Octets of our nonces. */
    static final int NONCE = 32;

    private static final int MOST_RESTARTS = 3;
    private static final int LONGEST_COOKIE = 64;

    /** The first message. */
    public static Initiating begin(Setup setup, RandomGenerator random) {
        return request(setup, Fresh.ikeSpi(random), setup.methods().getFirst(), Fresh.octets(random, NONCE), Optional.empty(), 0, random);
    }

    private static Initiating request(Setup setup, long spi, KeyExchange method, Octets nonce, Optional<Octets> cookie, int restarts,
            RandomGenerator random) {
        Key privateValue = method.privateValue(random);
        var spis = new IkeSpis(spi, 0);
        var payloads = new ArrayList<Payload>();
        // RFC 7296, 2.6: the cookie comes first, all others unchanged.
        cookie.ifPresent(it -> payloads.add(new Payload.Notify(0, Octets.EMPTY, NotifyTypes.COOKIE, it)));
        payloads.add(Proposal.encode(Offer.ike(setup.suites(), setup.methods(), Octets.EMPTY)));
        payloads.add(Bodies.keyShare(method, method.publicValue(privateValue)));
        payloads.add(Bodies.nonce(nonce));
        payloads.addAll(NatDetection.payloads(setup.nat(), spis, setup.here(), setup.peer(), random));
        payloads.addAll(setup.inFirst());
        var header = new IkeHeader(spis, ExchangeTypes.IKE_SA_INIT, true, false, 0);
        Octets message = Wire.encode(Framing.IKE, new IkeMessage(header, payloads));
        return new Initiating(setup, spi, method, privateValue, nonce, cookie, restarts,
                Datagram.of(setup.here(), setup.peer(), message));
    }

    @Override
    public Progress receive(Datagram datagram, RandomGenerator random) {
        Optional<Arrival> arrival = Arrival.of(datagram);
        if (arrival.isEmpty()) {
            return new Progress.Ignored(Flaw.NOT_IKE);
        }
        IkeMessage answer = arrival.get().message();
        if (answer.header().spis().initiator() != spi || answer.header().initiator()) {
            return new Progress.Ignored(Flaw.OTHER_SA);
        }
        if (!arrival.get().is(ExchangeTypes.IKE_SA_INIT, true, 0)) {
            return new Progress.Ignored(Flaw.NOT_EXPECTED);
        }
        return Bodies.proposals(answer.payloads()).isPresent() ? chosen(arrival.get(), random) : declined(answer.payloads(), random);
    }

    private Progress declined(List<Payload> payloads, RandomGenerator random) {
        for (Payload payload : payloads) {
            if (payload instanceof Payload.Notify notify) {
                if (notify.type() == NotifyTypes.COOKIE && !notify.data().isEmpty() && notify.data().length() <= LONGEST_COOKIE) {
                    return restart(payloads, method, Optional.of(notify.data()), random);
                }
                Optional<KeyExchange> wanted = wanted(notify);
                if (wanted.isPresent()) {
                    return restart(payloads, wanted.get(), cookie, random);
                }
                if (NotifyTypes.isError(notify.type())) {
                    return new Progress.Refused(notify.type(), false, payloads);
                }
            }
        }
        return new Progress.Ignored(Flaw.PAYLOADS);
    }

    /** RFC 7296, 1.3: another of those offered; one that was not, or the one sent, can only be a forgery or a fault. */
    private Optional<KeyExchange> wanted(Payload.Notify notify) {
        return notify.type() == Faults.INVALID_KE_PAYLOAD && notify.data().length() == Short.BYTES
                ? KeyExchange.of(notify.data().u16(0)).filter(it -> it != method && setup.methods().contains(it)) : Optional.empty();
    }

    private Progress restart(List<Payload> payloads, KeyExchange next, Optional<Octets> nextCookie, RandomGenerator random) {
        return restarts == MOST_RESTARTS ? new Progress.Ignored(Flaw.TOO_MANY_RESTARTS)
                : new Progress.Continued(request(setup, spi, next, nonce, nextCookie, restarts + 1, random), payloads);
    }

    private Progress chosen(Arrival arrival, RandomGenerator random) {
        List<Payload> payloads = arrival.message().payloads();
        Optional<Bodies.KeyShare> share = Bodies.keyShare(payloads);
        Optional<Octets> nr = Bodies.nonce(payloads);
        IkeSpis spis = arrival.header().spis();
        if (share.isEmpty() || nr.isEmpty() || spis.responder() == 0) {
            return new Progress.Ignored(Flaw.PAYLOADS);
        }
        Optional<Suite> suite = Offer.answered(Bodies.proposals(payloads).orElseThrow(), setup.suites(), method, 0);
        if (suite.isEmpty()) {
            return new Progress.Ignored(Flaw.PROPOSAL);
        }
        Optional<Key> shared = share.filter(it -> it.method() == method.number()).flatMap(it -> method.shared(privateValue, it.value()));
        if (shared.isEmpty()) {
            return new Progress.Ignored(Flaw.KEY_EXCHANGE);
        }
        boolean nat = setup.nat() == Nat.FORCE || setup.nat() == Nat.DETECT
                && NatDetection.isBetween(payloads, spis, arrival.datagram().from(), arrival.datagram().to());
        IkeKeys keys = IkeKeys.first(suite.get(), shared.get(), nonce, nr.get(), spis);
        var transcript = new Transcript(sent.message(), arrival.datagram().message(), nonce, nr.get(), payloads);
        return new Progress.Continued(Authenticating.begin(setup, spis, keys, transcript, nat, random), payloads);
    }
}
