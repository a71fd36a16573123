package sfd.packet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The lines of any octets, one at a time. A line ends with a line feed, with or without a carriage return before it;
 * what follows the last one is a line too unless it is empty. Each octet becomes one character, so that a column is an
 * octet and no octets are refused.
 */
final class Lines {

    /** Longest line in octets: more than the largest datagram takes with a blank behind each octet. */
    static final int LONGEST = 1 << 18;

    private final InputStream in;
    private boolean tooLong;

    /** @param in buffered */
    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line, shortened to {@link #LONGEST} octets; null at the end. */
    String next() throws IOException {
        var line = new ByteArrayOutputStream();
        tooLong = false;
        int octet = in.read();
        if (octet < 0) {
            return null;
        }
        for (; octet >= 0 && octet != '\n'; octet = in.read()) {
            if (line.size() < LONGEST) {
                line.write(octet);
            } else {
                tooLong = true;
            }
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** True if the last line was longer than {@link #LONGEST} octets. */
    boolean wasTooLong() {
        return tooLong;
    }

    /** True if the next line may not have been written yet: its writer may wait for the answer to the last one. */
    boolean mayBlock() throws IOException {
        return in.available() == 0;
    }
}
