package sfd.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One fault to plant in the sources of the reference: a resource with a header and the text before and after.
 *
 * @param name of the resource
 * @param file below the reference's sources
 * @param model the small model that must show it; {@code -} where no model can
 * @param says what is wrong then
 */
record Fault(String name, String file, String model, String says, String before, String after) {

    private static final Path SOURCES =
            Path.of(System.getProperty("project.root"), "reference", "src", "main", "java");

    private static final Pattern FORM = Pattern.compile(
            "file: (.+)\\nmodel: (.+)\\nfault: (.+)\\n<<<<<<<\\n(.+)\\n=======\\n(.+)\\n>>>>>>>\\n", Pattern.DOTALL);

    /** All of them, by name. */
    static List<Fault> all() {
        try (Stream<Path> files = Files.list(Path.of(Fault.class.getResource("/faults").toURI()))) {
            return files.sorted().map(Fault::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Fault read(Path file) {
        Matcher form = FORM.matcher(text(file));
        if (!form.matches()) {
            throw new IllegalArgumentException(file.getFileName() + " does not have the form of a fault");
        }
        return new Fault(file.getFileName().toString().replace(".fault", ""),
                form.group(1), form.group(2), form.group(3), form.group(4), form.group(5));
    }

    /** @throws IllegalStateException unless the source has the text exactly once: else this fault is out of date */
    String planted() {
        String source = text(SOURCES.resolve(file));
        int place = source.indexOf(before);
        if (place < 0 || source.indexOf(before, place + 1) >= 0) {
            throw new IllegalStateException(name + " no longer applies: " + file + " must say once: " + before);
        }
        return source.replace(before, after);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
