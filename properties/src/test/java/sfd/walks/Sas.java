package sfd.walks;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.Framing;
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
import sfd.sa.Event;
import sfd.token.JdkDigest;
import sfd.token.Secret;
import sfd.token.Secrets;
import sfd.token.TokenMethod;

/** IKE SAs by number, with SPIs, peers and children of their own, and what may happen to each. */
final class Sas {

    /** How many kinds of happenings there are. */
    static final int KINDS = 12;

    private static final Secret SECRET = Secret.of(1, Octets.hex("5e".repeat(Secret.LENGTH)));
    static final Secrets SECRETS = new Secrets(List.of(SECRET));

    private static final Endpoint OURS = new Endpoint(Address.parse("198.51.100.11"), Wire.NAT_PORT);
    private static final Payload SK = new Payload.Encrypted(PayloadTypes.SK, 0, Octets.of(new byte[32]));
    private static final Payload INVALID_IKE_SPI =
            new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_IKE_SPI, Octets.EMPTY);
    private static final int FIRST_CHILD = 0x1000;

    private Sas() {
    }

    static Event event(ManySasProperties.Happening h) {
        IkeSpis spis = new IkeSpis(1L + h.sa(), -1L - h.sa());
        Endpoint peer = new Endpoint(Address.parse("192.0.2." + (1 + h.sa())), Wire.NAT_PORT);
        ChildSa child = new ChildSa(FIRST_CHILD + h.sa(), -FIRST_CHILD - h.sa());
        return switch (h.kind()) {
            case 0 -> new Event.SaHalfOpen(spis, OURS, peer, h.flag());
            case 1, 2 -> new Event.SaEstablished(spis, "peer " + h.sa(), Set.of(child),
                    h.flag() ? List.of(token(spis)) : List.of());
            case 3 -> h.flag() ? new Event.SaClosed(spis) : new Event.SaForgotten(spis);
            case 4 -> new Event.ActiveElsewhere(spis, h.flag());
            case 5 -> new Event.TrafficDue(spis);
            case 6 -> new Event.Tick();
            case 7 -> new Event.Protected(spis, ExchangeTypes.INFORMATIONAL, h.flag(), List.of(token(spis)));
            case 8 -> received(peer, spis, h.flag(), false, SK);
            case 9 -> received(peer, spis, h.flag(), true, INVALID_IKE_SPI, token(spis));
            case 10 -> received(peer, IkeSpis.NONE, true, false, new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_SPI,
                    new OctetWriter().u32(child.out()).toOctets()));
            default -> new Event.Received(peer, OURS, new OctetWriter().u32(child.in()).u32(1).toOctets());
        };
    }

    private static Event received(Endpoint peer, IkeSpis spis, boolean initiator, boolean response, Payload... payloads) {
        return new Event.Received(peer, OURS, Wire.encode(Framing.udp(OURS.port(), peer.port()), new IkeMessage(
                new IkeHeader(spis, ExchangeTypes.INFORMATIONAL, initiator, response, 2), Stream.of(payloads).toList())));
    }

    private static Payload token(IkeSpis spis) {
        return new Payload.Notify(1, Octets.EMPTY, NotifyTypes.QUICK_CRASH_DETECTION,
                TokenMethod.SPIS.token(new JdkDigest(), SECRET, spis, OURS.address()));
    }
}
