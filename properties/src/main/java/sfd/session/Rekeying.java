package sfd.session;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/**
 * The rekey of an IKE SA at the end that asks for it, from its CREATE_CHILD_SA request to the answer (RFC 7296, 1.3.2, 2.18).
 * Its payloads go into {@link Session#request}; the old IKE SA is deleted afterwards, by the same end.
 *
 * @param spi SPI-I of the new IKE SA, whose original initiator this end will be
 * @param privateValue behind the public value sent
 * @param nonce Ni, 32 octets
 */
public record Rekeying(Session old, long spi, KeyExchange method, Key privateValue, Octets nonce) {

    /** What a request to rekey the IKE SA draws: payloads of the answer, and the new IKE SA unless it was declined. */
    public record Answered(List<Payload> payloads, Optional<Session> next) {

        private static Answered declined(Payload notify) {
            return new Answered(List.of(notify), Optional.empty());
        }
    }

    /** Asks for the suite that the old one has. */
    public static Rekeying begin(Session old, KeyExchange method, RandomGenerator random) {
        return new Rekeying(old, Fresh.ikeSpi(random), method, method.privateValue(random), Fresh.octets(random, Initiating.NONCE));
    }

    /** Of the CREATE_CHILD_SA request: SA, Ni, KEi. */
    public List<Payload> payloads() {
        return List.of(Proposal.encode(Offer.ike(List.of(old.keys().suite()), List.of(method), octets(spi))), Bodies.nonce(nonce),
                Bodies.keyShare(method, method.publicValue(privateValue)));
    }

    /** The new IKE SA; none if the answer declines or does not fit the request. */
    public Optional<Session> complete(List<Payload> answer) {
        Suite suite = old.keys().suite();
        Optional<List<Proposal>> proposals = Bodies.proposals(answer);
        Optional<Octets> nr = Bodies.nonce(answer);
        Optional<Key> shared = Bodies.keyShare(answer).filter(it -> it.method() == method.number())
                .flatMap(it -> method.shared(privateValue, it.value()));
        if (proposals.isEmpty() || nr.isEmpty() || shared.isEmpty()
                || Offer.answered(proposals.get(), List.of(suite), method, Long.BYTES).isEmpty()) {
            return Optional.empty();
        }
        var spis = new IkeSpis(spi, proposals.get().getFirst().spi().u64(0));
        return spis.responder() == 0 ? Optional.empty()
                : Optional.of(old.replacedBy(spis, true, old.keys().next(suite, shared.get(), nonce, nr.get(), spis)));
    }

    /** Answers a CREATE_CHILD_SA request. One for a child SA is declined: there is no room for more (RFC 7296, 1.3). */
    public static Answered answer(Session old, List<Payload> request, RandomGenerator random) {
        Optional<List<Proposal>> offer = Bodies.proposals(request);
        Optional<Octets> ni = Bodies.nonce(request);
        if (offer.isEmpty() || ni.isEmpty()) {
            return Answered.declined(Faults.notify(Faults.INVALID_SYNTAX));
        }
        if (offer.get().getFirst().protocol() != Proposal.IKE) {
            return Answered.declined(Faults.notify(Faults.NO_ADDITIONAL_SAS));
        }
        Optional<Bodies.KeyShare> share = Bodies.keyShare(request);
        long spi = Fresh.ikeSpi(random);
        Optional<Offer.Chosen> chosen = Offer.choose(offer.get(), List.of(Suite.values()), List.of(KeyExchange.values()),
                share.map(Bodies.KeyShare::method).orElse(0), octets(spi), Long.BYTES);
        if (share.isEmpty() || chosen.isEmpty()) {
            return Answered.declined(Faults.notify(share.isEmpty() ? Faults.INVALID_SYNTAX : Faults.NO_PROPOSAL_CHOSEN));
        }
        return share.get().method() != chosen.get().method().number() ? Answered.declined(Faults.wanted(chosen.get().method()))
                : answer(old, chosen.get(), share.get().value(), ni.get(), spi, random);
    }

    private static Answered answer(Session old, Offer.Chosen chosen, Octets theirs, Octets ni, long spi, RandomGenerator random) {
        KeyExchange method = chosen.method();
        Key privateValue = method.privateValue(random);
        Octets nr = Fresh.octets(random, Initiating.NONCE);
        Optional<Key> shared = method.shared(privateValue, theirs);
        long peerSpi = chosen.offered().spi().u64(0);
        if (shared.isEmpty() || peerSpi == 0) {
            return Answered.declined(Faults.notify(Faults.INVALID_SYNTAX));
        }
        var spis = new IkeSpis(peerSpi, spi);
        List<Payload> payloads = List.of(Proposal.encode(List.of(chosen.answer())), Bodies.nonce(nr),
                Bodies.keyShare(method, method.publicValue(privateValue)));
        IkeKeys keys = old.keys().next(chosen.suite(), shared.get(), ni, nr, spis);
        return new Answered(payloads, Optional.of(old.replacedBy(spis, false, keys)));
    }

    private static Octets octets(long spi) {
        return new OctetWriter(Long.BYTES).u64(spi).finish();
    }
}
