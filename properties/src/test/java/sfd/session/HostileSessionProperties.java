package sfd.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.octets.Octets;

/** Octets of anybody, at every place where octets come in: a value, never an exception, and never an SA. */
class HostileSessionProperties {

    private static final Ends ENDS = Ends.meet(Ends.SETUP);
    private static final Initiating INITIATING = Initiating.begin(Ends.SETUP, Ends.random(1));
    private static final HalfOpen HALF_OPEN = (HalfOpen) ((Progress.Continued) new Responder(Ends.SETUP.mirrored())
            .receive(INITIATING.sent(), Ends.random(2))).next();
    private static final Authenticating AUTHENTICATING =
            (Authenticating) ((Progress.Continued) INITIATING.receive(HALF_OPEN.sent(), Ends.random(3))).next();
    private static final List<Integer> TYPES = List.of(33, 34, 35, 36, 39, 40, 41, 42, 43, 44, 45);

    @Provide
    Arbitrary<Octets> octets() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(200).map(Octets::of);
    }

    /** Well-formed payloads, their bodies taken from genuine messages, cut, or changed in an octet. */
    @Provide
    Arbitrary<List<Payload>> chains() {
        var genuine = new ArrayList<Payload>(ENDS.alice().first());
        genuine.addAll(ENDS.bob().first());
        genuine.addAll(ENDS.alice().authenticated());
        genuine.addAll(ENDS.bob().authenticated());
        Arbitrary<Octets> bodies = Arbitraries.of(genuine).filter(it -> it instanceof Payload.Other).map(it -> ((Payload.Other) it).body());
        Arbitrary<Octets> damaged = bodies.flatMap(body -> Arbitraries.integers().between(0, Math.max(0, body.length() - 1))
                .flatMap(at -> Arbitraries.bytes().map(value -> changed(body, at, value))));
        Arbitrary<Octets> cut = bodies.flatMap(body -> Arbitraries.integers().between(0, body.length()).map(end -> body.slice(0, end)));
        Arbitrary<Payload> payload = Arbitraries.oneOf(Arbitraries.of(genuine), Arbitraries.of(TYPES).filter(it -> it != 41)
                .flatMap(type -> Arbitraries.oneOf(bodies, damaged, cut, octets()).map(body -> new Payload.Other(type, body))));
        return payload.list().ofMaxSize(8);
    }

    private static Octets changed(Octets octets, int at, byte value) {
        byte[] changed = octets.toArray();
        if (changed.length > 0) {
            changed[at] = value;
        }
        return Octets.of(changed);
    }

    private static void ignored(Datagram datagram) {
        for (Progress progress : List.of(new Responder(Ends.SETUP.mirrored()).receive(datagram, Ends.random(4)),
                INITIATING.receive(datagram, Ends.random(5)), AUTHENTICATING.receive(datagram, Ends.random(6)),
                HALF_OPEN.receive(datagram, Ends.random(7)))) {
            assertTrue(!(progress instanceof Progress.Established), progress.toString());
        }
        assertInstanceOf(Received.Ignored.class, ENDS.a().receive(datagram));
    }

    @Property
    void anyOctets(@ForAll("octets") Octets octets) {
        ignored(new Datagram(Ends.BOB, Ends.ALICE, octets));
        assertTrue(ENDS.a().children().getFirst().open(octets).isEmpty());
        Proposal.decode(octets);
        Selector.decode(octets);
        Identity.of(octets);
        Delete.all(List.of(new Payload.Other(Bodies.DELETE, octets)));
    }

    @Property
    void anyChainInTheClear(@ForAll("chains") List<Payload> chain, @ForAll boolean response, @ForAll boolean initiator) {
        for (IkeSpis spis : List.of(ENDS.a().spis(), new IkeSpis(INITIATING.spi(), 0), HALF_OPEN.spis())) {
            for (int exchange : new int[] {ExchangeTypes.IKE_SA_INIT, ExchangeTypes.IKE_AUTH, ExchangeTypes.INFORMATIONAL}) {
                var header = new IkeHeader(spis, exchange, initiator, response, exchange == ExchangeTypes.IKE_AUTH ? 1 : 0);
                ignored(new Datagram(Ends.BOB, Ends.ALICE, Wire.encode(Framing.IKE, new IkeMessage(header, chain))));
            }
        }
    }

    /** Behind the integrity check: who has SK_e of a half-open SA, but not the pre-shared key, is nobody yet. */
    @Property
    void anyChainInsideOfIkeAuth(@ForAll("chains") List<Payload> chain) {
        var request = new IkeHeader(HALF_OPEN.spis(), ExchangeTypes.IKE_AUTH, true, false, 1);
        Octets asked = HALF_OPEN.keys().protection(true).seal(request, chain, Ends.random(8));
        assertInstanceOf(Progress.Declined.class, HALF_OPEN.receive(new Datagram(Ends.ALICE, Ends.BOB, asked), Ends.random(9)));
        Octets answered = HALF_OPEN.keys().protection(false).seal(request.reply(), chain, Ends.random(10));
        Progress progress = AUTHENTICATING.receive(new Datagram(Ends.BOB, Ends.ALICE, answered), Ends.random(11));
        assertTrue(progress instanceof Progress.Ignored || progress instanceof Progress.Refused, progress.toString());
    }

    /** The peer itself writes nonsense: rekeys that decline, or agree with what its request says. */
    @Property
    void anyChainAsARekey(@ForAll("chains") List<Payload> chain) {
        Rekeying.Answered answered = Rekeying.answer(ENDS.a(), chain, Ends.random(12));
        assertEquals(answered.next().isEmpty(), answered.payloads().getFirst() instanceof Payload.Notify);
        assertTrue(Rekeying.begin(ENDS.a(), KeyExchange.CURVE25519, Ends.random(13)).complete(chain).isEmpty());
    }

    /** What a codec wrote it reads back. */
    @Property
    void proposalsComeBack(@ForAll("chains") List<Payload> chain) {
        Bodies.proposals(chain).ifPresent(it ->
                assertTrue(it.stream().anyMatch(p -> p.transforms().stream().anyMatch(t -> t.keyBits() < 0))
                        || Proposal.decode(((Payload.Other) Proposal.encode(it)).body()).orElseThrow().equals(it)));
    }
}
