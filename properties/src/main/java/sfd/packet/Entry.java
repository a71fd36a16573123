package sfd.packet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import sfd.traces.capture.Frame;

/** One piece of input; each gives one JSON line of output. */
sealed interface Entry {

    /** Adds to {@code out} where it stands. */
    ObjectNode place(ObjectNode out);

    /**
     * A line of text.
     *
     * @param number from 1
     * @param tooLong the text is only the beginning of it
     */
    record Line(long number, String text, boolean tooLong) implements Entry {

        @Override
        public ObjectNode place(ObjectNode out) {
            return out.put("line", number);
        }
    }

    /** A frame of a capture. */
    record Captured(Frame frame) implements Entry {

        @Override
        public ObjectNode place(ObjectNode out) {
            out.put("frame", frame.number());
            if (frame instanceof Frame.Captured captured) {
                captured.time().ifPresent(time -> out.put("time", time.toString()));
            }
            return out;
        }
    }
}
