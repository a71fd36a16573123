package sfd.traces.capture;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Octets of captures and of frames, put together field by field. */
final class Written {

    private static final int MOST = 1 << 22;

    private final ByteBuffer octets;

    Written(ByteOrder order) {
        octets = ByteBuffer.allocate(MOST).order(order);
    }

    static Written bigEndian() {
        return new Written(ByteOrder.BIG_ENDIAN);
    }

    Written u8(int... values) {
        for (int value : values) {
            octets.put((byte) value);
        }
        return this;
    }

    Written u16(int... values) {
        for (int value : values) {
            octets.putShort((short) value);
        }
        return this;
    }

    Written u32(long... values) {
        for (long value : values) {
            octets.putInt((int) value);
        }
        return this;
    }

    Written octets(byte[] values) {
        octets.put(values);
        return this;
    }

    Written hex(String digits) {
        return octets(HexFormat.of().parseHex(digits.replace(" ", "")));
    }

    byte[] all() {
        byte[] all = new byte[octets.position()];
        octets.get(0, all);
        return all;
    }

    /** The header of a pcap file. */
    static Written pcap(ByteOrder order, int magic, int link) {
        return new Written(order).u32(magic).u16(2, 4).u32(0, 0, 65535, link);
    }

    Written pcapFrame(long seconds, long part, byte[] frame) {
        return u32(seconds, part, frame.length, frame.length).octets(frame);
    }

    /** A block of pcapng. */
    Written block(int type, byte[] body) {
        int padded = body.length + 3 & ~3;
        return u32(type, padded + 12).octets(body).octets(new byte[padded - body.length]).u32(padded + 12);
    }

    /** The first block of a section. */
    Written section() {
        return block(Pcapng.SECTION, new Written(octets.order()).u32(0x1A2B3C4D).u16(1, 0).u32(-1, -1).all());
    }

    Written part() {
        return new Written(octets.order());
    }

    /** IPv4 with a UDP datagram. */
    static byte[] ipv4(int identification, int fragment, int protocol, byte[] payload) {
        return bigEndian().u8(0x45, 0).u16(20 + payload.length, identification, fragment).u8(64, protocol).u16(0)
                .u8(192, 0, 2, 1, 192, 0, 2, 2).octets(payload).all();
    }

    static byte[] udp(int from, int to, byte[] payload) {
        return bigEndian().u16(from, to, 8 + payload.length, 0).octets(payload).all();
    }

    static byte[] ethernet(byte[] ipv4) {
        return bigEndian().hex("020000000001 020000000002 0800").octets(ipv4).all();
    }

    /** All frames that are read; null where it is no capture. */
    static List<Frame> read(byte[] octets) throws IOException {
        var capture = Capture.of(new BufferedInputStream(new ByteArrayInputStream(octets)));
        if (capture.isEmpty()) {
            return null;
        }
        var frames = new ArrayList<Frame>();
        for (Frame frame = capture.get().next(); frame != null; frame = capture.get().next()) {
            frames.add(frame);
        }
        return frames;
    }
}
