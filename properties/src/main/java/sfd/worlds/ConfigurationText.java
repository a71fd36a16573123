package sfd.worlds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sfd.traces.value.Value;

/**
 * What a {@code .cfg} file says, as far as the models of this project say something there.
 *
 * @param specification the operator
 * @param view whether it names one
 * @param assigned value by constant
 * @param replaced operator by constant
 * @param properties all invariants, then all properties
 */
public record ConfigurationText(String specification, boolean view, Map<String, Value> assigned, Map<String, String> replaced,
        List<String> properties) {

    /** The name of a section, of those that TLC knows. */
    private static final Pattern HEAD = Pattern.compile("^[A-Z][A-Z_]{3,}\\b");

    /** @throws IllegalArgumentException where it says something else, in one line */
    public static ConfigurationText of(String text) {
        String specification = "";
        boolean view = false;
        var assigned = new LinkedHashMap<String, Value>();
        var replaced = new LinkedHashMap<String, String>();
        var properties = new ArrayList<String>();
        String section = "";
        String bare = text.replaceAll("(?s)\\(\\*.*?\\*\\)", " ").replaceAll("\\\\\\*.*", " ");
        for (String line : bare.split("\n")) {
            String rest = line.strip();
            Matcher head = HEAD.matcher(rest);
            if (head.find()) {
                section = head.group();
                rest = rest.substring(head.end()).strip();
            }
            if (rest.isEmpty()) {
                continue;
            }
            switch (section.isEmpty() ? "" : section.substring(0, 4)) {
                case "SPEC" -> specification = rest;
                case "VIEW" -> view = true;
                case "CONS" -> constant(rest, assigned, replaced);
                case "INVA", "PROP" -> properties.addAll(List.of(rest.split("\\s+")));
                default -> throw new IllegalArgumentException("a .cfg file says what worlds.json has no place for: "
                        + (section + " " + rest).strip());
            }
        }
        return new ConfigurationText(specification, view, assigned, replaced, properties);
    }

    private static void constant(String text, Map<String, Value> assigned, Map<String, String> replaced) {
        String[] sides = text.split("\\s*<-\\s*", 2);
        if (sides.length == 2) {
            replaced.put(sides[0], sides[1]);
            return;
        }
        sides = text.split("\\s*=\\s*", 2);
        if (sides.length < 2) {
            throw new IllegalArgumentException("no constant, its value or its operator on one line: " + text);
        }
        assigned.put(sides[0], value(sides[1]));
    }

    /** A number, a string, TRUE, FALSE, or a set of such values. */
    private static Value value(String text) {
        if (text.startsWith("{") && text.endsWith("}")) {
            String inner = text.substring(1, text.length() - 1).strip();
            return Value.set(inner.isEmpty() ? List.of()
                    : Arrays.stream(inner.split("\\s*,\\s*")).map(ConfigurationText::value).toList());
        }
        if (text.matches("\"[^\"]*\"")) {
            return Value.of(text.substring(1, text.length() - 1));
        }
        if (text.matches("-?\\d+")) {
            return Value.of(Long.parseLong(text));
        }
        if (text.matches("TRUE|FALSE")) {
            return Value.of(text.equals("TRUE"));
        }
        throw new IllegalArgumentException("no value that worlds.json has a place for: " + text);
    }
}
