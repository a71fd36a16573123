package sfd.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sfd.packet.Fields;

/**
 * JSON put together by a program, where letters would be too long a way: objects with the fields that a reader knows, and in
 * their places values that fit, or others, or none.
 */
final class AnyJson {

    private static final List<Map<String, String>> EVENTS = Fields.ofEvents();
    private static final Map<String, String> SA = Fields.ofSa();
    private static final Map<String, String> POLICY = Fields.ofPolicy();

    /** Values of all fields, and some of none. */
    private static final List<String> OTHERS = Stream.concat(
            Stream.of(EVENTS.stream(), Stream.of(SA), Stream.of(POLICY)).flatMap(it -> it).flatMap(it -> it.values().stream()).distinct(),
            Stream.of("-1", "0", "2", "255", "256", "65536", "2147483648", "4294967295", "1.5", "1e9", "1e-400", "1e400", "null", "[]", "{}", "\"\"",
                    "\" \"", "\"\\u0000\\ud800\"", "\"192.0.2.1\"", "\"[2001:db8::1]:4500\"", "\"[::ffff:192.0.2.1]:0\"", "\"AH\"", "\"ESP\"", "\"NAT\"",
                    "\"LOST\"", "\"HALF_OPEN\"", "\"INFORMATIONAL\"", "\"1111111111111111\"", "\"0000000000000000\"", "\"000000ff\"", "[[]]", "[null]",
                    "[{\"type\":\"SA\",\"data\":\"00\"}]", "[{\"notify\":40000}]", "[{\"type\":\"SK\"}]", "[\"peer\"]", "[\"ack\",\"ack\"]", "}", "\"", "tru"))
            .toList();

    private AnyJson() {
    }

    /** Lines of events, until the octets end. */
    static byte[] events(Program p) {
        var lines = new StringBuilder();
        while (p.hasMore()) {
            lines.append(object(p, p.pick(EVENTS))).append('\n');
        }
        return octets(lines.toString());
    }

    /** Some SAs. */
    static byte[] sas(Program p) {
        var sas = new StringBuilder("[");
        while (p.hasMore()) {
            sas.append(sas.length() == 1 ? "" : ",").append(object(p, SA));
        }
        return octets(sas.append("]").toString());
    }

    static byte[] policy(Program p) {
        return octets(object(p, POLICY));
    }

    /** The octet says how many fields there are to be that do not fit; then which, and what they are. */
    private static String object(Program p, Map<String, String> fitting) {
        var fields = new LinkedHashMap<>(fitting);
        List<String> names = List.copyOf(fitting.keySet());
        for (int others = p.u8() & 7; others > 0; others--) {
            String name = p.pick(names);
            int other = p.u8();
            if (other < 32) {
                fields.remove(name);
            } else {
                fields.put(other < 36 ? name + "2" : name, other < 40 ? new String(p.octets(other & 31), StandardCharsets.ISO_8859_1)
                        : OTHERS.get((other - 40) % OTHERS.size()));
            }
        }
        return fields.entrySet().stream().map(it -> "\"" + it.getKey() + "\":" + it.getValue()).collect(Collectors.joining(",", "{", "}"));
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
