package sfd.packet;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Datagrams that vary every field of a message by itself and several at random, written digit by digit so that the codec's
 * own encoder has no part in them.
 */
final class Sweep {

    private static final String SPIS = "4d7cbbaf52dcbd5cdd9539a8d8608b1d";
    private static final String MARKER = "00000000";
    private static final List<String> PORTS = List.of("500 500", "500 4500", "4500 500", "500 10500", "10500 500",
            "4500 4500", "4500 10500", "10500 4500", "65535 4500", "4500 1");

    private final PcapFile file = new PcapFile();
    private int frames;

    byte[] octets() {
        return file.octets();
    }

    int frames() {
        return frames;
    }

    Sweep all() {
        headers();
        payloads();
        notifications();
        encrypted();
        chains(new Random(7383));
        broken();
        framed();
        outsideUdp();
        return this;
    }

    // Building blocks, in hexadecimal digits.

    private static String message(int first, int version, int exchange, int flags, int id, String chain) {
        return SPIS + "%02x%02x%02x%02x%08x%08x".formatted(first, version, exchange, flags, id, 28 + chain.length() / 2) + chain;
    }

    private static String message(int first, String chain) {
        return message(first, 0x20, 37, 0x08, 2, chain);
    }

    private static String payload(int next, int bits, String body) {
        return "%02x%02x%04x".formatted(next, bits, 4 + body.length() / 2) + body;
    }

    private static String notify(int protocol, String spi, int type, String data) {
        return "%02x%02x%04x".formatted(protocol, spi.length() / 2, type) + spi + data;
    }

    private static String octets(Random r, int length) {
        byte[] octets = new byte[length];
        r.nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }

    private void udp(String ports, String hex) {
        String[] port = ports.split(" ");
        file.udp(frames++, "192.0.2.1:" + port[0], "192.0.2.2:" + port[1], hex);
    }

    private void add(String hex) {
        udp("500 500", hex);
    }

    private void ip(int protocol, String hex) {
        file.frame(frames++, PcapFile.ip(protocol, "192.0.2.1", "192.0.2.2", HexFormat.of().parseHex(hex)));
    }

    // The parts.

    private void headers() {
        String one = payload(0, 0, notify(0, "", 4, ""));
        for (int octet = 0; octet <= 0xFF; octet++) {
            add(message(41, 0x20, octet, 0x08, 2, one));
            add(message(41, 0x20, 37, octet, 2, one));
            add(message(41, octet, 37, 0x08, 2, one));
        }
        for (int id : List.of(0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, -1)) {
            add(message(0, 0x20, 37, 0x20, id, ""));
        }
        add(message(0, "").replace(SPIS, "0".repeat(32)));
        add(message(0, "").replace(SPIS, "f".repeat(32)));
        add(message(0, "").replace(SPIS, "00000000000000010000000000000000"));
    }

    /** Every type but 2 and 3, parts of an SA payload of IKEv1, as which tshark still reads them: without critical bit. */
    private void payloads() {
        for (int type : IntStream.rangeClosed(1, 0xFF).filter(it -> it != 2 && it != 3).toArray()) {
            for (int bits : List.of(0x00, 0x80, 0x01, 0x40, 0x7F, 0xFF)) {
                add(message(type, payload(0, bits, "00".repeat(24))));
            }
            add(message(43, payload(type, 0, "beef") + payload(0, 0, "00".repeat(24))));
        }
    }

    private void notifications() {
        IntStream.concat(IntStream.rangeClosed(0, 64), IntStream.rangeClosed(16380, 16460)).forEach(this::notification);
        List.of(8191, 8192, 16383, 24576, 32769, 32770, 32771, 36136, 40959, 40960, 41101, 65535).forEach(this::notification);
        for (int octet = 0; octet <= 0xFF; octet++) {
            add(message(41, payload(0, 0, notify(octet, "", 4, ""))));
            add(message(41, payload(0, 0, notify(3, "ab".repeat(octet), 9999, "cd"))));
        }
        for (int length : List.of(0, 1, 15, 16, 17, 32, 128, 129, 1000)) {
            add(message(41, payload(0, 0, notify(1, "", 16419, "5a".repeat(length)))));
            add(message(41, payload(0, 0, notify(0, "", 16390, "5a".repeat(length)))));
        }
    }

    private void notification(int type) {
        add(message(41, payload(0, 0, notify(0, "", type, ""))));
        add(message(41, payload(0, 0, notify(0, "", type, "00".repeat(32)))));
        add(message(41, payload(0, 0, notify(3, "39fa7626", type, "00".repeat(32)))));
    }

    private void encrypted() {
        for (int length = 0; length <= 40; length++) {
            add(message(46, payload(41, 0, "ab".repeat(length))));
            add(message(53, payload(41, 0, "00010001" + "ab".repeat(length))));
            add(message(53, payload(41, 0, "000100010000".substring(0, 2 * (length % 6)))));
        }
        for (int number : List.of(0, 1, 2, 3, 0x7FFF, 0xFFFF)) {
            for (int total : List.of(0, 1, 2, 3, 0x8000, 0xFFFF)) {
                add(message(53, payload(number == 1 ? 41 : 0, 0, "%04x%04x".formatted(number, total) + "ab".repeat(28))));
            }
        }
        add(message(46, payload(41, 0, "ab".repeat(28)) + payload(0, 0, "")));
    }

    private void chains(Random r) {
        for (int i = 0; i < 300; i++) {
            int count = r.nextInt(7);
            int first = count == 0 ? 0 : type(r, count == 1);
            var chain = new StringBuilder();
            int type = first;
            for (int left = count - 1; left >= 0; left--) {
                int next = left == 0 ? 0 : type(r, left == 1);
                chain.append(payload(type == 46 ? 41 : next, r.nextInt(8) == 0 ? r.nextInt(0x80) : 0, switch (type) {
                    case 41 -> notify(r.nextInt(4), octets(r, r.nextInt(3) * 4), 9000 + r.nextInt(100), octets(r, r.nextInt(50)));
                    case 46 -> octets(r, 17 + r.nextInt(200));
                    default -> octets(r, r.nextInt(60));
                }));
                type = next;
            }
            String message = message(first, 0x20 | r.nextInt(16), 34 + r.nextInt(11), r.nextInt(256), r.nextInt(), chain.toString());
            String ports = PORTS.get(r.nextInt(PORTS.size()));
            udp(ports, ports.matches("500 .*|.* 500") ? message : MARKER + message);
        }
    }

    /** Of types whose inside tshark does not look into: notifications, Vendor IDs, nonces, private ones; SK at the end. */
    private static int type(Random r, boolean last) {
        List<Integer> types = List.of(41, 41, 41, 43, 40, 200, 255);
        return last && r.nextBoolean() ? 46 : types.get(r.nextInt(types.size()));
    }

    private void broken() {
        String whole = message(43, payload(41, 0, "beef") + payload(40, 0, notify(0, "aabbccdd", 11, "39fa7626"))
                + payload(0, 0, "5a".repeat(16)));
        for (int length = 0; length < whole.length(); length += 2) {
            add(whole.substring(0, length));
            // Cut, and the length field in step with it.
            if (length >= 56) {
                add(whole.substring(0, 48) + "%08x".formatted(length / 2) + whole.substring(56, length));
            }
        }
        add(whole + "00");
        for (int length : List.of(0, 1, 2, 3, 5, 6, 7, 100, 0xFFFF)) {
            add(message(43, "0000%04xbeef".formatted(length)));
            add(message(43, "2b000006beef" + "0000%04x".formatted(length)));
        }
        for (int size : List.of(1, 4, 5, 255)) {
            add(message(41, payload(0, 0, "01%02x4023".formatted(size) + "5a".repeat(size - 1))));
        }
        for (int length = 4; length < 8; length++) {
            add(message(41, payload(0, 0, "01004023".substring(0, 2 * (length - 4)))));
        }
        for (int length : List.of(0, 27, 28, 29, Integer.MAX_VALUE, -1)) {
            add(message(0, "").substring(0, 48) + "%08x".formatted(length));
        }
    }

    private void framed() {
        String message = message(41, payload(0, 0, notify(0, "", 4, "")));
        for (String ports : PORTS) {
            for (String hex : List.of(message, MARKER + message, "ff", "ffff", "00", "0000", "000000", MARKER, MARKER + "00",
                    "39fa762600000001" + "ab".repeat(40), "39fa76260000", "39fa7626", "fe", "000000ff00000001",
                    "0000010000000001", "ffffffffffffffff")) {
                udp(ports, hex);
            }
        }
    }

    private void outsideUdp() {
        for (String spi : List.of("00000000", "00000001", "000000ff", "00000100", "39fa7626", "ffffffff")) {
            ip(50, spi + "00000001" + "ab".repeat(40));
            ip(51, "3b040000" + spi + "00000001" + "ab".repeat(12));
        }
        for (int length = 1; length <= 24; length++) {
            ip(50, ("39fa762600000001" + "ab".repeat(16)).substring(0, 2 * length));
            ip(51, ("3b04000039fa762600000001" + "ab".repeat(12)).substring(0, 2 * length));
        }
    }
}
