package sfd.traces.capture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A capture in the newer format: blocks of type, length, body and length again. Sections may differ in the order of
 * octets and have interfaces of their own. Blocks of no interest here are passed over.
 */
final class Pcapng extends Capture {

    /** A section's first block; the same in both orders. */
    static final int SECTION = 0x0A0D0D0A;

    private static final int ORDER = 0x1A2B3C4D;
    private static final int INTERFACE = 1;
    /** The oldest kind of frame. */
    private static final int PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;

    /** Type and both lengths. */
    private static final int AROUND = 12;
    /** Of a packet block before the frame. */
    private static final int PACKET_HEADER = 20;

    /** More are no interfaces of one machine, and would only fill the memory. */
    private static final int MOST_INTERFACES = 1 << 16;
    private static final int LONGEST_INTERFACE = 1 << 20;

    private final List<Interface> interfaces = new ArrayList<>();

    Pcapng(Source in) {
        super(in);
    }

    static int padded(int length) {
        return length + 3 & ~3;
    }

    @Override
    Frame read(long number) throws IOException, BrokenException {
        for (byte[] head = in().read(8); head.length > 0; head = in().read(8)) {
            if (head.length < 8) {
                throw new BrokenException("the capture ends within a block's header");
            }
            int type = (int) in().u32(head, 0);
            if (type == SECTION) {
                section(head);
                continue;
            }
            long length = in().u32(head, 4) - AROUND;
            if (length < 0 || length % 4 != 0) {
                throw new BrokenException("a block of the capture has an impossible length");
            }
            switch (type) {
                case INTERFACE -> interfaces.add(described(length));
                case PACKET, SIMPLE_PACKET, ENHANCED_PACKET -> {
                    return packet(number, type, length);
                }
                default -> skip(length, "a block");
            }
            ends(length);
        }
        return null;
    }

    private void section(byte[] head) throws IOException, BrokenException {
        byte[] order = all(4, "the header of a section");
        in().littleEndian(false);
        if ((int) in().u32(order, 0) != ORDER) {
            in().littleEndian(true);
            if ((int) in().u32(order, 0) != ORDER) {
                throw new BrokenException("a section of the capture does not say in which order its octets are");
            }
        }
        long length = in().u32(head, 4) - AROUND;
        if (length < 16 || length % 4 != 0) {
            throw new BrokenException("a section of the capture has a header of an impossible length");
        }
        byte[] version = all(4, "the header of a section");
        if (in().u16(version, 0) != 1) {
            throw new BrokenException("a section of the capture has a format newer than version 1");
        }
        skip(length - 8, "the header of a section");
        ends(length);
        interfaces.clear();
    }

    private Interface described(long length) throws IOException, BrokenException {
        if (length > LONGEST_INTERFACE || interfaces.size() == MOST_INTERFACES) {
            throw new BrokenException("the capture describes too many interfaces, or one too long");
        }
        return Interface.of(in(), all((int) length, "the description of an interface"));
    }

    private Frame packet(long number, int type, long length) throws IOException, BrokenException {
        if (length > LONGEST + PACKET_HEADER + (1 << 16)) {
            skip(length, "a frame");
            ends(length);
            return new Frame.Broken(number, "a frame of more than " + LONGEST + " octets");
        }
        byte[] body = all((int) length, "a frame");
        ends(length);
        try {
            return type == SIMPLE_PACKET ? simple(number, body) : timed(number, type, body);
        } catch (BrokenException e) {
            return new Frame.Broken(number, e.getMessage());
        }
    }

    /** Only its original length is written, so how much was captured follows from the interface. */
    private Frame simple(long number, byte[] body) throws BrokenException {
        if (body.length < 4) {
            throw new BrokenException("a frame without a length");
        }
        Interface at = at(0);
        long original = in().u32(body, 0);
        long captured = at.snapLength() == 0 ? original : Math.min(original, at.snapLength());
        return new Frame.Captured(number, Optional.empty(), at.link(), octets(body, 4, captured));
    }

    private Frame timed(long number, int type, byte[] body) throws BrokenException {
        if (body.length < PACKET_HEADER) {
            throw new BrokenException("a frame with less than " + PACKET_HEADER + " octets before it");
        }
        Interface at = at(type == PACKET ? in().u16(body, 0) : in().u32(body, 0));
        Time time = Time.of(in().u32(body, 4) << 32 | in().u32(body, 8), at.resolution(), at.offset());
        return new Frame.Captured(number, Optional.of(time), at.link(), octets(body, PACKET_HEADER, in().u32(body, 12)));
    }

    private static byte[] octets(byte[] body, int start, long length) throws BrokenException {
        return new Part("block", body, start, body.length).copy(0, (int) Math.min(length, Integer.MAX_VALUE - start));
    }

    private Interface at(long number) throws BrokenException {
        if (number >= interfaces.size()) {
            throw new BrokenException("a frame of an interface that the capture does not describe");
        }
        return interfaces.get((int) number);
    }

    /** The length stands behind a block once more. */
    private void ends(long length) throws IOException, BrokenException {
        if (in().u32(all(4, "a block"), 0) != length + AROUND) {
            throw new BrokenException("a block of the capture has two lengths");
        }
    }
}
