package sfd.packet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sfd.alphabet.BadLineException;
import sfd.alphabet.HexText;
import sfd.octets.Octets;

/**
 * A line of input: words of the form {@code name=value}, then a datagram in hexadecimal digits, all separated by blanks
 * or tabs. A line without digits behind its words is a datagram without octets.
 *
 * @param values by their names
 * @param datagram the UDP payload, or without UDP the IP payload
 */
record DatagramLine(Map<String, String> values, Octets datagram) {

    /**
     * The line as values.
     *
     * @param names those that may be given, each once
     * @throws BadLineException in one sentence, what it is not
     */
    static DatagramLine parse(String line, Set<String> names) throws BadLineException {
        var values = new HashMap<String, String>();
        int at = HexText.pastBlanks(line, 0);
        for (int end = wordEnd(line, at); line.substring(at, end).contains("="); end = wordEnd(line, at)) {
            String name = line.substring(at, line.indexOf('=', at));
            if (!names.contains(name)) {
                throw new BadLineException("column " + (at + 1) + " begins none of "
                        + String.join("=, ", new TreeSet<>(names)) + "= and no hexadecimal digits");
            }
            if (values.put(name, line.substring(at + name.length() + 1, end)) != null) {
                throw new BadLineException(name + "= is given twice");
            }
            at = HexText.pastBlanks(line, end);
        }
        return new DatagramLine(values, HexText.parse(line, at));
    }

    private static int wordEnd(String line, int from) {
        int at = from;
        while (at < line.length() && !HexText.isBlank(line.charAt(at))) {
            at++;
        }
        return at;
    }
}
