package sfd.traces.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever octets a capture has: every frame is something, and none but the last one ends it. */
class AnyCaptureProperties {

    private static final byte[] FRAME = Written.ethernet(Written.ipv4(1, 0, 17, Written.udp(500, 4500, new byte[40])));

    @Property
    void changedAnywhere(@ForAll long seed, @ForAll @IntRange(max = 3) int format) throws IOException {
        var random = new Random(seed);
        byte[] octets = format < 2
                ? Written.pcap(order(format), 0xA1B2C3D4, 1).pcapFrame(1, 2, FRAME).pcapFrame(3, 4, FRAME).all()
                : newer(order(format));
        for (int i = random.nextInt(6); i > 0; i--) {
            octets[4 + random.nextInt(octets.length - 4)] = (byte) random.nextInt(random.nextBoolean() ? 256 : 3);
        }
        assertAnswered(octets);
    }

    @Property
    void frames(@ForAll byte[] frame, @ForAll @IntRange(max = 300) int link, @ForAll long seed) throws IOException {
        assertAnswered(Written.pcap(ByteOrder.BIG_ENDIAN, 0xA1B2C3D4, link).pcapFrame(0, 0, frame).all());
        byte[] changed = FRAME.clone();
        var random = new Random(seed);
        for (int i = random.nextInt(4); i >= 0; i--) {
            changed[12 + random.nextInt(changed.length - 12)] = (byte) random.nextInt(256);
        }
        assertAnswered(Written.pcap(ByteOrder.BIG_ENDIAN, 0xA1B2C3D4, 1).pcapFrame(0, 0, changed).all());
    }

    private static ByteOrder order(int format) {
        return format % 2 == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private static byte[] newer(ByteOrder order) {
        var file = new Written(order).section();
        return file.block(1, file.part().u16(1, 0).u32(0).u16(9, 1).u8(9, 0, 0, 0).u16(0, 0).all())
                .block(6, file.part().u32(0, 1, 2, FRAME.length, FRAME.length).octets(FRAME).all())
                .block(3, file.part().u32(FRAME.length).octets(FRAME).all()).all();
    }

    private static void assertAnswered(byte[] octets) throws IOException {
        List<Frame> frames = Written.read(octets);
        for (int i = 0; i < frames.size(); i++) {
            assertEquals(i + 1, frames.get(i).number());
            switch (frames.get(i)) {
                case Frame.Broken broken -> assertSentence(broken.reason());
                case Frame.Captured captured -> {
                    if (Carried.by(captured) instanceof Carried.Broken broken) {
                        assertSentence(broken.reason());
                    }
                    captured.time().ifPresent(time -> assertTrue(time.toString().matches("[-0-9T:.]{19,}Z")));
                }
            }
        }
    }

    private static void assertSentence(String reason) {
        assertTrue(reason.matches("[ -~]{5,200}"), reason);
    }
}
