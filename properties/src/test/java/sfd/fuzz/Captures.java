package sfd.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import sfd.traces.capture.Capture;
import sfd.traces.capture.Carried;
import sfd.traces.capture.Frame;

/** The readers of captures: each frame is something or broken for a reason in words, and only the end ends them. */
final class Captures {

    private static final Pattern SENTENCE = Pattern.compile("[ -~]{5,200}");

    private Captures() {
    }

    static void read(byte[] input) {
        try {
            var in = new BufferedInputStream(new ByteArrayInputStream(input));
            Optional<Capture> capture = Capture.of(in);
            if (capture.isEmpty()) {
                Claim.that(in.available() == input.length, "what is no capture was read all the same");
                return;
            }
            long number = 0;
            long octets = 0;
            for (Frame frame = capture.get().next(); frame != null; frame = capture.get().next()) {
                number++;
                Claim.that(frame.number() == number, "frames count from 1");
                octets += read(frame);
            }
            Claim.that(octets <= input.length, "more octets in frames than there are");
            Claim.that(capture.get().next() == null, "a frame behind the end");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Octets of the frame. */
    private static int read(Frame frame) {
        switch (frame) {
            case Frame.Broken it -> sentence(it.reason());
            case Frame.Captured it -> {
                it.time().ifPresent(time -> Claim.that(time.nanos() >= 0 && time.toString().endsWith("Z"), time::toString));
                switch (Carried.by(it)) {
                    case Carried.Broken broken -> sentence(broken.reason());
                    case Carried.Packet packet -> {
                        Claim.that(packet.payload().length <= packet.length(), "more payload than the packet says");
                        Claim.that(packet.payload().length < it.octets().length, "a payload as long as its frame");
                        Claim.that(isAddress(packet.from()) && isAddress(packet.to()), "an address of another length");
                    }
                    case Carried.Fragment fragment -> Claim.that(isAddress(fragment.from()), "an address of another length");
                    case Carried.Other other -> { }
                }
                return it.octets().length;
            }
        }
        return 0;
    }

    private static boolean isAddress(byte[] octets) {
        return octets.length == 4 || octets.length == 16;
    }

    private static void sentence(String reason) {
        Claim.that(SENTENCE.matcher(reason).matches(), reason);
    }
}
