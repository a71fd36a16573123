package sfd.judges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sfd.faults.Compiled;

/**
 * One fault to plant in the sources of a judge: a resource with a header and the text before and after.
 *
 * @param name of the resource
 * @param file below the root of the project
 * @param test the class, or one method of it behind a {@code #}, that must fail then
 * @param says what is wrong then
 */
record Planted(String name, String file, String test, String says, String before, String after) {

    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Pattern FORM = Pattern.compile(
            "file: (.+)\\ntest: (.+)\\nfault: (.+)\\n<<<<<<<\\n(.+)\\n=======\\n(.*)\\n>>>>>>>\\n", Pattern.DOTALL);

    /** All of them, by name. */
    static List<Planted> all() {
        try (Stream<Path> files = Files.list(Path.of(Planted.class.getResource("/judges").toURI()))) {
            return files.sorted().map(Planted::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Planted read(Path file) {
        Matcher form = FORM.matcher(text(file));
        if (!form.matches()) {
            throw new IllegalArgumentException(file.getFileName() + " does not have the form of a fault");
        }
        return new Planted(file.getFileName().toString().replace(".fault", ""),
                form.group(1), form.group(2), form.group(3), form.group(4), form.group(5));
    }

    /** @throws IllegalStateException unless the source has the text exactly once: else this fault is out of date */
    String source() {
        String source = text(ROOT.resolve(file));
        int place = source.indexOf(before);
        if (place < 0 || source.indexOf(before, place + 1) >= 0) {
            throw new IllegalStateException(name + " no longer applies: " + file + " must say once: " + before);
        }
        return source.replace(before, after);
    }

    /**
     * Puts the class with the fault into a folder, and beside it the others of module traces where it is one of them: the
     * process of TLC's own checker takes its classes from where the checker's is.
     */
    void into(Path folder) {
        Path classes = ROOT.resolve("traces/target/classes");
        if (file.startsWith("traces/")) {
            try (Stream<Path> files = Files.walk(classes)) {
                for (Path each : files.filter(Files::isRegularFile).toList()) {
                    Path target = folder.resolve(classes.relativize(each).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(each, target);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Compiled.into(folder, Map.of(file.replaceFirst("^.*src/main/java/", ""), source()));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
