package sfd.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sfd.ike.Chain;
import sfd.ike.CheckSpi;
import sfd.ike.Framing;
import sfd.ike.IkeMessage;
import sfd.ike.Incoming;
import sfd.ike.NotifyTypes;
import sfd.ike.Outline;
import sfd.ike.Payload;
import sfd.ike.TokenFlaw;
import sfd.ike.Wire;
import sfd.octets.Octets;

/** The decoders of the reference: total, agreeing with {@link Plain}, and the inverse of the encoders. */
final class Decoders {

    private static final List<Framing> FRAMINGS = List.of(Framing.values());

    private Decoders() {
    }

    /** The first octet says how the others are framed, and whether texts are made, which take long. */
    static void wire(byte[] input) {
        if (input.length == 0) {
            return;
        }
        Framing framing = FRAMINGS.get(input[0] & 3);
        byte[] octets = Arrays.copyOfRange(input, 1, input.length);
        Octets datagram = Octets.of(octets);
        Outline outline = Wire.outline(framing, datagram);
        Incoming decoded = Wire.decode(framing, datagram);
        Optional<Plain> plain = Plain.of(framing, octets);
        Claim.that(plain.isPresent() == decoded instanceof IkeMessage,
                () -> framing + ": decoded as " + decoded + ", and by the text it is " + (plain.isPresent() ? "" : "no ") + "IKE");
        if (decoded instanceof IkeMessage message) {
            Claim.that(outline.equals(message.outline()), () -> outline + " is not the outline of " + message);
            Claim.that(Wire.header(datagram, framing.marker()).equals(message.header()), "a header apart is another one");
            Octets again = Wire.encode(framing, message);
            Claim.that(Arrays.equals(plain.get().canonical(), again.toArray()), () -> "encodes to " + again);
            Claim.that(Wire.length(framing, message.payloads()) == octets.length, "its length is another one");
            message.payloads().forEach(it -> read(it, input[0] < 0));
        } else {
            Claim.that(outline.equals(decoded), () -> outline + " is no outline of " + decoded);
            other(framing, octets, decoded);
        }
    }

    private static void other(Framing framing, byte[] octets, Incoming decoded) {
        boolean keepalive = framing == Framing.SHARED && octets.length == 1 && octets[0] == -1;
        int spi = switch (decoded) {
            case Incoming.Esp esp -> esp.spi();
            case Incoming.Ah ah -> ah.spi();
            default -> 0;
        };
        boolean security = decoded instanceof Incoming.Esp || decoded instanceof Incoming.Ah;
        Claim.that(keepalive == decoded instanceof Incoming.Keepalive, () -> "a keepalive or none: " + decoded);
        Claim.that(security == hasSpi(framing, octets), () -> "an SPI or none: " + decoded);
        if (security) {
            Claim.that(spi == Plain.word(octets, framing == Framing.AH ? 4 : 0), () -> "another SPI: " + decoded);
        }
    }

    /** An SPI that is not reserved stands where ESP or AH has it. */
    private static boolean hasSpi(Framing framing, byte[] octets) {
        return switch (framing) {
            case IKE -> false;
            case SHARED, ESP -> octets.length >= 8 && Integer.compareUnsigned(Plain.word(octets, 0), 255) > 0;
            case AH -> octets.length >= 12 && Integer.compareUnsigned(Plain.word(octets, 4), 255) > 0;
        };
    }

    /** What stands in payloads is read without exception, and says the same when it is written again. */
    private static void read(Payload payload, boolean toText) {
        Claim.that(!toText || !payload.toString().isEmpty(), "a payload has a text");
        if (!(payload instanceof Payload.Notify notify)) {
            return;
        }
        boolean fits = notify.spi().isEmpty() && notify.data().length() >= 16 && notify.data().length() <= 128;
        Claim.that(TokenFlaw.of(notify).isEmpty() == fits, () -> "as a token: " + notify);
        CheckSpi said = CheckSpi.of(notify);
        Optional<Payload.Notify> again = switch (said) {
            case CheckSpi.AboutIkeSa it -> Optional.of(it.notification());
            case CheckSpi.AboutChildSa it -> Optional.of(it.notification());
            case CheckSpi.LoneCookie it -> Optional.of(it.notification());
            case CheckSpi.Broken it -> Optional.empty();
        };
        byte[] data = notify.data().toArray();
        boolean legal = data.length >= 4 && (data[1] & 0xFF) == data.length - 4 && switch (data[0]) {
            case 0, 1, 2 -> notify.spi().length() == 16 || notify.spi().length() == 4;
            case 3 -> notify.spi().isEmpty();
            default -> false;
        };
        Claim.that(legal == again.isPresent(), () -> "as CHECK_SPI: " + said);
        again.ifPresent(it -> {
            data[2] = 0;
            data[3] = 0;
            Claim.that(it.spi().equals(notify.spi()) && Arrays.equals(data, it.data().toArray())
                    && it.type() == NotifyTypes.CHECK_SPI, () -> "as CHECK_SPI it is written as " + it);
        });
    }

    /** A chain without header, as inside an encrypted payload; the first octet is the type of its first payload. */
    static void chain(byte[] input) {
        if (input.length == 0) {
            return;
        }
        int first = input[0] & 0xFF;
        byte[] octets = Arrays.copyOfRange(input, 1, input.length);
        Chain chain = Wire.decodeChain(first, Octets.of(octets));
        Optional<List<Plain.Piece>> plain = Plain.chain(first, octets, 0);
        Claim.that(plain.isPresent() == chain instanceof Chain.Payloads,
                () -> "decoded as " + chain + ", and by the text it is " + (plain.isPresent() ? "a" : "no") + " chain");
        if (chain instanceof Chain.Payloads payloads) {
            Octets again = Wire.encodeChain(payloads.list());
            Claim.that(Arrays.equals(Plain.canonical(octets, plain.get()), again.toArray()), () -> "encodes to " + again);
            Claim.that(Wire.firstPayload(payloads.list()) == first, "another type of the first payload");
            payloads.list().forEach(it -> read(it, octets.length % 16 == 0));
        }
    }
}
