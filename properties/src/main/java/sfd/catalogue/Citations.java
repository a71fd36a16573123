package sfd.catalogue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every mention of a clause or reading in the tree, by id. */
public final class Citations {

    /** A mention. The file is relative to the root, with slashes; lines count from 1. */
    public record Citation(String id, String file, int line) {
        @Override
        public String toString() {
            return id + " in " + file + ":" + line;
        }
    }

    private static final Pattern ID =
            Pattern.compile("\\b(?:(?:BASE|QCD|SIR)-\\d+(?:\\.\\d+)*-\\d+|(?:WISH|READING)-\\d+)\\b");
    private static final Set<String> FOLDERS = Set.of("spec", "reference", "traces", "properties");
    private static final Pattern TEXT = Pattern.compile(".+\\.(tla|cfg|java|jsonl?|md)");

    /** Built, generated or hidden: no source of the project. */
    private static final Predicate<String> SKIPPED = name -> name.equals("target") || name.startsWith(".");

    /** What judges the catalogue says nothing about a clause, so a mention there must not count as its test. */
    private static final Pattern ITSELF = Pattern.compile("properties/src/(main|test)/java/sfd/catalogue/.+");

    private final List<Citation> all;

    private Citations(Collection<Citation> all) {
        this.all = all.stream()
                .sorted(Comparator.comparing(Citation::file).thenComparing(Citation::line))
                .toList();
    }

    /**
     * Scans the sources below the root of the project: TLA+ and its configurations, Java, JSON and README files.
     *
     * @throws IOException if a file cannot be read as UTF-8
     */
    public static Citations scan(Path root) throws IOException {
        List<Citation> found = new ArrayList<>();
        for (String folder : FOLDERS) {
            Path start = root.resolve(folder);
            if (Files.isDirectory(start)) {
                Files.walkFileTree(start, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        return SKIPPED.test(folder.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        String name = root.relativize(file).toString().replace('\\', '/');
                        if (TEXT.matcher(name).matches() && !ITSELF.matcher(name).matches()) {
                            found.addAll(in(name, Files.readAllLines(file)));
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
            }
        }
        return new Citations(found);
    }

    private static List<Citation> in(String file, List<String> lines) {
        List<Citation> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            for (Matcher matcher = ID.matcher(lines.get(i)); matcher.find(); ) {
                found.add(new Citation(matcher.group(), file, i + 1));
            }
        }
        return found;
    }

    /** All of them, by file and line. */
    public List<Citation> all() {
        return all;
    }

    /** The files of a column that cite the id. */
    public SortedSet<String> files(String id, Column column) {
        return all.stream()
                .filter(citation -> citation.id().equals(id) && column.holds(citation.file()))
                .map(Citation::file)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Citations of ids that the catalogue does not have. */
    public List<Citation> unknown(Catalogue catalogue) {
        Set<String> ids = catalogue.ids();
        return all.stream().filter(citation -> !ids.contains(citation.id())).toList();
    }
}
