package sfd.traces.tlc;

import java.nio.file.Path;

/** A model as one line between two JVMs: its name, module and configuration, with tabs between them. */
final class Question {

    private static final String TAB = "\t";

    private Question() {
    }

    /** @throws IllegalArgumentException where a path has a tab or a line break */
    static String line(Model model) {
        String line = String.join(TAB, model.name(), model.module().toAbsolutePath().toString(),
                model.config().toAbsolutePath().toString());
        if (line.lines().count() != 1 || !read(line).name().equals(model.name())) {
            throw new IllegalArgumentException("a tab or line break in " + model);
        }
        return line;
    }

    static Model read(String line) {
        String[] parts = line.split(TAB, -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("no model: " + line);
        }
        return new Model(parts[0], Path.of(parts[1]), Path.of(parts[2]));
    }
}
