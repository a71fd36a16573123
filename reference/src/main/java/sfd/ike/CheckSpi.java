package sfd.ike;

import java.util.List;
import java.util.Optional;
import sfd.octets.OctetReader;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.octets.Ranges;

/**
 * What a CHECK_SPI notification says (SIR-6-1). On the wire it is a notify payload of type 32770 with the SPI in its
 * SPI field: 16 octets for an IKE SA, 4 for a child SA, none for a lone cookie. Its data: subtype (1), cookie size
 * (1), two reserved octets, sent zero and ignored, and the cookie (0..255).
 */
public sealed interface CheckSpi {

    /** What is said of the SPI. */
    enum Subtype {
        /** Do you have it? */
        QUERY,
        ACK,
        NACK;

        /** The octet that stands for it: 0, 1, 2. */
        int octet() {
            return ordinal();
        }
    }

    /** The subtype that the draft names without a number (READING-13). */
    int LONE = 3;

    /** Octets of the data before the cookie. */
    int FIXED_LENGTH = 4;

    /** About an IKE SA. */
    record AboutIkeSa(Subtype subtype, IkeSpis spis, Octets cookie) implements CheckSpi {
        /** @throws IllegalArgumentException for a cookie of more than 255 octets */
        public AboutIkeSa {
            Ranges.check("cookie size", cookie.length(), 0, 0xFF);
        }

        /** The notification that says it. */
        public Payload.Notify notification() {
            return CheckSpi.notification(PROTOCOL_IKE, spis.octets(), subtype.octet(), cookie);
        }
    }

    /**
     * About a child SA.
     *
     * @param spi child SPI, 4 octets
     */
    record AboutChildSa(Subtype subtype, int spi, Octets cookie) implements CheckSpi {
        /** @throws IllegalArgumentException for a cookie of more than 255 octets */
        public AboutChildSa {
            Ranges.check("cookie size", cookie.length(), 0, 0xFF);
        }

        /** The notification that says it. */
        public Payload.Notify notification() {
            return CheckSpi.notification(PROTOCOL_ESP, new OctetWriter(Integer.BYTES).u32(spi).finish(), subtype.octet(), cookie);
        }
    }

    /** About nothing: a cookie alone (SIR-3.3.3-1). */
    record LoneCookie(Octets cookie) implements CheckSpi {
        /** @throws IllegalArgumentException for a cookie of more than 255 octets */
        public LoneCookie {
            Ranges.check("cookie size", cookie.length(), 0, 0xFF);
        }

        /** The notification that says it. */
        public Payload.Notify notification() {
            return CheckSpi.notification(0, Octets.EMPTY, LONE, cookie);
        }
    }

    /** Something else: dropped and counted (SIR-6-2). */
    record Broken(Flaw flaw) implements CheckSpi {
    }

    /** Why a notification of this type says nothing; the first that applies. */
    enum Flaw {
        /** Fewer than the 4 octets before the cookie. */
        SHORT,
        /** The cookie size is not what is left. */
        COOKIE_SIZE,
        /** A subtype above 3. */
        SUBTYPE,
        /** The SPI has another size than the subtype needs: 16 or 4 octets, none for a lone cookie. */
        SPI_SIZE
    }

    /** What a notification of type 32770 says. Total: any octets give a value. */
    static CheckSpi of(Payload.Notify notify) {
        Octets data = notify.data();
        if (data.length() < FIXED_LENGTH) {
            return new Broken(Flaw.SHORT);
        }
        int subtype = data.at(0);
        Octets cookie = data.slice(FIXED_LENGTH, data.length());
        if (data.at(1) != cookie.length()) {
            return new Broken(Flaw.COOKIE_SIZE);
        }
        if (subtype > LONE) {
            return new Broken(Flaw.SUBTYPE);
        }
        return subtype == LONE ? lone(notify.spi(), cookie) : about(Subtype.values()[subtype], notify.spi(), cookie);
    }

    private static CheckSpi lone(Octets spi, Octets cookie) {
        return spi.isEmpty() ? new LoneCookie(cookie) : new Broken(Flaw.SPI_SIZE);
    }

    /** READING-28: the size of the SPI says what it is of, whatever the protocol ID. */
    private static CheckSpi about(Subtype subtype, Octets spi, Octets cookie) {
        return switch (spi.length()) {
            case IkeSpis.LENGTH -> new AboutIkeSa(subtype, IkeSpis.of(spi), cookie);
            case Integer.BYTES -> new AboutChildSa(subtype, new OctetReader(spi).u32(), cookie);
            default -> new Broken(Flaw.SPI_SIZE);
        };
    }

    /** What the CHECK_SPI notifications among these payloads say, in order. */
    static List<CheckSpi> in(List<Payload> payloads) {
        return Payload.notifies(payloads, NotifyTypes.CHECK_SPI).stream().map(CheckSpi::of).toList();
    }

    /** The first that decides something, wherever it stands (BASE-2.5-1): a lone cookie goes beside a hint. */
    static Optional<CheckSpi> deciding(List<Payload> payloads) {
        return in(payloads).stream().filter(it -> !(it instanceof LoneCookie)).findFirst();
    }

    private static Payload.Notify notification(int protocol, Octets spi, int subtype, Octets cookie) {
        return new Payload.Notify(protocol, spi, NotifyTypes.CHECK_SPI, new OctetWriter()
                .u8(subtype).u8(cookie.length()).u16(0).octets(cookie).toOctets());
    }

    /** Protocol ID of an IKE SA. */
    int PROTOCOL_IKE = 1;

    /** Protocol ID of ESP. */
    int PROTOCOL_ESP = 3;
}
