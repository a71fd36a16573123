package sfd.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 10,000 lines of anything give 10,000 answers of the form that the schema has. Sampled, with fixed seeds. */
class AnyLineTest {

    private static final int LINES = 10_000;

    @Test
    void decodeAnswersEveryLine() {
        Ran ran = Ran.decode(new RandomLines(1).text(LINES, random -> switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> "port=0 ";
            case 2 -> "port=500 ";
            default -> "port=4500 ";
        }));
        assertNumbered(ran);
        ran.lines().forEach(line -> Schemas.check(Schemas.DECODE, line));
        assertEquals(Set.of("esp", "ike", "keepalive", "malformed"), found(ran, "\"kind\":\"(\\w+)\""));
        assertEquals(Set.of("blank", "comment"), found(ran, "\"skipped\":\"(\\w+)\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maker", "taker", "baseline", "peerX", "peerY"})
    void answerAnswersEveryLine(String role) {
        var time = new long[1];
        Ran ran = Ran.answer(Ran.example(role), new RandomLines(role.hashCode()).text(LINES, random -> prefix(random, time)));
        assertNumbered(ran);
        ran.lines().forEach(line -> Schemas.check(Schemas.ANSWER, line));
        Set<String> effects = found(ran, "\"effect\":\"(\\w+)\"");
        assertTrue(effects.containsAll(switch (role) {
            case "maker", "peerX" -> List.of("Log", "Send");
            case "peerY" -> List.of("Log", "Send", "Initiate");
            default -> List.of("Log", "SendProtected", "Retransmit", "IkeSaDeleted");
        }), effects.toString());
        Set<String> reasons = found(ran, "\"reason\":\"(\\w+)\"");
        assertTrue(reasons.size() > 8, reasons.toString());
    }

    private static String prefix(Random random, long[] time) {
        time[0] += random.nextInt(5);
        String ends = switch (random.nextInt(5)) {
            case 0 -> "from=192.0.2.7:500 to=10.77.0.2:500 ";
            case 1 -> "from=10.77.0.1 to=10.77.0.2 ";
            case 2 -> "to=[2001:db8::2]:4500 from=[2001:db8::1]:4500 ";
            case 3 -> "from=10.77.0.1:4500 to=10.77.0.2:4500 ";
            default -> "from=10.77.0.2:4500 to=10.77.0.1:4500 ";
        };
        return random.nextBoolean() ? ends : ends + "now=" + time[0] + " ";
    }

    /** One answer for each line, in order, and some of each kind, or the sample says nothing. */
    private static void assertNumbered(Ran ran) {
        assertEquals(List.of(), ran.errors());
        assertEquals(ExitCode.BAD_LINES, ran.code());
        assertEquals(LINES, ran.lines().size());
        for (int i = 0; i < LINES; i++) {
            assertTrue(ran.lines().get(i).startsWith("{\"line\":" + (i + 1) + ","), ran.lines().get(i));
        }
        long errors = ran.lines().stream().filter(line -> line.contains("\"error\"")).count();
        assertTrue(errors > LINES / 10 && errors < LINES / 2, errors + " lines with an error");
    }

    private static Set<String> found(Ran ran, String pattern) {
        var found = new TreeSet<String>();
        Pattern compiled = Pattern.compile(pattern);
        ran.lines().forEach(line -> compiled.matcher(line).results().forEach(it -> found.add(it.group(1))));
        return found;
    }
}
