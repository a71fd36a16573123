package sfd.sa;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.token.TokenDigest;

/**
 * One IKE SA as its owner keeps it.
 *
 * @param initiatorSpi first half of its name, see {@link #spis}: kept here and not behind a reference, so that a table
 *     which looks for a name looks at one object for each candidate
 * @param responderSpi the other half
 * @param here our own end
 * @param peer where the other end is
 * @param initiator this peer is its original initiator: the I flag of all that it sends under it or about it
 * @param identity who the other end proved to be; {@link #NOBODY} before it did
 * @param children its child SAs
 * @param tokens what the token taker keeps, newest first
 * @param secret what the token maker keeps: generation of the secret that the token was made with, 0 for no token
 */
public record IkeSa(long initiatorSpi, long responderSpi, Phase phase, Endpoint here, Endpoint peer, boolean initiator,
        String identity, Set<ChildSa> children, List<TokenDigest> tokens, int secret) {

    /** How far an IKE SA has come. */
    public enum Phase {
        /** Between IKE_SA_INIT and the end of IKE_AUTH. */
        HALF_OPEN,
        ESTABLISHED
    }

    /** The identity of a peer that has not authenticated: no identity equals it. */
    public static final String NOBODY = "";

    /** @throws IllegalArgumentException for a negative generation */
    public IkeSa {
        requireGeneration(secret);
        children = Set.copyOf(children);
        tokens = List.copyOf(tokens);
    }

    /** The same by its name. */
    public IkeSa(IkeSpis spis, Phase phase, Endpoint here, Endpoint peer, boolean initiator, String identity,
            Set<ChildSa> children, List<TokenDigest> tokens, int secret) {
        this(spis.initiator(), spis.responder(), phase, here, peer, initiator, identity, children, tokens, secret);
    }

    /** Its name. */
    public IkeSpis spis() {
        return new IkeSpis(initiatorSpi, responderSpi);
    }

    static IkeSa halfOpen(IkeSpis spis, Endpoint here, Endpoint peer, boolean initiator) {
        return new IkeSa(spis, Phase.HALF_OPEN, here, peer, initiator, NOBODY, Set.of(), List.of(), 0);
    }

    static IkeSa established(IkeSpis spis, Endpoint here, Endpoint peer, boolean initiator, String identity,
            Set<ChildSa> children) {
        return new IkeSa(spis, Phase.ESTABLISHED, here, peer, initiator, identity, children, List.of(), 0);
    }

    IkeSa authenticated(String identity, Set<ChildSa> children) {
        return new IkeSa(initiatorSpi, responderSpi, Phase.ESTABLISHED, here, peer, initiator, identity, children,
                tokens, secret);
    }

    IkeSa between(Endpoint here, Endpoint peer) {
        return new IkeSa(initiatorSpi, responderSpi, phase, here, peer, initiator, identity, children, tokens, secret);
    }

    IkeSa withChildren(Set<ChildSa> children) {
        return new IkeSa(initiatorSpi, responderSpi, phase, here, peer, initiator, identity, children, tokens, secret);
    }

    IkeSa with(ChildSa child) {
        return withChildren(Stream.concat(children.stream(), Stream.of(child)).collect(Collectors.toUnmodifiableSet()));
    }

    IkeSa withoutInbound(int spi) {
        return withChildren(children.stream().filter(child -> child.in() != spi).collect(Collectors.toUnmodifiableSet()));
    }

    /** Without the child SAs that send with this SPI. */
    public IkeSa withoutOutbound(int spi) {
        return withChildren(children.stream().filter(child -> child.out() != spi).collect(Collectors.toUnmodifiableSet()));
    }

    public IkeSa withTokens(List<TokenDigest> tokens) {
        return new IkeSa(initiatorSpi, responderSpi, phase, here, peer, initiator, identity, children, tokens, secret);
    }

    public IkeSa withSecret(int generation) {
        return new IkeSa(initiatorSpi, responderSpi, phase, here, peer, initiator, identity, children, tokens,
                generation);
    }

    public boolean isEstablished() {
        return phase == Phase.ESTABLISHED;
    }

    static void requireIdentity(String identity) {
        if (identity.equals(NOBODY)) {
            throw new IllegalArgumentException("an authenticated peer has an identity");
        }
    }

    static void requireGeneration(int secret) {
        if (secret < 0) {
            throw new IllegalArgumentException("generations of a secret count from 1, not " + secret);
        }
    }
}
