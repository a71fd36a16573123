package sfd.session;

import java.util.List;
import java.util.Optional;
import sfd.ike.Endpoint;
import sfd.ike.Payload;

/**
 * What an end wants of an IKE SA.
 *
 * @param here our own end
 * @param peer where the other end is; a responder takes it from what comes
 * @param own who we are
 * @param expected who the other end must prove to be; empty for anybody who has the key
 * @param preShared the pre-shared key
 * @param ownTraffic what may go through the child SA at our side
 * @param peerTraffic what may at the other side
 * @param nat what to do about NAT
 * @param suites in the order of our liking
 * @param methods in the order of our liking; the initiator sends a public value for the first one
 * @param inFirst further payloads of our IKE_SA_INIT message, behind the others
 * @param inAuth further payloads of our IKE_AUTH message, between AUTH and what the child SA needs (RFC 6290, 4.2): a token
 */
public record Setup(Endpoint here, Endpoint peer, Identity own, Optional<Identity> expected, Key preShared, List<Selector> ownTraffic,
        List<Selector> peerTraffic, Nat nat, List<Suite> suites, List<KeyExchange> methods, List<Payload> inFirst,
        List<Payload> inAuth) {

    /** @throws IllegalArgumentException without a suite, a method or traffic */
    public Setup {
        ownTraffic = List.copyOf(ownTraffic);
        peerTraffic = List.copyOf(peerTraffic);
        suites = List.copyOf(suites);
        methods = List.copyOf(methods);
        inFirst = List.copyOf(inFirst);
        inAuth = List.copyOf(inAuth);
        if (suites.isEmpty() || methods.isEmpty() || ownTraffic.isEmpty() || peerTraffic.isEmpty()) {
            throw new IllegalArgumentException("an SA needs a suite, a key exchange method and traffic of both sides");
        }
    }

    /** Between two hosts, all their traffic, with all suites and X25519. */
    public static Setup hosts(Endpoint here, Endpoint peer, Identity own, Identity expected, Key preShared) {
        return new Setup(here, peer, own, Optional.of(expected), preShared, List.of(Selector.host(here.address())),
                List.of(Selector.host(peer.address())), Nat.DETECT, List.of(Suite.values()), List.of(KeyExchange.CURVE25519),
                List.of(), List.of());
    }

    public Setup withTraffic(List<Selector> own, List<Selector> peer) {
        return new Setup(here, this.peer, this.own, expected, preShared, own, peer, nat, suites, methods, inFirst, inAuth);
    }

    public Setup withNat(Nat nat) {
        return new Setup(here, peer, own, expected, preShared, ownTraffic, peerTraffic, nat, suites, methods, inFirst, inAuth);
    }

    public Setup withSuites(Suite... suites) {
        return new Setup(here, peer, own, expected, preShared, ownTraffic, peerTraffic, nat, List.of(suites), methods, inFirst, inAuth);
    }

    public Setup withMethods(KeyExchange... methods) {
        return new Setup(here, peer, own, expected, preShared, ownTraffic, peerTraffic, nat, suites, List.of(methods), inFirst, inAuth);
    }

    public Setup withExtra(List<Payload> inFirst, List<Payload> inAuth) {
        return new Setup(here, peer, own, expected, preShared, ownTraffic, peerTraffic, nat, suites, methods, inFirst, inAuth);
    }

    public Setup expecting(Optional<Identity> expected) {
        return new Setup(here, peer, own, expected, preShared, ownTraffic, peerTraffic, nat, suites, methods, inFirst, inAuth);
    }

    /** The same from the other side, for two ends of ours. */
    public Setup mirrored() {
        return new Setup(peer, here, expected.orElse(own), Optional.of(own), preShared, peerTraffic, ownTraffic, nat, suites, methods,
                List.of(), List.of());
    }
}
