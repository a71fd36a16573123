package sfd.fuzz;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.IpProtocol;
import sfd.ike.Wire;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.sa.ChildSa;
import sfd.sa.Event;

/** The next event of a program. */
final class AnyEvent {

    private static final List<Integer> EXCHANGES = List.of(ExchangeTypes.INFORMATIONAL, ExchangeTypes.IKE_SA_INIT,
            ExchangeTypes.IKE_AUTH, ExchangeTypes.CREATE_CHILD_SA, ExchangeTypes.IKE_SESSION_RESUME,
            ExchangeTypes.IKE_INTERMEDIATE, ExchangeTypes.GSA_REKEY, ExchangeTypes.IKE_FOLLOWUP_KE);

    private AnyEvent() {
    }

    static Event of(Program p) {
        return switch (p.u8() & 31) {
            case 0 -> new Event.Tick();
            case 1 -> new Event.SaHalfOpen(spis(p), end(p), end(p), p.flag());
            case 2 -> new Event.SaEstablished(spis(p), p.pick(Alphabet.IDENTITIES), children(p), AnyPayload.some(p));
            case 3 -> new Event.SaRekeyed(spis(p), spis(p), p.flag(), AnyPayload.some(p));
            case 4 -> new Event.SaImported(spis(p), end(p), end(p), p.flag(), p.pick(Alphabet.IDENTITIES), children(p), p.u8() % 6);
            case 5 -> new Event.SaClosed(spis(p));
            case 6 -> new Event.SaForgotten(spis(p));
            case 7 -> new Event.ChildSaCreated(spis(p), p.pick(Alphabet.CHILDREN));
            case 8 -> new Event.ChildSaClosed(spis(p), p.pick(Alphabet.CHILDREN).in());
            case 9 -> new Event.AddressChanged(spis(p), end(p), end(p), p.pick(Event.MoveCause.values()));
            case 10 -> new Event.SaReplaced(spis(p), spis(p));
            case 11 -> new Event.SaNotReplaced(spis(p));
            case 12 -> new Event.ResumptionAsked(end(p), end(p), spis(p), spis(p), p.flag(), p.u8(), p.pick(Event.Ticket.values()),
                    AnyPayload.cookie(p), AnyPayload.cookie(p));
            case 13 -> new Event.SecretRolled(p.pick(Alphabet.SECRETS));
            case 14 -> new Event.Rebooted(Alphabet.secrets(1 + p.u8() % 5, p.u8() & 3));
            case 15 -> new Event.ActiveElsewhere(spis(p), p.flag());
            case 16 -> new Event.TrafficDue(spis(p));
            case 17 -> new Event.Protected(spis(p), exchange(p), p.flag(), AnyPayload.some(p));
            case 18 -> new Event.ProtectedEsp(p.pick(Alphabet.CHILDREN).in());
            case 19 -> new Event.Received(end(p), end(p), Octets.of(p.octets(p.u8())));
            case 20 -> straight(p, Octets.of(p.octets(p.u8())));
            case 21 -> straight(p, packet(p));
            case 22 -> new Event.Received(end(p), end(p), packet(p));
            default -> message(p);
        };
    }

    /** Between ends of UDP, well-formed unless octets of it are changed or cut off. */
    private static Event message(Program p) {
        Endpoint from = end(p);
        Endpoint to = end(p);
        int flags = p.u8();
        var header = new IkeHeader(spis(p), exchange(p), (flags & 1) != 0, (flags & 2) != 0, flags >> 2);
        byte[] octets = Wire.encode(Framing.udp(to.port(), from.port()), new IkeMessage(header, AnyPayload.some(p))).toArray();
        int changes = p.u8();
        for (int i = changes & 3; i > 0; i--) {
            octets[p.u8() % octets.length] ^= (byte) p.u8();
        }
        return new Event.Received(from, to, Octets.of(octets, 0, octets.length - Math.min(octets.length, changes >> 2)));
    }

    private static Event straight(Program p, Octets octets) {
        return new Event.Received(new Endpoint(end(p).address(), Endpoint.NO_UDP), new Endpoint(end(p).address(), Endpoint.NO_UDP),
                p.flag() ? IpProtocol.AH : IpProtocol.ESP, octets);
    }

    /** ESP or AH under a child SPI of the alphabet, and some octets more. */
    private static Octets packet(Program p) {
        ChildSa child = p.pick(Alphabet.CHILDREN);
        var out = new OctetWriter();
        if (p.flag()) {
            out.u32(0x0404_0000);
        }
        return out.u32(p.flag() ? child.out() : child.in()).octets(Octets.of(new byte[p.u8()])).toOctets();
    }

    private static IkeSpis spis(Program p) {
        return p.pick(Alphabet.SPIS);
    }

    private static Endpoint end(Program p) {
        return p.pick(Alphabet.ENDS);
    }

    private static int exchange(Program p) {
        int kind = p.u8();
        return kind < 128 ? EXCHANGES.get(kind % EXCHANGES.size()) : kind;
    }

    private static Set<ChildSa> children(Program p) {
        int chosen = p.u8();
        Set<ChildSa> children = new HashSet<>();
        for (int i = 0; i < Alphabet.CHILDREN.size(); i++) {
            if ((chosen >> i & 1) != 0) {
                children.add(Alphabet.CHILDREN.get(i));
            }
        }
        return children;
    }
}
