package sfd.qcd;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import sfd.ike.Framing;
import sfd.ike.Address;
import sfd.ike.CheckSpi;
import sfd.ike.Endpoint;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.IpProtocol;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.VendorId;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.sa.ChildSa;
import sfd.sa.Event;
import sfd.token.Cookie;
import sfd.token.Secrets;

/** Events about few SAs, so that they meet; datagrams of peers, of attackers, and of noise. */
final class AnyEvent {

    private static final List<IkeSpis> SPIS =
            List.of(Peers.SPIS, Peers.OTHER_SPIS, new IkeSpis(Peers.SPIS.initiator(), 1), IkeSpis.NONE);
    private static final List<Endpoint> UDP = List.of(Peers.ALICE, Peers.BOB, Peers.EVE);
    private static final List<ChildSa> CHILDREN =
            List.of(Peers.ALICES_CHILD, Peers.BOBS_CHILD, new ChildSa(300, -1), new ChildSa(-1, 300));

    private AnyEvent() {
    }

    static Event of(Random r) {
        boolean flag = r.nextBoolean();
        IkeSpis spis = pick(r, SPIS);
        return switch (r.nextInt(26)) {
            case 0, 1 -> new Event.SaHalfOpen(spis, pick(r, UDP), pick(r, UDP), flag);
            case 2, 3 -> new Event.SaEstablished(spis, pick(r, List.of("alice", "bob")), children(r),
                    payloads(r, false));
            case 4 -> new Event.SaRekeyed(spis, pick(r, SPIS), flag, payloads(r, false));
            case 5 -> new Event.SaImported(spis, pick(r, UDP), pick(r, UDP), flag, "alice", children(r), r.nextInt(6));
            case 6 -> flag ? new Event.SaClosed(spis) : new Event.SaForgotten(spis);
            case 7 -> new Event.AddressChanged(spis, pick(r, UDP), pick(r, UDP), pick(r, List.of(Event.MoveCause.values())));
            case 8 -> new Event.SecretRolled(Peers.secret(1 + r.nextInt(6)));
            case 9 -> new Event.Rebooted(flag ? Secrets.NONE : Peers.secrets(2, 1));
            case 10 -> new Event.ActiveElsewhere(spis, flag);
            case 11 -> new Event.TrafficDue(spis);
            case 12, 13 -> new Event.Tick();
            case 14 -> new Event.Protected(spis, exchange(r), flag, payloads(r, false));
            case 15 -> new Event.ProtectedEsp(childSpi(r));
            case 16 -> received(r, noise(r));
            case 17 -> new Event.SaReplaced(spis, pick(r, SPIS));
            case 18 -> new Event.SaNotReplaced(spis);
            case 19 -> new Event.ResumptionAsked(pick(r, UDP), pick(r, UDP), pick(r, SPIS), spis, flag, r.nextInt(3),
                    pick(r, List.of(Event.Ticket.values())), cookie(r), cookie(r));
            case 20 -> new Event.ChildSaCreated(spis, pick(r, CHILDREN));
            case 21 -> new Event.ChildSaClosed(spis, childSpi(r));
            default -> message(r, spis);
        };
    }

    /** What anybody may send, from one of very many addresses or as one of the peers. */
    static Event stranger(Random r) {
        Event event = switch (r.nextInt(12)) {
            case 0 -> received(r, noise(r));
            case 1 -> new Event.ResumptionAsked(pick(r, UDP), pick(r, UDP), pick(r, SPIS), pick(r, SPIS), r.nextBoolean(), r.nextInt(3),
                    pick(r, List.of(Event.Ticket.values())), cookie(r), cookie(r));
            default -> message(r, pick(r, SPIS));
        };
        if (!(event instanceof Event.Received e) || e.protocol() != IpProtocol.UDP || r.nextBoolean()) {
            return event;
        }
        return new Event.Received(new Endpoint(new Address(Octets.hex("%08x".formatted(r.nextInt()))), e.from().port()),
                e.to(), e.datagram());
    }

    private static Event message(Random r, IkeSpis spis) {
        if (r.nextInt(4) == 0) {
            return received(r, Octets.concat(r.nextBoolean() ? Octets.hex("04040000") : Octets.EMPTY, childSpiOctets(r),
                    Octets.hex("0000000100000000")));
        }
        Endpoint from = pick(r, UDP);
        Endpoint to = pick(r, UDP);
        Octets datagram = Wire.encode(Framing.udp(to.port(), from.port()), new IkeMessage(
                        new IkeHeader(spis, exchange(r), r.nextBoolean(), r.nextBoolean(), r.nextInt()),
                        payloads(r, r.nextBoolean())));
        return new Event.Received(from, to, datagram);
    }

    /** In UDP, or straight over IP. */
    private static Event.Received received(Random r, Octets datagram) {
        IpProtocol protocol = pick(r, List.of(IpProtocol.values()));
        Endpoint from = pick(r, UDP);
        Endpoint to = pick(r, UDP);
        return protocol == IpProtocol.UDP ? new Event.Received(from, to, datagram) : new Event.Received(
                new Endpoint(from.address(), 0), new Endpoint(to.address(), 0), protocol, datagram);
    }

    private static Octets noise(Random r) {
        byte[] octets = new byte[r.nextInt(64)];
        if (r.nextBoolean()) {
            r.nextBytes(octets);
        }
        Octets front = r.nextBoolean() ? childSpiOctets(r) : Octets.EMPTY;
        return Octets.concat(front, Octets.of(octets));
    }

    private static List<Payload> payloads(Random r, boolean encrypted) {
        return Stream.concat(
                // Now and then as many tokens as nobody looks at.
                r.nextInt(8) == 0 ? Stream.generate(() -> Peers.token(1 + r.nextInt(2), pick(r, SPIS))).limit(8)
                        : Stream.generate(() -> payload(r)).limit(r.nextInt(4)),
                encrypted ? Stream.of(r.nextInt(4) == 0 ? Peers.fragment(1 + r.nextInt(3), 3) : Peers.SK) : Stream.empty()).toList();
    }

    private static Payload payload(Random r) {
        return switch (r.nextInt(11)) {
            case 0 -> Peers.INVALID_IKE_SPI;
            case 1 -> new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_SPI,
                    r.nextInt(4) == 0 ? Octets.hex("010203") : childSpiOctets(r));
            case 2 -> new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INITIAL_CONTACT, Octets.EMPTY);
            case 3 -> new Payload.Notify(r.nextInt(2), r.nextInt(4) == 0 ? Octets.hex("00") : Octets.EMPTY,
                    NotifyTypes.QUICK_CRASH_DETECTION, Octets.of(new byte[r.nextInt(140)]));
            case 4, 5, 6 -> checkSpi(r);
            case 7 -> new Payload.Notify(0, Octets.EMPTY, NotifyTypes.COOKIE, cookie(r));
            case 8 -> VendorId.PAYLOAD;
            default -> Peers.token(1 + r.nextInt(2), pick(r, SPIS));
        };
    }

    private static Payload checkSpi(Random r) {
        CheckSpi.Subtype subtype = pick(r, List.of(CheckSpi.Subtype.values()));
        return switch (r.nextInt(8)) {
            case 0 -> new CheckSpi.AboutChildSa(subtype, childSpi(r), r.nextBoolean() ? Octets.EMPTY : cookie(r))
                    .notification();
            case 1 -> new CheckSpi.LoneCookie(cookie(r)).notification();
            case 2 -> new Payload.Notify(1, Octets.of(new byte[r.nextInt(20)]), NotifyTypes.CHECK_SPI,
                    Octets.of(new byte[r.nextInt(8)]));
            default -> new CheckSpi.AboutIkeSa(subtype, pick(r, SPIS), cookie(r)).notification();
        };
    }

    /** Of all kinds; the secrets of X and Y are the maker's. */
    private static Octets cookie(Random r) {
        return switch (r.nextInt(4)) {
            case 0 -> Octets.of(new byte[r.nextInt(40)]);
            case 1 -> Cookie.own(Peers.DIGEST, Peers.secret(1), pick(r, UDP));
            default -> Cookie.of(Peers.DIGEST, Peers.secret(1 + r.nextInt(2)), pick(r, SPIS), pick(r, UDP), pick(r, UDP));
        };
    }

    private static Set<ChildSa> children(Random r) {
        return r.nextInt(4) == 0 ? Set.of() : Set.of(pick(r, CHILDREN));
    }

    private static int childSpi(Random r) {
        return pick(r, CHILDREN).in();
    }

    private static Octets childSpiOctets(Random r) {
        return Octets.hex("%08x".formatted(childSpi(r)));
    }

    private static int exchange(Random r) {
        return r.nextInt(10) == 0 ? r.nextInt(256) : 34 + r.nextInt(4);
    }

    private static <T> T pick(Random r, List<T> all) {
        return all.get(r.nextInt(all.size()));
    }
}
