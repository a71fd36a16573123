package sfd.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sfd.check.Layout;
import sfd.mutation.Notice.Kind;

/**
 * What came of each mutant of a module so far, in {@code target/mutants}: all of them take hours, and a run that is broken off
 * goes on where it stopped. The file is named after all that decides: where one octet of the spec or of the reference is another
 * one, everything is planted anew.
 *
 * @param file a line for each mutant, in the order in which they were planted
 */
record Sofar(Path file) {

    private static final String SURVIVES = "SURVIVES";
    private static final Map<String, Optional<Kind>> WORDS = Stream.concat(Stream.of(Optional.<Kind>empty()), Stream.of(Kind.values())
            .map(Optional::of)).collect(Collectors.toMap(Sofar::word, it -> it));
    private static final List<String> ENDINGS = List.of(".tla", ".cfg", "manifest.json", ".java");

    static Sofar of(Layout layout, String module) {
        Path folder = layout.root().resolve("target/mutants");
        return new Sofar(folder.resolve(module + "-" + digest(layout.spec(), layout.root().resolve("reference/src/main/java")) + ".txt"));
    }

    /** What noticed each that was planted, or nothing. A line that a broken run did not finish says nothing. */
    Map<String, Optional<Kind>> read() {
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        try {
            var all = new HashMap<String, Optional<Kind>>();
            Files.readString(file).lines().map(line -> line.split("\t")).filter(it -> it.length == 2 && WORDS.containsKey(it[1]))
                    .forEach(it -> all.put(it[0], WORDS.get(it[1])));
            return Map.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String word(Optional<Kind> kind) {
        return kind.map(Kind::name).orElse(SURVIVES);
    }

    /** @param kind what noticed it, if anything did */
    void add(SpecMutant mutant, Optional<Kind> kind) {
        try {
            Files.createDirectories(file.getParent());
            // An end of line before it too, for what was broken off has none.
            Files.writeString(file, "\n" + mutant.id() + "\t" + word(kind) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Path... folders) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path folder : folders) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path it : files.filter(any -> ENDINGS.stream().anyMatch(any.toString()::endsWith)).sorted().toList()) {
                        digest.update((folder.relativize(it) + " " + Files.size(it) + "\n").getBytes(StandardCharsets.UTF_8));
                        digest.update(Files.readAllBytes(it));
                    }
                }
            }
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), Long.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
