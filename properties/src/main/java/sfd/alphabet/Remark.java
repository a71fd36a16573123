package sfd.alphabet;

import java.util.Optional;

/** Lines of a text that say nothing: blank ones, and comments. */
public final class Remark {

    /** What a line is that begins with a #. */
    public static final Optional<String> COMMENT = Optional.of("comment");

    private Remark() {
    }

    /** Why a line is passed over, if it is: {@code blank}, or {@code comment} for one that begins with a #. */
    public static Optional<String> in(String line) {
        int start = HexText.pastBlanks(line, 0);
        if (start == line.length()) {
            return Optional.of("blank");
        }
        return line.charAt(start) == '#' ? COMMENT : Optional.empty();
    }
}
