package sfd.session;

import java.util.List;
import java.util.Optional;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/**
 * A child SA: ESP in tunnel mode with AES-GCM, an integrity check of 16 octets, sequence numbers of 32 bits (RFC 4303,
 * RFC 4106).
 *
 * @param in SPI that this end receives on
 * @param out SPI that it sends with
 * @param inKey 36 octets, key and salt; likewise {@code outKey}
 * @param nextSequence number of the next packet, 1..2^32; 2^32 when all are used up
 * @param window numbers that have come
 * @param own traffic at our side
 * @param peer traffic at the other side
 */
public record Child(int in, int out, Key inKey, Key outKey, long nextSequence, ReplayWindow window, List<Selector> own,
        List<Selector> peer) {

    /** What an ESP packet carried: next header 4 is an IPv4 packet, 41 an IPv6 packet, 59 nothing. */
    public record Opened(Child next, int nextHeader, Octets payload) {
    }

    /** A packet to send, from the SPI on, and what this end is afterwards. */
    public record Sealed(Child next, Octets packet) {
    }

    /** Octets of key and salt. */
    static final int KEY = 36;

    private static final long SEQUENCE_NUMBERS = 1L << Integer.SIZE;
    private static final int HEADER = 8;
    private static final int IV = 8;
    private static final int TRAILER = 2;
    private static final int ALIGNMENT = 4;

    /** @throws IllegalArgumentException for keys of another length, or a sequence number out of range */
    public Child {
        if (inKey.length() != KEY || outKey.length() != KEY) {
            throw new IllegalArgumentException("key and salt have " + KEY + " octets");
        }
        if (nextSequence < 1 || nextSequence > SEQUENCE_NUMBERS) {
            throw new IllegalArgumentException("a sequence number is 1 to 2^32-1, not " + nextSequence);
        }
        own = List.copyOf(own);
        peer = List.copyOf(peer);
    }

    /** RFC 7296, 2.17: first what the initiator of the exchange sends with, then what the responder does. */
    static Child of(boolean initiator, Key d, Octets ni, Octets nr, int in, int out, List<Selector> own, List<Selector> peer) {
        Key both = Prf.plus(d, Octets.concat(ni, nr), 2 * KEY);
        Key first = both.part(0, KEY);
        Key second = both.part(KEY, 2 * KEY);
        return new Child(in, out, initiator ? second : first, initiator ? first : second, 1, ReplayWindow.EMPTY, own, peer);
    }

    /**
     * The next packet; none when all sequence numbers are used up (RFC 4303, 3.3.3).
     *
     * @param nextHeader 0..255
     */
    public Optional<Sealed> seal(int nextHeader, Octets payload) {
        if (nextSequence == SEQUENCE_NUMBERS) {
            return Optional.empty();
        }
        int padding = (ALIGNMENT - (payload.length() + TRAILER) % ALIGNMENT) % ALIGNMENT;
        var plain = new OctetWriter(payload.length() + padding + TRAILER).octets(payload);
        for (int i = 1; i <= padding; i++) {
            plain.u8(i);
        }
        plain.u8(padding).u8(nextHeader);
        Octets header = new OctetWriter(HEADER).u32u32(out, (int) nextSequence).finish();
        // RFC 4106, 3.1: the sequence number is an IV that never comes twice.
        Octets iv = new OctetWriter(IV).u64(nextSequence).finish();
        return Optional.of(new Sealed(new Child(in, out, inKey, outKey, nextSequence + 1, window, own, peer),
                Octets.concat(header, iv, Aes.sealGcm(outKey, iv, header, plain.finish()))));
    }

    /** What a packet carried; none for another SPI, an old or repeated number, or a wrong integrity check. */
    public Optional<Opened> open(Octets packet) {
        if (packet.length() < HEADER + IV + TRAILER + Aes.ICV || packet.u32(0) != in) {
            return Optional.empty();
        }
        long number = Integer.toUnsignedLong(packet.u32(Integer.BYTES));
        if (!window.takes(number)) {
            return Optional.empty();
        }
        return Aes.openGcm(inKey, packet.slice(HEADER, HEADER + IV), packet.slice(0, HEADER), packet.slice(HEADER + IV, packet.length()))
                .flatMap(plain -> opened(number, plain));
    }

    private Optional<Opened> opened(long number, Octets plain) {
        int end = plain.length() - TRAILER - plain.at(plain.length() - TRAILER);
        var next = new Child(in, out, inKey, outKey, nextSequence, window.with(number), own, peer);
        return end < 0 ? Optional.empty() : Optional.of(new Opened(next, plain.at(plain.length() - 1), plain.slice(0, end)));
    }
}
