package sfd.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sfd.bench.Bench;
import sfd.bench.Plan;
import sfd.bench.Report;
import sfd.check.BadInput;
import sfd.check.Layout;
import sfd.check.Table;
import sfd.cost.SpecGrowth;
import sfd.pages.Pictures;

/** The command line of {@link Bench}. */
@Command(name = "bench", sortOptions = false,
        description = "Measures the hot path: each row a ratio to an anchor in the same run. Ends with 3 only if a row is "
                + "above what is held by more than its noise, or an operation allocates more octets than it may, in each of seven JVMs.")
final class BenchCommand implements Callable<Integer> {

    @Mixin
    private Help help;

    @Mixin
    private Project project;

    private final PrintStream out;

    BenchCommand(Streams streams) {
        this.out = streams.out();
    }

    @Option(names = "--quick", description = "In a minute and a half, with wider bounds.")
    private boolean quick;

    @Option(names = "--full", description = "Also runs the candidates under JMH, and measures how costs grow: with the "
            + "number of IKE SAs, and those of the check with each constant. Pictures in target/bench.")
    private boolean full;

    @Option(names = "--row", paramLabel = "ID", description = "Measures this row of properties/bench/rows.json only; may be repeated.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--planted", description = "Makes each candidate slow enough to miss its goal by half: every row "
            + "with a goal must be missed, or the gate would not close.")
    private boolean planted;

    @Option(names = "--keep", description = "Keeps the results in properties/bench/results.json, which the pages' "
            + "tables are made from (with --documents).")
    private boolean keep;

    @Override
    public Integer call() {
        Layout layout = project.layout();
        var bench = new Bench(layout.root(), out);
        for (String id : ids) {
            if (!bench.ids().contains(id)) {
                throw new BadInput("properties/bench/rows.json has no row " + id + ", only " + String.join(", ", bench.ids()));
            }
        }
        List<String> chosen = !ids.isEmpty() ? ids : quick ? bench.quickIds() : bench.ids();
        Report report = bench.run(quick ? Plan.QUICK : Plan.DEFAULT, chosen, planted);
        Table.columns(report.table(bench.kept()), 4, out);
        out.println();
        out.println(report.summary());
        if (quick && ids.isEmpty()) {
            out.println((bench.ids().size() - chosen.size()) + " rows left out, which take longer: see bench without --quick");
        }
        if (full) {
            full(bench, layout);
        }
        if (keep && !planted && !report.isVoid()) {
            bench.keep(report);
        }
        return planted ? closes(report) : passes(report);
    }

    private void full(Bench bench, Layout layout) {
        out.println();
        List<List<String>> jmh = new ArrayList<>(List.of(List.of("JMH", "ns", "error", "octets")));
        jmh.addAll(bench.jmh());
        Table.columns(jmh, 1, out);
        out.println();
        bench.growth().forEach(curve -> out.println(curve.line()));
        SpecGrowth.print(layout, out);
    }

    private static int passes(Report report) {
        return report.passes() ? CheckCommand.AS_EXPECTED : CheckCommand.UNEXPECTED;
    }

    /** With a fault planted in every candidate. */
    private int closes(Report report) {
        List<String> open = report.notCaught();
        open.forEach(id -> out.println("not caught: " + id));
        return open.isEmpty() && !report.isVoid() ? CheckCommand.AS_EXPECTED : CheckCommand.UNEXPECTED;
    }
}
