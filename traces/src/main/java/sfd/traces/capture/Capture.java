package sfd.traces.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A capture as it is read, frame by frame; nothing of it is kept. Where it cannot be followed any more, the last frame is
 * {@link Frame.Broken}. Frames that are longer than {@link #LONGEST} are broken, and passed over.
 */
public abstract sealed class Capture permits Pcap, Pcapng {

    /** Longest frame in octets: what capturing tools have as their limit, and more. */
    public static final int LONGEST = 1 << 20;

    /** So many octets tell what a file is. */
    private static final int MAGIC = 4;

    private final Source in;
    private long number;
    private boolean ended;

    Capture(Source in) {
        this.in = in;
    }

    /**
     * The capture that these octets are; none if they are something else, and then {@code in} is where it was.
     *
     * @param in must allow to come back to where it is, see {@link InputStream#markSupported}
     */
    public static Optional<Capture> of(BufferedInputStream in) throws IOException {
        in.mark(MAGIC);
        var octets = new byte[MAGIC];
        int read = 0;
        // No more than needed: who wrote one short line may wait for its answer.
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            octets[read++] = (byte) octet;
            if (read == MAGIC || !begins(octets, read)) {
                break;
            }
        }
        in.reset();
        return read < MAGIC ? Optional.empty() : named(octets, new Source(in));
    }

    private static boolean begins(byte[] octets, int length) {
        return Stream.of(Pcapng.SECTION, Pcap.MICROSECONDS, Pcap.NANOSECONDS)
                .flatMap(magic -> Stream.of(magic, Integer.reverseBytes(magic)))
                .map(magic -> ByteBuffer.allocate(MAGIC).putInt(magic).array())
                .anyMatch(magic -> Arrays.equals(magic, 0, length, octets, 0, length));
    }

    private static Optional<Capture> named(byte[] octets, Source source) {
        for (boolean littleEndian : new boolean[] {false, true}) {
            source.littleEndian(littleEndian);
            int magic = (int) source.u32(octets, 0);
            if (magic == Pcapng.SECTION) {
                return Optional.of(new Pcapng(source));
            }
            if (magic == Pcap.MICROSECONDS || magic == Pcap.NANOSECONDS) {
                return Optional.of(new Pcap(source, magic == Pcap.NANOSECONDS));
            }
        }
        return Optional.empty();
    }

    /** The next frame; null at the end. */
    public final Frame next() throws IOException {
        if (ended) {
            return null;
        }
        number++;
        try {
            Frame frame = read(number);
            ended = frame == null;
            return frame;
        } catch (BrokenException e) {
            ended = true;
            return new Frame.Broken(number, e.getMessage() + "; nothing behind it can be read");
        }
    }

    /** True if the next frame may not have been written yet. */
    public final boolean mayBlock() throws IOException {
        return in.mayBlock();
    }

    /**
     * The next frame; null at the end.
     *
     * @throws BrokenException where nothing can be read any more
     */
    abstract Frame read(long number) throws IOException, BrokenException;

    final Source in() {
        return in;
    }

    /** All of so many octets. */
    final byte[] all(int length, String what) throws IOException, BrokenException {
        byte[] octets = in.read(length);
        if (octets.length < length) {
            throw new BrokenException("the capture ends within " + what);
        }
        return octets;
    }

    final void skip(long length, String what) throws IOException, BrokenException {
        if (!in.skip(length)) {
            throw new BrokenException("the capture ends within " + what);
        }
    }
}
