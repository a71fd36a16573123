package sfd.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a {@code .cfg} file names to be checked. TLC reads the file for itself; this reading serves where nothing is
 * walked.
 *
 * @param invariants state predicates
 * @param properties formulas about behaviours
 */
record Configuration(List<String> invariants, List<String> properties) {

    private static final Set<String> SECTIONS = Set.of("SPECIFICATION", "INIT", "NEXT", "CONSTANT", "CONSTANTS",
            "INVARIANT", "INVARIANTS", "PROPERTY", "PROPERTIES", "CONSTRAINT", "CONSTRAINTS", "ACTION_CONSTRAINT",
            "ACTION_CONSTRAINTS", "SYMMETRY", "VIEW", "CHECK_DEADLOCK", "ALIAS", "POSTCONDITION");

    static Configuration read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> invariants = new ArrayList<>();
        List<String> properties = new ArrayList<>();
        String section = "";
        for (String word : text.replaceAll("(?s)\\(\\*.*?\\*\\)", " ").replaceAll("\\\\\\*.*", " ").strip().split("\\s+")) {
            if (SECTIONS.contains(word)) {
                section = word;
            } else if (section.startsWith("INVARIANT")) {
                invariants.add(word);
            } else if (section.startsWith("PROPERT")) {
                properties.add(word);
            }
        }
        return new Configuration(List.copyOf(invariants), List.copyOf(properties));
    }
}
