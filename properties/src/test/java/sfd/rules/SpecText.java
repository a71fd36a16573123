package sfd.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text of one module of the spec, as far as the alphabet stands in it. Read as text, not as a parse tree: what is
 * compared is what a reader sees.
 */
record SpecText(String text) {

    private static final Pattern CONSTRUCTOR = Pattern.compile(
            "(?m)^(\\w+)(?:\\(([^)]*)\\))?\\s*==\\s*\\[type \\|-> \"(\\w+)\"((?:,\\s*\\w+ \\|-> \\w+)*)\\]");
    private static final Pattern FIELD = Pattern.compile("(\\w+)\\s*\\|->\\s*(\"[^\"]*\"|\\{[^}]*}|\\w+)");
    private static final Pattern CHANGE = Pattern.compile("!\\.(\\w+) = (\\{[^}]*\\}|\"[^\"]*\"|\\w+)");

    static SpecText of(String module) {
        try {
            return new SpecText(Files.readString(
                    Path.of(System.getProperty("project.root"), "spec", module + ".tla")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One constructor of the alphabet: its name, and its parameters in order. */
    record Constructor(String name, List<String> parameters) {
    }

    /**
     * The constructors in the part that begins with this heading and ends at the next line of dashes.
     *
     * @throws IllegalStateException for one whose operator, type and fields do not have the same names
     */
    List<Constructor> constructors(String heading) {
        int start = text.indexOf("(* " + heading);
        if (start < 0) {
            throw new IllegalStateException("no heading " + heading);
        }
        String part = withoutComments(text.substring(start, text.indexOf("\n-----", start)));
        var constructors = new ArrayList<Constructor>();
        Matcher found = CONSTRUCTOR.matcher(part);
        while (found.find()) {
            List<String> parameters = found.group(2) == null ? List.of()
                    : Stream.of(found.group(2).split(",")).map(String::strip).toList();
            List<String> fields = new ArrayList<>();
            fields(found.group(4)).forEach((field, value) -> fields.add(field + " |-> " + value));
            if (!found.group(1).equals(found.group(3))
                    || !fields.equals(parameters.stream().map(name -> name + " |-> " + name).toList())) {
                throw new IllegalStateException("name, type and fields are not the same in " + found.group());
            }
            constructors.add(new Constructor(found.group(1), parameters));
        }
        return constructors;
    }

    /** The fields of the record that the operator is defined as, in order, with their values as written. */
    Map<String, String> record(String operator) {
        return fields(definition(operator));
    }

    /** What the operator, defined as [other EXCEPT ...], changes. */
    Map<String, String> changes(String operator) {
        return fields(definition(operator), CHANGE);
    }

    private String definition(String operator) {
        String bare = withoutComments(text);
        int start = bare.indexOf("\n" + operator + " ==");
        return bare.substring(start, bare.indexOf(']', start));
    }

    private static Map<String, String> fields(String text) {
        return fields(text, FIELD);
    }

    private static Map<String, String> fields(String text, Pattern pattern) {
        var fields = new LinkedHashMap<String, String>();
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            fields.put(found.group(1), found.group(2).replace("\"", ""));
        }
        return fields;
    }

    /** Strings that are neither names of notifications nor types: of what is left, the reasons are made of capitals. */
    Set<String> reasons() {
        String bare = withoutComments(text)
                .replaceAll("(?:type|notify) \\|-> \"\\w+\"|(?:Notify|IsNotify|Has|Of)\\([^\"()]*(?:\\[[^\\]]*\\])?[^\"()]*\"\\w+\"", "")
                .replaceAll("exchange[^\"\\n]{0,8}\"\\w+\"", "")
                .replaceAll("(?:type|notify|subtype) *(?:[=#]|\\\\in) *(?:\"\\w+\"|\\{[^}]*\\})", "");
        var reasons = new TreeSet<String>();
        Matcher found = Pattern.compile("\"([A-Z][A-Z_]+)\"").matcher(bare);
        while (found.find()) {
            reasons.add(found.group(1));
        }
        return reasons;
    }

    private static String withoutComments(String text) {
        return text.replaceAll("\\\\\\*.*", "").replaceAll("(?s)\\(\\*.*?\\*\\)", "");
    }
}
