package sfd.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import sfd.sa.Policy;
import sfd.sa.SirPolicy;

/** The table of numbers for a gateway says what the policies that ship have, of every number that they have. */
class DefaultsTest {

    private static final Pattern ROW = Pattern.compile("\\| ((?:`\\w+`(?:, )?)+) \\| ([^|]+) \\|.*\\|");

    private static Map<String, String> table() throws IOException {
        String page = Files.readString(Committed.ROOT.resolve("reference/README.md"));
        String section = page.substring(page.indexOf("## Numbers for a gateway"), page.indexOf("## With a packet"));
        var table = new TreeMap<String, String>();
        Matcher row = ROW.matcher(section);
        while (row.find()) {
            String[] names = row.group(1).replace("`", "").split(", ");
            String[] values = names.length == 1 ? new String[] {row.group(2)} : row.group(2).split(", ");
            for (int i = 0; i < names.length; i++) {
                table.put(names[i], values[i].trim().replaceAll("(?<=\\d),(?=\\d{3})", ""));
            }
        }
        return table;
    }

    private static Map<String, String> shipped(Record policy) throws ReflectiveOperationException {
        var shipped = new TreeMap<String, String>();
        for (RecordComponent field : policy.getClass().getRecordComponents()) {
            Object value = field.getAccessor().invoke(policy);
            if (value instanceof Integer) {
                shipped.put(field.getName(), value.toString());
            } else if (field.getName().equals("dampenedBy")) {
                shipped.put(field.getName(), new TreeSet<>((Set<?>) value).stream()
                        .map(it -> ((SirPolicy.Cause) it).label()).collect(Collectors.joining(", ")));
            }
        }
        return shipped;
    }

    @Test
    void theTableSaysWhatShips() throws IOException, ReflectiveOperationException {
        var shipped = new TreeMap<>(shipped(Policy.RFC6290));
        shipped.putAll(shipped(Policy.SIR.sir()));
        assertEquals(shipped, table());
    }
}
