package sfd.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The operators without arguments of a module of worlds, as somebody wrote them, in their order.
 *
 * @param definitions each with the section that it stands in, the comment above or behind it, and its expression
 */
record WorldsSource(List<Definition> definitions) {

    record Definition(String name, String section, String note, String expression) {

        /** The names in its expression, in their order. */
        List<String> names() {
            return NAME.matcher(expression).results().map(it -> it.group()).toList();
        }

        /** The fields that it changes, of the world or of a record in it, with dots. */
        List<String> changed() {
            return CHANGED.matcher(expression).results().map(it -> it.group(1)).toList();
        }
    }

    private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Za-z0-9]*\\b");
    private static final Pattern CHANGED = Pattern.compile("!\\.([A-Za-z]+(?:\\.[A-Za-z]+)*)");
    private static final Pattern DEFINITION = Pattern.compile("([A-Z][A-Za-z0-9]*) *== *(.*)");

    static WorldsSource of(String text) {
        var definitions = new ArrayList<Definition>();
        String section = "";
        var banner = new ArrayList<String>();
        var note = new ArrayList<String>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            Matcher definition = DEFINITION.matcher(line);
            if (!line.startsWith("(*") && !banner.isEmpty()) {
                section = String.join(" ", banner).replaceAll(" +", " ").strip();
                banner.clear();
            }
            if (line.startsWith("(*")) {
                banner.add(line.replaceAll("^\\(\\*+|\\*+\\)$", "").replaceAll("^\\)$", "").strip());
            } else if (line.startsWith("\\*")) {
                note.add(line.substring(2).strip());
            } else if (definition.matches()) {
                var expression = new StringBuilder(definition.group(2));
                while (i + 1 < lines.length && lines[i + 1].matches(" +\\S.*")) {
                    expression.append('\n').append(lines[++i]);
                }
                String all = expression.toString();
                Matcher behind = Pattern.compile("\\\\\\*(.*)").matcher(all);
                while (behind.find()) {
                    note.add(behind.group(1).strip());
                }
                definitions.add(new Definition(definition.group(1), section, String.join(" ", note).strip(),
                        all.replaceAll("\\\\\\*.*", "")));
                note.clear();
            } else {
                note.clear();
            }
        }
        return new WorldsSource(definitions);
    }
}
