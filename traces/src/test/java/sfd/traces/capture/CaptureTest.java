package sfd.traces.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of captures: what is a frame in them, when it was captured, and where they cannot be followed. */
class CaptureTest {

    private static final byte[] FRAME = {1, 2, 3, 4, 5};
    private static final long SECONDS = 1_700_000_000;

    static Stream<ByteOrder> orders() {
        return Stream.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN);
    }

    private static void assertFrame(String time, int link, byte[] octets, Frame frame) {
        var captured = (Frame.Captured) frame;
        assertEquals(time, captured.time().map(Time::toString).orElse("none"));
        assertEquals(link, captured.link());
        assertArrayEquals(octets, captured.octets());
    }

    private static String broken(List<Frame> frames, int index) {
        return ((Frame.Broken) frames.get(index)).reason();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void pcap(ByteOrder order) throws IOException {
        List<Frame> micro = Written.read(Written.pcap(order, 0xA1B2C3D4, 1)
                .pcapFrame(SECONDS, 5, FRAME).pcapFrame(0, 999_999, new byte[0]).all());
        assertEquals(2, micro.size());
        assertFrame("2023-11-14T22:13:20.000005Z", 1, FRAME, micro.get(0));
        assertFrame("1970-01-01T00:00:00.999999Z", 1, new byte[0], micro.get(1));
        assertEquals(2, micro.get(1).number());
        List<Frame> nano = Written.read(Written.pcap(order, 0xA1B23C4D, 276).pcapFrame(SECONDS, 5, FRAME).all());
        assertFrame("2023-11-14T22:13:20.000000005Z", 276, FRAME, nano.get(0));
    }

    /** The upper bits of the link type say how long check sums behind frames are. */
    @ParameterizedTest
    @MethodSource("orders")
    void pcapWithChecksums(ByteOrder order) throws IOException {
        List<Frame> frames = Written.read(Written.pcap(order, 0xA1B2C3D4, 0x24000001).pcapFrame(0, 0, FRAME).all());
        assertFrame("1970-01-01T00:00:00.000000Z", 1, FRAME, frames.get(0));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void pcapng(ByteOrder order) throws IOException {
        var file = new Written(order).section();
        byte[] plain = file.part().u16(1, 0).u32(0).all();
        byte[] nanos = file.part().u16(101, 0).u32(3).u16(2, 3).u8('e', 'n', '0', 0).u16(9, 1).u8(9, 0, 0, 0).u16(0, 0).all();
        long micros = SECONDS * 1_000_000 + 5;
        long nano = SECONDS * 1_000_000_000 + 5;
        List<Frame> frames = Written.read(file.block(1, plain).block(1, nanos).block(0x0BAD, new byte[7])
                .block(6, file.part().u32(0, micros >> 32, micros, 5, 5).octets(FRAME).all())
                .block(6, file.part().u32(1, nano >> 32, nano, 5, 5).octets(FRAME).all())
                .block(2, file.part().u16(1, 0).u32(nano >> 32, nano, 5, 5).octets(FRAME).all())
                .block(3, file.part().u32(5).octets(FRAME).all()).all());
        assertEquals(4, frames.size());
        assertFrame("2023-11-14T22:13:20.000005Z", 1, FRAME, frames.get(0));
        assertFrame("2023-11-14T22:13:20.000000005Z", 101, FRAME, frames.get(1));
        assertFrame("2023-11-14T22:13:20.000000005Z", 101, FRAME, frames.get(2));
        assertFrame("none", 1, FRAME, frames.get(3));
    }

    /** A simple packet is as long as its interface lets it be. */
    @Test
    void simplePacketsEndAtTheSnapLength() throws IOException {
        var file = Written.bigEndian().section();
        List<Frame> frames = Written.read(file.block(1, file.part().u16(1, 0).u32(3).all())
                .block(3, file.part().u32(900).octets(new byte[] {1, 2, 3}).all()).all());
        assertFrame("none", 1, new byte[] {1, 2, 3}, frames.get(0));
    }

    /** Each section has interfaces of its own, and may have the other order. */
    @Test
    void sections() throws IOException {
        var first = Written.bigEndian().section();
        byte[] section = first.block(1, first.part().u16(1, 0).u32(0).all())
                .block(6, first.part().u32(0, 0, 0, 5, 5).octets(FRAME).all()).all();
        var second = new Written(ByteOrder.LITTLE_ENDIAN).section();
        byte[] other = second.block(6, second.part().u32(0, 0, 0, 5, 5).octets(FRAME).all())
                .block(1, second.part().u16(101, 0).u32(0).all())
                .block(6, second.part().u32(0, 0, 0, 5, 5).octets(FRAME).all()).all();
        List<Frame> frames = Written.read(Written.bigEndian().octets(section).octets(other).all());
        assertFrame("1970-01-01T00:00:00.000000Z", 1, FRAME, frames.get(0));
        assertEquals("a frame of an interface that the capture does not describe", broken(frames, 1));
        assertFrame("1970-01-01T00:00:00.000000Z", 101, FRAME, frames.get(2));
    }

    @ParameterizedTest
    @CsvSource({
        "6,    1,             0, 1970-01-01T00:00:00.000001Z",
        "0,    86400,         0, 1970-01-02T00:00:00Z",
        "3,    1234,         10, 1970-01-01T00:00:11.234Z",
        "9,    1,            -0, 1970-01-01T00:00:00.000000001Z",
        "12,   1999999999999, 0, 1970-01-01T00:00:01.999999999Z",
        "0x81, 3,             0, 1970-01-01T00:00:01.500000000Z",
        "0xA0, 1073741824,    0, 1970-01-01T00:00:00.250000000Z",
        "127,  1,             0, 1970-01-01T00:00:00.000000000Z",
        "0,    951782399,     0, 2000-02-28T23:59:59Z",
        "0,    951868800,     0, 2000-03-01T00:00:00Z",
    })
    void resolutions(String resolution, long count, long offset, String time) throws BrokenException {
        assertEquals(time, Time.of(count, Integer.decode(resolution), offset).toString());
    }

    @ParameterizedTest
    @CsvSource({"0, 9223372037, 0", "0, -1, 0", "0, 5, -6", "6, 1, 9223372036", "6, 1, -9223372036854775808"})
    void timesThatAreNone(int resolution, long count, long offset) {
        assertTrue(org.junit.jupiter.api.Assertions.assertThrows(BrokenException.class,
                () -> Time.of(count, resolution, offset)).getMessage().contains("its time"));
    }

    /** Cut off anywhere, the last frame is broken and says so, or it is the end. */
    @Test
    void cutOffAnywhere() throws IOException {
        var file = Written.bigEndian().section();
        byte[] newer = file.block(1, file.part().u16(1, 0).u32(0).all())
                .block(6, file.part().u32(0, 0, 0, 5, 5).octets(FRAME).all()).all();
        byte[] older = Written.pcap(ByteOrder.LITTLE_ENDIAN, 0xA1B2C3D4, 1).pcapFrame(0, 0, FRAME).all();
        for (byte[] whole : List.of(newer, older)) {
            for (int length = 4; length < whole.length; length++) {
                List<Frame> frames = Written.read(java.util.Arrays.copyOf(whole, length));
                assertTrue(frames.size() <= 1, length + ": " + frames);
                frames.forEach(frame -> assertTrue(((Frame.Broken) frame).reason().startsWith("the capture ends within")));
            }
            assertTrue(Written.read(whole).getFirst() instanceof Frame.Captured);
        }
    }

    @Test
    void lengthsThatCannotBe() throws IOException {
        var file = Written.bigEndian().section();
        assertEquals("a block of the capture has an impossible length; nothing behind it can be read",
                broken(Written.read(file.u32(6, 11).all()), 0));
        file = Written.bigEndian().section();
        assertEquals("a block of the capture has two lengths; nothing behind it can be read",
                broken(Written.read(file.u32(0x0BAD, 12, 16).all()), 0));
        file = Written.bigEndian().section();
        file.block(1, file.part().u16(1, 0).u32(0).all());
        assertEquals("the frame ends within its block",
                broken(Written.read(file.block(6, file.part().u32(0, 0, 0, -1, 5).octets(FRAME).all()).all()), 0));
        assertEquals("the capture ends within a frame of 4294967295 octets; nothing behind it can be read",
                broken(Written.read(Written.pcap(ByteOrder.BIG_ENDIAN, 0xA1B2C3D4, 1).u32(0, 0, -1, 5).all()), 0));
    }

    /** One frame too long to be kept: the next one is read all the same. */
    @Test
    void framesThatAreTooLong() throws IOException {
        List<Frame> frames = Written.read(Written.pcap(ByteOrder.BIG_ENDIAN, 0xA1B2C3D4, 1)
                .pcapFrame(0, 0, new byte[Capture.LONGEST + 1]).pcapFrame(0, 0, FRAME).all());
        assertEquals("a frame of more than 1048576 octets", broken(frames, 0));
        assertFrame("1970-01-01T00:00:00.000000Z", 1, FRAME, frames.get(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''", "0", "0a0d0d", "a1b2c3", "a1b2cd34", "0a0d0d0b", "1f8b0800"})
    void otherFiles(String digits) throws IOException {
        assertNull(Written.read(Written.bigEndian().hex(digits.length() % 2 == 0 ? digits : "00").all()));
    }

    /** A conversation: whoever wrote two digits and the end of the line waits for the answer. */
    @Test
    void noMoreIsReadThanNeeded() throws IOException {
        var input = new InputStream() {
            private int read;

            @Override
            public int read() {
                throw new AssertionError("one octet at a time");
            }

            @Override
            public int read(byte[] octets, int from, int length) {
                assertEquals(0, read++, "read again, though the first octet is no capture's");
                octets[from] = 'f';
                return 1;
            }
        };
        assertTrue(Capture.of(new BufferedInputStream(input)).isEmpty());
    }

    @Test
    void whatIsNoCaptureIsLeftAsItWas() throws IOException {
        var in = new BufferedInputStream(new ByteArrayInputStream(new byte[] {0x0A, 0x0D, 1, 2, 3}));
        assertTrue(Capture.of(in).isEmpty());
        assertArrayEquals(new byte[] {0x0A, 0x0D, 1, 2, 3}, in.readAllBytes());
    }
}
