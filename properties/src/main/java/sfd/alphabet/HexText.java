package sfd.alphabet;

import sfd.octets.Octets;

/** Octets written as hexadecimal digits. */
public final class HexText {

    private HexText() {
    }

    /**
     * The octets from {@code start} to the end of {@code text}; blanks and tabs may stand between digits.
     *
     * @throws BadLineException naming the first column, counted from 1, that is no digit, or an odd number of digits.
     *     It does not show the column's content: that may be anything, for a terminal too
     */
    public static Octets parse(String text, int start) throws BadLineException {
        var digits = new StringBuilder(text.length() - start);
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.digit(c, 16) >= 0 && c < 0x80) {
                digits.append(c);
            } else if (!isBlank(c)) {
                throw new BadLineException("column " + (i + 1) + " is no hexadecimal digit");
            }
        }
        if (digits.length() % 2 != 0) {
            throw new BadLineException("an odd number of hexadecimal digits, " + digits.length()
                    + ": the last octet is half");
        }
        return Octets.hex(digits.toString());
    }

    public static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** Where the first column at or behind this one is that is none of these. */
    public static int pastBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
        return at;
    }
}
