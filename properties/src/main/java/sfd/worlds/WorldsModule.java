package sfd.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sfd.traces.value.Value;

/**
 * The part of a module that is written from {@code spec/worlds.json}: everything behind its mark. What stands before it is
 * written by hand.
 */
public final class WorldsModule {

    static final String MARK = "\\* From here on: worlds, written from spec/worlds.json. Add one there, or here and run the check with --import.";
    private static final String END = "=".repeat(78);
    private static final int WIDTH = 125;
    private static final int BANNER = 71;

    private WorldsModule() {
    }

    /**
     * The module with its worlds written anew.
     *
     * @param module below {@code spec}
     * @param text of the module as it is
     * @throws IllegalArgumentException where it has no mark
     */
    public static String text(Worlds worlds, String module, String text) {
        var lines = new ArrayList<String>();
        for (Section section : worlds.sections()) {
            if (section.module().equals(module)) {
                lines.add("");
                lines.addAll(banner(section.title()));
                section.worlds().forEach(world -> lines.addAll(lines(world)));
            }
        }
        return byHand(module, text).stripTrailing() + "\n\n" + MARK + "\n" + String.join("\n", lines) + "\n" + END + "\n";
    }

    /** What stands before the mark. @throws IllegalArgumentException where there is none: nobody could tell what is by hand */
    private static String byHand(String module, String text) {
        int mark = text.indexOf(MARK);
        if (mark < 0) {
            throw new IllegalArgumentException("spec/" + module + " lacks the line, before its worlds: " + MARK);
        }
        return text.substring(0, mark);
    }

    private static List<String> banner(String title) {
        if (title.isEmpty()) {
            return List.of();
        }
        String edge = "(" + "*".repeat(BANNER + 4) + ")";
        var lines = new ArrayList<>(List.of(edge));
        wrapped(title, BANNER).forEach(it -> lines.add("(* " + it + " ".repeat(BANNER - it.length()) + " *)"));
        lines.add(edge);
        return lines;
    }

    private static List<String> lines(World world) {
        var lines = new ArrayList<String>();
        if (!world.note().isEmpty()) {
            wrapped(world.note(), WIDTH - 3).forEach(it -> lines.add("\\* " + it));
        }
        if (world.differs().isEmpty()) {
            lines.add(world.name() + " == " + world.of());
            return lines;
        }
        var line = new StringBuilder(world.name() + " == [" + world.of() + " EXCEPT");
        String indent = "  ";
        boolean first = true;
        for (Map.Entry<String, Value> it : world.differs().entrySet()) {
            String change = "!." + it.getKey() + " = " + TlaText.of(it.getValue());
            line.append(first ? " " : ",");
            if (!first) {
                if (line.length() + change.length() + 2 > WIDTH) {
                    lines.add(line.toString());
                    line = new StringBuilder(indent);
                }
                line.append(' ');
            }
            line.append(change);
            first = false;
        }
        lines.add(line.append(']').toString());
        return lines;
    }

    private static List<String> wrapped(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder();
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
