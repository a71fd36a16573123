package sfd.qcd;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sfd.ike.Framing;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.ike.Wire;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.sa.ChildSa;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason;
import sfd.sa.Policies;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.Digest;
import sfd.token.JdkDigest;
import sfd.token.Secret;
import sfd.token.Secrets;
import sfd.token.TokenMethod;

/** Alice, who keeps her SAs, and Bob, who may lose his, and what they say, for tests. */
public final class Peers {

    public static final Endpoint ALICE = new Endpoint(Address.parse("192.0.2.1"), 4500);
    public static final Endpoint BOB = new Endpoint(Address.parse("198.51.100.2"), 4500);
    public static final Endpoint EVE = new Endpoint(Address.parse("203.0.113.66"), 1024);

    public static final IkeSpis SPIS = new IkeSpis(0x4d7cbbaf52dcbd5cL, 0xdd9539a8d8608b1dL);
    public static final IkeSpis OTHER_SPIS = new IkeSpis(0x1111, 0x2222);

    /** Alice receives on the first and sends with the second. */
    public static final ChildSa ALICES_CHILD = new ChildSa(0x39fa7626, 0x37bb1d26);
    public static final ChildSa BOBS_CHILD = new ChildSa(ALICES_CHILD.out(), ALICES_CHILD.in());

    public static final Policy POLICY = Policies.SMALL;
    public static final Digest DIGEST = new JdkDigest();

    private Peers() {
    }

    public static Secret secret(int generation) {
        return Secret.of(generation, Octets.hex("%02x".formatted(0xA0 + generation).repeat(32)));
    }

    public static Secrets secrets(int... generations) {
        return new Secrets(Arrays.stream(generations).mapToObj(Peers::secret).toList());
    }

    public static Payload.Notify token(int generation, IkeSpis spis) {
        return token(TokenMethod.SPIS.token(DIGEST, secret(generation), spis, ALICE.address()));
    }

    public static Payload.Notify token(Octets octets) {
        return new Payload.Notify(1, Octets.EMPTY, NotifyTypes.QUICK_CRASH_DETECTION, octets);
    }

    public static final Payload INVALID_IKE_SPI =
            new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_IKE_SPI, Octets.EMPTY);

    public static final Payload SK = new Payload.Encrypted(PayloadTypes.SK, 0, Octets.hex("00".repeat(32)));

    /** RFC 7383: number and total stand before what an SK has. */
    public static Payload fragment(int number, int total) {
        return new Payload.Encrypted(PayloadTypes.SKF, 0, Octets.hex("%04x%04x".formatted(number, total) + "00".repeat(32)));
    }

    public static final IkeHeader CHECK = new IkeHeader(SPIS, ExchangeTypes.INFORMATIONAL, true, false, 2);

    public static Event.Received received(Endpoint from, Endpoint to, IkeHeader header, Payload... payloads) {
        return new Event.Received(from, to, Wire.encode(Framing.udp(to.port(), from.port()), new IkeMessage(header, List.of(payloads))));
    }

    /** An ESP packet to Bob, of 40 octets. */
    public static Event.Received esp(Endpoint from, int port, int spi) {
        return new Event.Received(from, new Endpoint(BOB.address(), port),
                new OctetWriter().u32(spi).u32(1).u64(0).u64(0).u64(0).u64(0).toOctets());
    }

    public static Event.SaHalfOpen halfOpen(Endpoint peer, boolean initiator) {
        return new Event.SaHalfOpen(SPIS, peer.equals(ALICE) ? BOB : ALICE, peer, initiator);
    }

    public static Event.SaEstablished established(ChildSa child, Payload... payloads) {
        return new Event.SaEstablished(SPIS, "peer", Set.of(child), List.of(payloads));
    }

    static MakerState bob(Policy policy, MakerState s, Event... events) {
        for (Event event : events) {
            s = Maker.step(policy, DIGEST, s, event).next();
        }
        return s;
    }

    static TakerState alice(Policy policy, TakerState s, Event... events) {
        for (Event event : events) {
            s = Taker.step(policy, DIGEST, s, event).next();
        }
        return s;
    }

    /** Alice with an IKE SA with Bob and its token of the first generation. */
    static TakerState aliceWithToken() {
        return alice(POLICY, TakerState.INITIAL, halfOpen(BOB, true),
                established(ALICES_CHILD, token(1, SPIS)));
    }

    public static Policy with(String field, Object value) {
        return Policies.with(POLICY, Map.of(field, value));
    }

    public static Policy with(String field, Object value, String second, Object other) {
        return Policies.with(POLICY, Map.of(field, value, second, other));
    }

    public static IkeMessage onlySent(Step<?> step) {
        if (step.effects().size() != 1 || !(step.effects().getFirst() instanceof Effect.Send send)) {
            throw new AssertionError("not one datagram: " + step.effects());
        }
        return (IkeMessage) Wire.decode(Framing.udp(send.from().port(), send.to().port()), send.datagram());
    }

    public static Effect log(LogReason reason) {
        return new Effect.Log(reason);
    }
}
