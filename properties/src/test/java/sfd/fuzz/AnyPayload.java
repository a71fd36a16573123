package sfd.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sfd.ike.CheckSpi;
import sfd.ike.Endpoint;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.ike.VendorId;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.sa.ChildSa;

/** Payloads that the roles look at, with the tokens and cookies of the alphabet; and others. */
final class AnyPayload {

    private static final int MOST = 7;

    private AnyPayload() {
    }

    /** A chain; an encrypted payload ends it. */
    static List<Payload> some(Program p) {
        List<Payload> payloads = new ArrayList<>();
        for (int i = p.u8() & MOST; i > 0; i--) {
            payloads.add(one(p));
            if (payloads.getLast() instanceof Payload.Encrypted) {
                break;
            }
        }
        return payloads;
    }

    private static Payload one(Program p) {
        return switch (p.u8() % 14) {
            case 0 -> notify(0, Octets.EMPTY, NotifyTypes.INVALID_IKE_SPI, Octets.EMPTY);
            case 1 -> {
                ChildSa child = p.pick(Alphabet.CHILDREN);
                yield notify(0, Octets.EMPTY, NotifyTypes.INVALID_SPI, new OctetWriter().u32(p.flag() ? child.in() : child.out()).toOctets());
            }
            case 2 -> token(p);
            case 3 -> notify(1, Octets.of(new byte[p.u8() & 3]), NotifyTypes.QUICK_CRASH_DETECTION, Octets.of(filled(p.u8(), p.u8())));
            case 4 -> new CheckSpi.AboutIkeSa(p.pick(CheckSpi.Subtype.values()), p.pick(Alphabet.SPIS), cookie(p)).notification();
            case 5 -> {
                ChildSa child = p.pick(Alphabet.CHILDREN);
                yield new CheckSpi.AboutChildSa(p.pick(CheckSpi.Subtype.values()), p.flag() ? child.in() : child.out(), cookie(p))
                        .notification();
            }
            case 6 -> new CheckSpi.LoneCookie(cookie(p)).notification();
            case 7 -> notify(0, Octets.EMPTY, NotifyTypes.COOKIE, cookie(p));
            case 8 -> VendorId.PAYLOAD;
            case 9 -> notify(0, Octets.EMPTY, NotifyTypes.INITIAL_CONTACT, Octets.EMPTY);
            case 10 -> new Payload.Encrypted(PayloadTypes.SK, p.u8(), Octets.of(new byte[17 + (p.u8() & 127)]));
            case 11 -> {
                int number = 1 + (p.u8() & 3);
                yield new Payload.Encrypted(PayloadTypes.SKF, p.u8(), Octets.concat(
                        new OctetWriter().u16(number).u16(number + (p.u8() & 3)).toOctets(), Octets.of(new byte[20])));
            }
            case 12 -> notify(p.u8(), Octets.of(p.octets(p.u8() & 31)), p.u16(), Octets.of(p.octets(p.u8())));
            default -> new Payload.Other(PayloadTypes.SA + p.u8() % 8, Octets.of(p.octets(p.u8())));
        };
    }

    private static Payload token(Program p) {
        int kind = p.u8();
        int generation = 1 + kind % Alphabet.SECRETS.size();
        Octets token = kind < 128 ? Terms.token(generation, p.pick(Alphabet.SPIS))
                : Terms.token(generation, p.pick(Alphabet.SPIS), p.pick(Alphabet.ENDS).address());
        return notify(1, Octets.EMPTY, NotifyTypes.QUICK_CRASH_DETECTION, token);
    }

    /** Of Y, of X, or of nobody. */
    static Octets cookie(Program p) {
        int kind = p.u8();
        int generation = 1 + kind % Alphabet.SECRETS.size();
        return switch (kind >> 6) {
            case 0 -> Terms.cookie(generation, p.pick(Alphabet.SPIS), p.pick(Alphabet.ENDS), p.pick(Alphabet.ENDS));
            case 1 -> Terms.own(generation, end(p.pick(Alphabet.ENDS), p));
            case 2 -> Octets.of(filled(kind & 63, 0xC0));
            default -> Octets.of(p.octets(p.u8()));
        };
    }

    /** Of what is not in UDP the cookie is for port 500, which is among the ends. */
    private static Endpoint end(Endpoint end, Program p) {
        return p.flag() ? new Endpoint(end.address(), 500) : end;
    }

    private static byte[] filled(int length, int value) {
        byte[] octets = new byte[length];
        Arrays.fill(octets, (byte) value);
        return octets;
    }

    private static Payload.Notify notify(int protocol, Octets spi, int type, Octets data) {
        return new Payload.Notify(protocol, spi, type, data);
    }
}
