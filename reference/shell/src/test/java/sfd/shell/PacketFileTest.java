package sfd.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;

class PacketFileTest {

    private static final Octets DATAGRAM = Octets.hex("010203");

    @Test
    void holdsWhatCameAndWentInOrder() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var file = new PacketFile(out, () -> 1_700_000_000_123_456_789L, 10_000)) {
            Endpoint here = end("192.0.2.1", 4500);
            Endpoint there = end("192.0.2.2", 500);
            file.came(new Event.Received(there, here, DATAGRAM));
            file.went(new Effect.Send(here, there, DATAGRAM));
        }
        ByteBuffer octets = ByteBuffer.wrap(out.toByteArray());
        assertEquals(24 + 2 * (16 + 20 + 8 + 3), octets.remaining());
        assertEquals(1_700_000_000, octets.getInt(24));
        assertEquals(123_456_789, octets.getInt(28));
        assertEquals("192.0.2.2", Address.parse("192.0.2.2").toString());
        assertEquals(0xC0000202, octets.getInt(24 + 16 + 12), "from, of the first");
        assertEquals(0xC0000201, octets.getInt(24 + 16 + 31 + 16 + 12), "from, of the second");
    }

    /** As who receives it checks: the sum over all words, the checksum among them, has all bits set. */
    @ParameterizedTest
    @CsvSource({"192.0.2.1,192.0.2.2", "2001:db8::1,2001:db8::2"})
    void checksumsHold(String from, String to) {
        for (int length = 0; length < 300; length++) {
            byte[] datagram = new byte[length];
            java.util.Arrays.fill(datagram, (byte) (0xFF - length));
            byte[] packet = IpPacket.udp(end(from, 500), end(to, 500), Octets.of(datagram));
            int ip = packet[0] >> 4 == 4 ? 20 : 40;
            if (ip == 20) {
                assertEquals(0xFFFF, sum(packet, 0, 20, 0));
            }
            int addresses = ip == 20 ? sum(packet, 12, 20, 0) : sum(packet, 8, 40, 0);
            assertEquals(0xFFFF, sum(packet, ip, packet.length, addresses + 17 + packet.length - ip), "length " + length);
        }
    }

    @Test
    void fillsNoDisk() throws IOException {
        var out = new ByteArrayOutputStream();
        var file = new PacketFile(out, () -> 0, 100);
        for (int i = 0; i < 1_000; i++) {
            file.came(new Event.Received(end("192.0.2.2", 500), end("192.0.2.1", 500), DATAGRAM));
        }
        file.close();
        assertEquals(24 + 47, out.size());
        assertEquals(999, file.leftOut());
    }

    @Test
    void aDiskThatIsFullStopsNoPeer() throws IOException {
        var file = new PacketFile(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        }, () -> 0, Long.MAX_VALUE);
        for (int i = 0; i < 10_000; i++) {
            file.came(new Event.Received(end("192.0.2.2", 500), end("192.0.2.1", 500), DATAGRAM));
            file.idle();
        }
        assertEquals("No space left on device", file.broken().orElseThrow());
        assertTrue(file.leftOut() > 9_000);
    }

    private static Endpoint end(String address, int port) {
        return new Endpoint(Address.parse(address), port);
    }

    private static int sum(byte[] octets, int from, int to, int start) {
        long sum = start;
        for (int i = from; i < to; i++) {
            sum += (long) (octets[i] & 0xFF) << ((i - from) % 2 == 0 ? 8 : 0);
        }
        while (sum >> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >> 16);
        }
        return (int) sum;
    }
}
