package sfd.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The committed inputs of a target: a text file with one in hexadecimal digits a line. Lines above the mark are known from
 * elsewhere, those below were kept because they reach what the others do not.
 */
final class Corpus {

    static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Path FOLDER = ROOT.resolve("properties/src/test/resources/fuzz");
    private static final String MARK = "# kept by fuzzing";
    /** Octets of inputs that fuzzing may keep for a target: small enough to be committed and replayed with the tests. */
    private static final int MOST = 2_400;

    private Corpus() {
    }

    static List<byte[]> of(Target target) throws IOException {
        return lines(target).stream().filter(it -> !it.startsWith("#")).map(HexFormat.of()::parseHex).toList();
    }

    private static List<String> lines(Target target) throws IOException {
        Path file = FOLDER.resolve(target.label() + ".txt");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** Puts the inputs into a folder, a file for each, as the fuzzer reads them. */
    static void unpack(Target target, Path folder) throws IOException {
        int number = 0;
        for (byte[] input : of(target)) {
            Files.write(folder.resolve("committed-" + number++), input);
        }
    }

    /** Keeps those of a minimised folder, the shortest first, as many as there is room for. */
    static void keep(Target target, Path minimised) throws IOException {
        List<String> lines = new ArrayList<>(lines(target));
        List<String> known = lines.contains(MARK) ? lines.subList(0, lines.indexOf(MARK)) : lines;
        Set<String> kept = new LinkedHashSet<>();
        int room = MOST;
        for (byte[] input : shortestFirst(minimised)) {
            String digits = HexFormat.of().formatHex(input);
            if (input.length > 0 && input.length <= room && !known.contains(digits) && kept.add(digits)) {
                room -= input.length;
            }
        }
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(target.label() + ".txt"),
                Stream.of(known.stream(), Stream.of(MARK), kept.stream()).flatMap(it -> it).toList());
    }

    private static List<byte[]> shortestFirst(Path folder) throws IOException {
        List<byte[]> inputs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                inputs.add(Files.readAllBytes(file));
            }
        }
        inputs.sort(Comparator.comparingInt((byte[] it) -> it.length).thenComparing(it -> HexFormat.of().formatHex(it)));
        return inputs;
    }
}
