package sfd.packet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sfd.octets.Octets;

/**
 * A line of input: words of the form {@code name=value}, then a datagram in hexadecimal digits, all separated by blanks
 * or tabs. A line without digits behind its words is a datagram without octets.
 *
 * @param values by their names
 * @param datagram the UDP payload, or without UDP the IP payload
 */
record DatagramLine(Map<String, String> values, Octets datagram) {

    static final Optional<String> COMMENT = Optional.of("comment");

    /** Why a line is passed over, if it is: {@code blank}, or {@code comment} for one that begins with a #. */
    static Optional<String> skipped(String line) {
        int start = pastBlanks(line, 0);
        if (start == line.length()) {
            return Optional.of("blank");
        }
        return line.charAt(start) == '#' ? COMMENT : Optional.empty();
    }

    /**
     * The line as values.
     *
     * @param names those that may be given, each once
     * @throws BadLineException in one sentence, what it is not
     */
    static DatagramLine parse(String line, Set<String> names) throws BadLineException {
        var values = new HashMap<String, String>();
        int at = pastBlanks(line, 0);
        for (int end = wordEnd(line, at); line.substring(at, end).contains("="); end = wordEnd(line, at)) {
            String name = line.substring(at, line.indexOf('=', at));
            if (!names.contains(name)) {
                throw new BadLineException("column " + (at + 1) + " begins none of "
                        + String.join("=, ", new TreeSet<>(names)) + "= and no hexadecimal digits");
            }
            if (values.put(name, line.substring(at + name.length() + 1, end)) != null) {
                throw new BadLineException(name + "= is given twice");
            }
            at = pastBlanks(line, end);
        }
        return new DatagramLine(values, HexText.parse(line, at));
    }

    private static int pastBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && HexText.isBlank(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int wordEnd(String line, int from) {
        int at = from;
        while (at < line.length() && !HexText.isBlank(line.charAt(at))) {
            at++;
        }
        return at;
    }
}
