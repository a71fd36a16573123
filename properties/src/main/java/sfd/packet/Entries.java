package sfd.packet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import sfd.traces.capture.Capture;
import sfd.traces.capture.Frame;

/** The input, one entry after the other: the frames of a capture, or the lines of anything else. */
interface Entries {

    /** The next one; null at the end. */
    Entry next() throws IOException;

    /** True if the next one may not have been written yet: its writer may wait for the answer to the last one. */
    boolean mayBlock() throws IOException;

    boolean isCapture();

    /** What the first octets say that the input is. */
    static Entries of(InputStream in) throws IOException {
        var buffered = new BufferedInputStream(in, 1 << 16);
        Optional<Capture> capture = Capture.of(buffered);
        return capture.isPresent() ? frames(capture.get()) : lines(new Lines(buffered));
    }

    private static Entries lines(Lines lines) {
        return new Entries() {
            private long number;

            @Override
            public Entry next() throws IOException {
                String line = lines.next();
                return line == null ? null : new Entry.Line(++number, line, lines.wasTooLong());
            }

            @Override
            public boolean mayBlock() throws IOException {
                return lines.mayBlock();
            }

            @Override
            public boolean isCapture() {
                return false;
            }
        };
    }

    private static Entries frames(Capture capture) {
        return new Entries() {
            @Override
            public Entry next() throws IOException {
                Frame frame = capture.next();
                return frame == null ? null : new Entry.Captured(frame);
            }

            @Override
            public boolean mayBlock() throws IOException {
                return capture.mayBlock();
            }

            @Override
            public boolean isCapture() {
                return true;
            }
        };
    }
}
