package sfd.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sfd.packet.Readings;

/** The fuzzer on one target, as a process of its own: it changes the classes of its whole JVM. */
final class Jazzer {

    /** What guides it: the code that is judged, not the judges. */
    private static final String JUDGED = Stream.of("ike", "octets", "sa", "qcd", "sir", "baseline", "token", "persistent", "packet",
            "traces.capture").map(it -> "sfd." + it + ".**").collect(Collectors.joining(":"));

    private static final Pattern STATUS = Pattern.compile("#(\\d+)\\s+\\w+\\s+cov: (\\d+) ft: (\\d+) corp: (\\d+)/.*");
    private static final String EXCEPTION = "== Java Exception: ";

    private final Target target;
    private final Path folder;
    private final List<String> last = new ArrayList<>();
    private long executions;
    private int edges;
    private int features;
    private int corpus;
    private String message = "";

    /** @param folder for all that it leaves */
    Jazzer(Target target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /** @param runs at most, 0 for no limit */
    Tally run(long seconds, long runs) throws IOException, InterruptedException {
        delete(folder);
        Files.createDirectories(folder.resolve("corpus"));
        Files.createDirectories(folder.resolve("found"));
        Corpus.unpack(target, folder.resolve("corpus"));
        long start = System.nanoTime();
        int status = start(List.of("-max_total_time=" + seconds, "-runs=" + (runs == 0 ? -1 : runs), "corpus"));
        double took = (System.nanoTime() - start) / 1e9;
        Optional<Path> found = found();
        if (found.isEmpty() && status != 0) {
            throw new IOException("the fuzzer ends with " + status + ": " + String.join(" | ", last));
        }
        return new Tally(target, executions, took, edges, features, corpus, found, message);
    }

    /** The corpus of the last run, without what reaches no edge that others do not. */
    Path minimised() throws IOException, InterruptedException {
        Path kept = Files.createDirectories(folder.resolve("minimised"));
        start(List.of("-merge=1", "-set_cover_merge=1", "-use_counters=0", "minimised", "corpus"));
        return kept;
    }

    private int start(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED", "-Dproject.root=" + Corpus.ROOT, "-Djava.io.tmpdir=" + folder,
                "-cp", System.getProperty("java.class.path"), "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Entry.class.getName(), "--target_args=" + target.label(),
                // No hooks: none of the fuzzer's own detectors has anything to say about code without I/O.
                "--instrumentation_includes=" + JUDGED, "--custom_hook_excludes=**", "--reproducer_path=found",
                "-artifact_prefix=found/", "-max_len=" + target.longest(), "-len_control=0", "-timeout=20"));
        if (target.readsText()) {
            Path words = folder.resolve("words");
            Files.write(words, Readings.words().stream().map(it -> "\"" + it + "\"").toList());
            command.add("-dict=" + words);
        }
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        try (BufferedReader out = process.inputReader()) {
            out.lines().forEach(this::read);
        }
        return process.waitFor();
    }

    private void read(String line) {
        Matcher status = STATUS.matcher(line);
        if (status.matches()) {
            executions = Long.parseLong(status.group(1));
            edges = Integer.parseInt(status.group(2));
            features = Integer.parseInt(status.group(3));
            corpus = Integer.parseInt(status.group(4));
        } else if (line.startsWith(EXCEPTION) && message.isEmpty()) {
            message = line.substring(EXCEPTION.length());
        }
        last.add(line);
        if (last.size() > 6) {
            last.removeFirst();
        }
    }

    private Optional<Path> found() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("found"))) {
            return files.filter(it -> !it.toString().endsWith(".java")).findFirst();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
