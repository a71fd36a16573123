package sfd.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the rows' candidates under JMH, and leaves its results in {@code target/bench/jmh.json}. */
final class Jmh {

    private Jmh() {
    }

    /** @return a line for each row: nanoseconds and octets of one operation */
    static List<List<String>> run(Path root, List<Row> rows) {
        Map<Need, String> missing = RulersLibrary.load(root);
        String[] ids = rows.stream().filter(row -> row.needs() == null || !missing.containsKey(row.needs()))
                .map(Row::id).filter(id -> !id.equals(Row.SAME)).toArray(String[]::new);
        var options = new OptionsBuilder()
                .include(JmhRows.class.getName())
                .param("row", ids)
                .forks(1)
                .warmupIterations(2).warmupTime(TimeValue.seconds(1))
                .measurementIterations(3).measurementTime(TimeValue.seconds(1))
                .jvmArgs(Bench.FLAGS.toArray(String[]::new))
                .jvmArgsPrepend(Bench.QUIET.toArray(String[]::new))
                .jvmArgsAppend("-Dproject.root=" + root)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .resultFormat(ResultFormatType.JSON)
                .result(root.resolve("target/bench/jmh.json").toString())
                .build();
        try {
            return new Runner(options).run().stream().map(result -> List.of(
                    result.getParams().getParam("row"),
                    Numbers.tenths(result.getPrimaryResult().getScore()),
                    Numbers.tenths(result.getPrimaryResult().getScoreError()),
                    Numbers.whole(result.getSecondaryResults().get("gc.alloc.rate.norm").getScore()))).toList();
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH does not run: " + e.getMessage(), e);
        }
    }
}
