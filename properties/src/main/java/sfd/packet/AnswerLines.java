package sfd.packet;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Set;
import sfd.alphabet.BadLineException;
import sfd.gateway.BadFileException;
import sfd.ike.IpProtocol;
import sfd.traces.capture.Frame;

/** A capture as the lines of text that {@code answer} reads, so that events can be told between them. */
final class AnswerLines {

    private static final int NANO_DIGITS = 9;

    private AnswerLines() {
    }

    /**
     * Writes one line for each frame; one that gives no packet becomes a comment.
     *
     * @return true if all could be read
     */
    static boolean write(Entries entries, Set<Integer> ports, PrintStream out) throws IOException, BadFileException {
        if (!entries.isCapture()) {
            throw new BadFileException("--lines is for captures only");
        }
        boolean allRead = true;
        for (Entry entry = entries.next(); entry != null && !out.checkError(); entry = entries.next()) {
            Frame frame = ((Entry.Captured) entry).frame();
            try {
                out.println(line(frame, FramePacket.of(frame, ports)));
            } catch (SkippedException e) {
                out.println("# frame " + frame.number() + ": " + e.getMessage());
            } catch (BadLineException e) {
                out.println("# frame " + frame.number() + " cannot be read: " + e.getMessage());
                allRead = false;
            }
        }
        return allRead;
    }

    private static String line(Frame frame, Packet packet) {
        String now = frame instanceof Frame.Captured it
                ? it.time().map(time -> " now=" + BigDecimal.valueOf(time.nanos(), NANO_DIGITS).toPlainString()).orElse("") : "";
        return "from=" + packet.from() + " to=" + packet.to() + (packet.protocol() == IpProtocol.AH ? " protocol=ah" : "") + now
                + " " + packet.octets();
    }
}
