package sfd.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sfd.check.DataFile;
import sfd.check.Layout;

/**
 * Results as a file: what was measured, where, and how (see {@code spec/schemas/bench.schema.json}).
 *
 * @param machine its processor and how many of its cores there are
 * @param jdk name and version of the JVM that measured
 * @param flags of that JVM
 * @param plan how long it measured
 */
public record Kept(String machine, String jdk, List<String> flags, Plan plan, List<Result> results) {

    /** Beside the sources, for comparison with later runs. */
    public static final Path FILE = Path.of("properties", "bench", "results.json");

    /** The first screen's: a token, a lookup among many, a flood, a whole answer. */
    private static final List<String> BRIEF = List.of("token", "lookup-1000000", "flood", "answer");

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public Kept {
        flags = List.copyOf(flags);
        results = List.copyOf(results);
    }

    static Kept of(Report report) {
        return new Kept(Machine.name(), System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                Bench.FLAGS, report.plan(), report.results());
    }

    /** The last results that were kept. @throws sfd.check.BadInput where they cannot be read or are not of their form */
    public static Kept read(Path root) {
        var file = new DataFile(root, FILE.toString());
        return file.as(file.tree(new Layout(root).schema("bench")), Kept.class);
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows that say most. */
    public Kept brief() {
        return new Kept(machine, jdk, flags, plan, results.stream().filter(it -> BRIEF.contains(it.row().id())).toList());
    }

    /** The table on the pages. */
    public String markdown() {
        var text = new StringBuilder("""
                | path | against | goal | ratio | 99 % bounds | octets | |
                |---|---|---:|---:|---:|---:|---|
                """);
        for (Result result : results) {
            Row row = result.row();
            text.append("| %s | %s | %s | %s | %s | %s | %s |%n".formatted(row.path(), row.anchor(),
                    row.goal() == null ? "" : Numbers.ratio(row.goal()),
                    result.skipped() != null ? "" : Numbers.ratio(result.ratio()),
                    result.skipped() != null ? "" : Numbers.ratio(result.lower()) + ".." + Numbers.ratio(result.upper()),
                    result.skipped() != null ? "" : Numbers.whole(result.octets()),
                    result.skipped() != null ? "skipped: " + result.skipped() : result.verdict().words()));
        }
        return text + "\n%s, %s, %d JVMs of %d rounds each.%n".formatted(machine, jdk, plan.jvms(), plan.rounds());
    }
}
