package sfd.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs fresh JVMs, one after the other, and puts together what they say. */
public final class Bench {

    /** Flags of the measuring JVMs. One collector thread beside ours at most, and no page is touched the first time. */
    static final List<String> FLAGS = List.of("-Xms4g", "-Xmx4g", "-Xmn512m", "-XX:+UseSerialGC", "-XX:+AlwaysPreTouch",
            "-XX:-UsePerfData", "-XX:+UseTransparentHugePages", "--enable-native-access=ALL-UNNAMED");

    /** Without warnings about what JMH and JOL do, which are JMH's and JOL's business. */
    static final List<String> QUIET =
            Runtime.version().feature() < 24 ? List.of() : List.of("--sun-misc-unsafe-memory-access=allow");

    /** Within which the same against itself must lie, or the JVM measured something else. */
    private static final double SAME_FROM = 0.98;
    private static final double SAME_TO = 1.02;
    /** JVMs begun anew because the same was not the same: of the first ones, and of those that rows are measured again in. */
    private static final int SECOND_CHANCES = 2;

    private final Path root;
    private final PrintStream out;
    private final ObjectMapper json = new ObjectMapper();

    public Bench(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    /** Of all rows. */
    public List<String> ids() {
        return Rows.read(root).stream().map(Row::id).toList();
    }

    /** Of those that a quick run measures. */
    public List<String> quickIds() {
        return Rows.read(root).stream().filter(row -> !row.slow()).map(Row::id).toList();
    }

    /**
     * Measures.
     *
     * @param ids of the rows, beside that of the same against itself
     * @param planted each candidate made slow enough to miss its goal by half
     */
    public Report run(Plan plan, List<String> ids, boolean planted) {
        long start = System.nanoTime();
        String without = RulersLibrary.build(root);
        if (!without.isEmpty()) {
            out.println("without rulers in C: " + without);
        }
        List<Row> rows = Rows.read(root).stream().filter(row -> row.id().equals(Row.SAME) || ids.contains(row.id())).toList();
        var readings = new Readings(rows);
        for (int tries = plan.jvms() + SECOND_CHANCES; readings.jvms() < plan.jvms() && tries > 0; tries--) {
            measure(plan, rows, rows, planted, readings);
        }
        boolean isVoid = readings.jvms() < plan.jvms();
        // What is about to be missed is measured again, until a JVM says otherwise or enough have said so.
        for (int tries = Noise.JVMS - plan.jvms() + SECOND_CHANCES; !isVoid && !readings.doubtful().isEmpty() && tries > 0; tries--) {
            measure(plan, rows, readings.doubtful(), planted, readings);
        }
        var report = new Report(plan, isVoid ? List.of() : readings.results(), isVoid, (System.nanoTime() - start) / 1e9);
        Kept.of(report).write(root.resolve("target").resolve("bench").resolve("results.json"));
        return report;
    }

    /** Keeps results for comparison with later runs. */
    public void keep(Report report) {
        Kept.of(report).write(root.resolve(Kept.FILE));
    }

    /** What was kept last, if anything was. */
    public List<Result> kept() {
        return Files.exists(root.resolve(Kept.FILE)) ? Kept.read(root).results() : List.of();
    }

    /** Some of the rows in a fresh JVM, with the same against itself; what it says counts only if that is the same. */
    private void measure(Plan plan, List<Row> rows, List<Row> some, boolean planted, Readings readings) {
        List<Row> measured = rows.stream().filter(row -> some.contains(row) || row.id().equals(Row.SAME)).toList();
        List<Reading> said = fork(plan, rows, measured, planted);
        double same = said.stream().filter(reading -> reading.id().equals(Row.SAME))
                .mapToDouble(reading -> Statistics.median(reading.ratios())).findFirst().orElse(Double.NaN);
        boolean trusted = same >= SAME_FROM && same <= SAME_TO;
        out.printf("a JVM for %s: the same against itself %.3f%s%n", some.size() == rows.size() ? "all rows" : ids(some) + " again",
                same, trusted ? "" : ", not used");
        if (trusted) {
            readings.add(said);
        }
    }

    private static String ids(List<Row> rows) {
        return rows.stream().map(Row::id).collect(Collectors.joining(", "));
    }

    private List<Reading> fork(Plan plan, List<Row> rows, List<Row> measured, boolean planted) {
        List<String> arguments = new ArrayList<>(List.of(root.toString(), String.valueOf(plan.warmUp()),
                String.valueOf(plan.rounds()), String.valueOf(plan.slices()), planted ? "planted" : "as-is",
                measured.stream().map(Row::id).collect(Collectors.joining(","))));
        rows.forEach(row -> arguments.add(row.id()));
        return fork(Worker.class, arguments).stream().map(line -> read(line, Reading.class)).toList();
    }

    /** JMH's own table of the candidates: row, nanoseconds, error, octets. */
    public List<List<String>> jmh() {
        return Jmh.run(root, Rows.read(root));
    }

    /** How costs grow with the number of IKE SAs; drawn into {@code target/bench/sas.svg}. */
    public List<Curve> growth() {
        List<Curve> curves = List.of(read(fork(GrowthWorker.class, List.of()).getLast(), Curve[].class));
        Curves.draw(root.resolve("target/bench/sas.svg"), "Cost by the number of IKE SAs", curves);
        return curves;
    }

    private <T> T read(String line, Class<T> type) {
        try {
            return json.readValue(line, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a class in a fresh JVM. @return the lines that it prints */
    private static List<String> fork(Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(QUIET);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            List<String> lines;
            try (var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                lines = said.lines().toList();
            }
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException("a measuring JVM ended with " + code);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while a JVM measured", e);
        }
    }
}
