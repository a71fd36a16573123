package sfd.flood.roles;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import sfd.ike.CheckSpi.Subtype;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.qcd.MakerState;
import sfd.qcd.TakerState;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sir.PeerXState;
import sfd.sir.PeerYState;
import sfd.token.Cookie;
import sfd.token.JdkDigest;

/** All kinds of floods. A flood goes round through all its sources, and through all IKE SAs that it names. */
final class Kinds {

    /** Steps of a flood through its sources: no divisor of a power of ten, so that all of them come up. */
    private static final long STRIDE = 7_919;
    /** Octets of a request beside what is encrypted. */
    private static final int REQUEST = 36;
    /** Octets of a hint beside its Vendor ID. */
    private static final int HINT = 44;

    private final Population population;
    private final long sources;

    Kinds(Population population, long sources) {
        this.population = population;
        this.sources = sources;
    }

    List<Kind<?>> all() {
        return List.of(requestsAtMaker(), requestsAtX(), queriesAtX(), cookiesAtX(),
                hints("invalid-spi-baseline", "INVALID_SPI hints at the baseline", Policy.BASELINE, Policy.SIR_MENDED,
                        new LivenessRole(population), childHints()),
                hints("invalid-ike-spi-baseline", "INVALID_IKE_SPI hints at the baseline", Policy.BASELINE, Policy.SIR_MENDED,
                        new LivenessRole(population), ikeHints()),
                hints("invalid-spi-taker", "INVALID_SPI hints at a taker", Policy.RFC6290, Policy.QCD_MENDED, new TakerRole(population),
                        childHints()),
                hints("invalid-ike-spi-taker", "INVALID_IKE_SPI hints at a taker", Policy.RFC6290, Policy.QCD_MENDED,
                        new TakerRole(population), ikeHints()),
                childHintsAtY(), ikeHintsAtY(), hintsAboutOnePeerAtY(),
                tokens("tokens-taker", "forged tokens at a taker, from all sources but the honest makers", this::source, 0, Kinds::fromAll),
                tokens("tokens-named-taker", "forged tokens at a taker, all in the name of the honest maker", i -> population.together(),
                        population.together(), Policy::verifications),
                verdicts("verdicts-y", "ACK and NACK with forged cookies at peer Y, from all sources but the honest peers X",
                        this::source, 0, Kinds::fromAll),
                verdicts("verdicts-named-y", "ACK and NACK with forged cookies at peer Y, all in the name of the honest peer X",
                        i -> population.together(), population.together(), Policy::verifications));
    }

    private long source(long i) {
        return i * STRIDE % sources;
    }

    private Event.Received from(long source, Octets datagram) {
        return new Event.Received(Population.source(source), Population.HERE, datagram);
    }

    private static Event.Received from(Endpoint source, IkeMessage message) {
        return new Event.Received(source, Population.HERE, Wire.encode(Framing.SHARED, message));
    }

    // At who lost its SAs, and knows none of those that are asked about. Those of honest peers come behind all that it has.

    private IkeSpis lost(int peer) {
        return Population.spis(population.size() + (long) peer);
    }

    /** SPIs that nobody has. */
    private static IkeSpis unknown(long i) {
        return Population.spis(-1 - i);
    }

    private Traffic requests(Template request) {
        return new Traffic(i -> from(source(i), request.with(unknown(i), 0, i)),
                peer -> from(peer, request.with(lost(peer), 0, 0)), this::lost);
    }

    Kind<MakerState> requestsAtMaker() {
        return requestsAtMaker(Messages.request());
    }

    /** With datagrams of this length. */
    Kind<MakerState> requestsAtMaker(int octets) {
        return requestsAtMaker(Messages.request(octets - REQUEST));
    }

    private Kind<MakerState> requestsAtMaker(Template request) {
        return new Kind<>("requests-maker", "requests with unknown SPIs at a token maker",
                List.of("QcdDetectsFloodedOneSa", "QcdDetectsDrawnOneSa"), Policy.RFC6290, Policy.QCD_MENDED, new MakerRole(population),
                requests(request), (s, effects) -> told(effects, NotifyTypes.QUICK_CRASH_DETECTION),
                policy -> new Bounds(policy.tokenAnswers(), policy.drawn() == 0 ? policy.answers() : policy.tokenAnswers(), 0, 0,
                        (long) policy.tokenAnswers() * Population.SECRETS.generations().size()));
    }

    private Kind<PeerXState> requestsAtX() {
        return new Kind<>("requests-x", "requests with unknown SPIs at peer X", List.of("SirDetectsFloodedOneSa", "SirDetectsDrawnOneSa"),
                Policy.SIR, Policy.SIR_MENDED, new PeerXRole(population), requests(Messages.request()),
                (s, effects) -> told(effects, NotifyTypes.INVALID_IKE_SPI),
                policy -> new Bounds(policy.answers(), policy.answers(), 0, 0, policy.answers()));
    }

    private Kind<PeerXState> queriesAtX() {
        Template query = Messages.forged(Subtype.QUERY);
        return new Kind<>("queries-x", "CHECK_SPI QUERYs at peer X", List.of("SirDetectsAskedOneSa", "SirDetectsAskedDrawnOneSa"),
                Policy.SIR, Policy.SIR_MENDED, new PeerXRole(population),
                new Traffic(i -> from(source(i), query.with(i % 2 == 0 ? unknown(i) : Population.spis(population.named(i)), 0, i)),
                        peer -> from(peer, query.with(lost(peer), 0, 0)), this::lost),
                (s, effects) -> told(effects, NotifyTypes.CHECK_SPI),
                policy -> new Bounds(policy.sir().verdicts(), policy.sir().verdicts(), 0, 0, 0));
    }

    private Kind<PeerXState> cookiesAtX() {
        Template forged = Messages.forgedCookieShown();
        var digest = new JdkDigest();
        return new Kind<>("cookies-x", "IKE_SA_INIT with forged cookies at peer X, from all sources but the honest peers", List.of(),
                Policy.SIR, Policy.SIR_MENDED, new PeerXRole(population),
                new Traffic(i -> from(apart(source(i)), forged.with(unknown(i), 0, i)),
                        peer -> from(Population.source(peer), Messages.cookieShown(lost(peer).initiator(),
                                Cookie.own(digest, Population.SECRETS.newest(), Population.source(peer)))), this::lost),
                (s, effects) -> effects.stream().<IkeSpis>mapMulti((effect, out) -> {
                    if (effect instanceof Effect.Accept accept) {
                        out.accept(lost((int) Population.number(accept.from())));
                    }
                }).collect(Collectors.toSet()),
                policy -> new Bounds(fromAll(policy), 0, 0, comparisons(policy), comparisons(policy)));
    }

    /** The IKE SAs in the headers of answers that have such a notification. */
    private static Set<IkeSpis> told(List<Effect> effects, int type) {
        return effects.stream().<IkeSpis>mapMulti((effect, out) -> {
            if (effect instanceof Effect.Send sent && Wire.decode(Framing.SHARED, sent.datagram()) instanceof IkeMessage m
                    && !m.notifies(type).isEmpty()) {
                out.accept(m.header().spis());
            }
        }).collect(Collectors.toSet());
    }

    // At who kept its SAs. Honest peers ask about the first of them, or the first of those that one peer has together.

    private Traffic childHints() {
        Template hint = Messages.invalidSpi();
        return new Traffic(i -> from(source(i), hint.with(IkeSpis.NONE, Population.out(population.named(i)), 0)),
                peer -> from(peer, hint.with(IkeSpis.NONE, Population.out(peer), 0)), Population::spis);
    }

    private Traffic ikeHints() {
        return ikeHints(Messages.invalidIkeSpi());
    }

    private Traffic ikeHints(Template hint) {
        return new Traffic(i -> from(source(i), hint.with(Population.spis(population.named(i)), 0, 0)),
                peer -> from(peer, hint.with(Population.spis(peer), 0, 0)), Population::spis);
    }

    private <S> Kind<S> hints(String id, String words, Policy without, Policy with, Role<S> role, Traffic traffic) {
        return new Kind<>(id, words, List.of(), without, with, role, traffic, (s, effects) -> asked(effects),
                policy -> new Bounds(policy.checks(), 0, policy.checks(), 0, 0));
    }

    private static Set<IkeSpis> asked(List<Effect> effects) {
        return effects.stream().filter(Effect.SendProtected.class::isInstance).map(Effect.SendProtected.class::cast)
                .filter(it -> it.exchange() == ExchangeTypes.INFORMATIONAL && !it.response())
                .map(Effect.SendProtected::spis).collect(Collectors.toSet());
    }

    /** As many as there are peers: a question to each, and those that live answer, within the limit of comparisons. */
    private Bounds oneForEachPeer(Policy policy, int taken) {
        long each = (long) policy.sir().queries() * population.size();
        return new Bounds(taken, each, each, 0, each + comparisons(policy));
    }

    private Kind<PeerYState> childHintsAtY() {
        return new Kind<>("invalid-spi-y", "INVALID_SPI hints at peer Y", List.of(), Policy.SIR, Policy.SIR_MENDED,
                new PeerYRole(population), childHints(), (s, effects) -> asked(effects), policy -> oneForEachPeer(policy, 0));
    }

    private Kind<PeerYState> ikeHintsAtY() {
        return ikeHintsAtY(ikeHints());
    }

    /** With datagrams of this length. */
    Kind<PeerYState> ikeHintsAtY(int octets) {
        return ikeHintsAtY(ikeHints(Messages.invalidIkeSpi(octets - HINT)));
    }

    private Kind<PeerYState> ikeHintsAtY(Traffic traffic) {
        return new Kind<>("invalid-ike-spi-y", "INVALID_IKE_SPI hints at peer Y", List.of(), Policy.SIR, Policy.SIR_MENDED,
                new PeerYRole(population), traffic, (s, effects) -> told(effects, NotifyTypes.CHECK_SPI),
                policy -> oneForEachPeer(policy, 0));
    }

    /** Hints about other IKE SAs of the honest peer: questions to it have one limit. */
    private Kind<PeerYState> hintsAboutOnePeerAtY() {
        Template hint = Messages.invalidIkeSpi();
        int first = population.together();
        return new Kind<>("invalid-ike-spi-one-peer-y", "INVALID_IKE_SPI hints at peer Y about other IKE SAs of the honest peer", List.of(),
                Policy.SIR, Policy.SIR_MENDED, new PeerYRole(population),
                new Traffic(i -> from(source(i),
                        hint.with(Population.spis(first + population.honest() + i % Population.OTHERS), 0, 0)),
                        peer -> from(first, hint.with(Population.spis(first + (long) peer), 0, 0)),
                        peer -> Population.spis(first + (long) peer)),
                (s, effects) -> told(effects, NotifyTypes.CHECK_SPI), policy -> oneForEachPeer(policy, policy.sir().queries()));
    }

    /** Comparisons in a tick, if each is for another source: those told apart, and what all others have together. */
    private static int fromAll(Policy policy) {
        return policy.sources() + policy.verifications();
    }

    /** What one source after the other costs at most. */
    private static long comparisons(Policy policy) {
        return (policy.sources() + 1L) * policy.verifications();
    }

    /** Not the honest peers' addresses, which have a count of their own; floods in an honest peer's name are other kinds. */
    private long apart(long source) {
        return source < population.honest() ? source + population.honest() : source;
    }

    private Kind<TakerState> tokens(String id, String words, LongUnaryOperator source, int first, Function<Policy, Integer> taken) {
        Template forged = Messages.forgedTokens(Policy.RFC6290.tokensHandled());
        return new Kind<>(id, words, List.of("QcdDetectsInventedOneSa", "QcdDetectsInventedDrawnOneSa"), Policy.RFC6290, Policy.QCD_MENDED,
                new TakerRole(population),
                new Traffic(named(forged, source), peer -> from(population.peer(first + peer),
                        Messages.token(Population.spis(first + (long) peer), Population.token(first + peer))),
                        peer -> Population.spis(first + (long) peer)),
                (s, effects) -> effects.stream().filter(Effect.IkeSaDeleted.class::isInstance)
                        .map(it -> ((Effect.IkeSaDeleted) it).spis()).collect(Collectors.toSet()),
                policy -> new Bounds(taken.apply(policy), 0, policy.checks(), 0, comparisons(policy) * policy.tokensHandled()));
    }

    private Kind<PeerYState> verdicts(String id, String words, LongUnaryOperator source, int first, Function<Policy, Integer> taken) {
        LongFunction<Event.Received> acks = named(Messages.forged(Subtype.ACK), source);
        LongFunction<Event.Received> nacks = named(Messages.forged(Subtype.NACK), source);
        var digest = new JdkDigest();
        return new Kind<>(id, words, List.of(), Policy.SIR, Policy.SIR_MENDED, new PeerYRole(population),
                new Traffic(i -> (i % 2 == 0 ? acks : nacks).apply(i), peer -> nack(digest, first + peer),
                        peer -> Population.spis(first + (long) peer)),
                (s, effects) -> s.recoveries().keys(),
                policy -> new Bounds(taken.apply(policy), 0, population.honest(), 0, comparisons(policy)));
    }

    private LongFunction<Event.Received> named(Template forged, LongUnaryOperator source) {
        return i -> from(apart(source.applyAsLong(i)), forged.with(Population.spis(population.named(i)), 0, Population.mixed(i)));
    }

    private Event.Received nack(JdkDigest digest, int sa) {
        IkeSpis spis = Population.spis(sa);
        Endpoint there = population.peer(sa);
        return from(there, Messages.about(Subtype.NACK, spis,
                Cookie.of(digest, Population.SECRETS.newest(), spis, Population.HERE, there)));
    }
}
