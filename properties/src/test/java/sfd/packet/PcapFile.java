package sfd.packet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;

/** A capture with raw IPv4 packets, in nanoseconds, as octets. */
final class PcapFile {

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

    PcapFile() {
        octets.writeBytes(ByteBuffer.allocate(24).putInt(0xA1B23C4D).putShort((short) 2).putShort((short) 4)
                .putInt(0).putInt(0).putInt(65535).putInt(101).array());
    }

    /** A frame of these octets, at so many nanoseconds since 1970. */
    PcapFile frame(long nanos, byte[] frame) {
        octets.writeBytes(ByteBuffer.allocate(16).putInt((int) (nanos / 1_000_000_000)).putInt((int) (nanos % 1_000_000_000))
                .putInt(frame.length).putInt(frame.length).array());
        octets.writeBytes(frame);
        return this;
    }

    /** A UDP datagram from and to IPv4 ends with ports. */
    PcapFile udp(long nanos, String from, String to, String hex) {
        byte[] datagram = HexFormat.of().parseHex(hex);
        return frame(nanos, ip(17, from, to, ByteBuffer.allocate(8 + datagram.length).putShort(port(from))
                .putShort(port(to)).putShort((short) (8 + datagram.length)).putShort((short) 0).put(datagram).array()));
    }

    /** An IPv4 packet. */
    static byte[] ip(int protocol, String from, String to, byte[] payload) {
        return ByteBuffer.allocate(20 + payload.length).put((byte) 0x45).put((byte) 0).putShort((short) (20 + payload.length))
                .putInt(0).put((byte) 64).put((byte) protocol).putShort((short) 0).put(address(from)).put(address(to))
                .put(payload).array();
    }

    private static short port(String end) {
        return (short) Integer.parseInt(end.substring(end.indexOf(':') + 1));
    }

    private static byte[] address(String end) {
        var address = ByteBuffer.allocate(4);
        for (String part : end.replaceAll(":.*", "").split("\\.")) {
            address.put((byte) Integer.parseInt(part));
        }
        return address.array();
    }

    byte[] octets() {
        return octets.toByteArray();
    }

    /** The crash of {@code traces/captures}, each row: frame, seconds, from, to, datagram. */
    static List<String[]> crash() {
        try {
            return Files.readAllLines(Ran.ROOT.resolve("traces/captures/strongswan-dpd/datagrams.tsv"))
                    .stream().skip(1).map(line -> line.split("\t")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
