package sfd.check;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.IPackageCoverage;
import org.jacoco.core.tools.ExecFileLoader;
import sfd.qcd.Maker;
import sfd.traces.tlc.Home;

/**
 * How much of the reference the replay alone runs through: the check again, in a JVM that counts branches. What it
 * misses no model speaks of.
 */
public final class ReplayCoverage {

    /** Where the roles, tokens and secrets are. */
    private static final Set<String> DEMANDED = Set.of("sfd.baseline", "sfd.qcd", "sfd.sir", "sfd.token");
    private static final double DEMAND = 0.95;

    private ReplayCoverage() {
    }

    /**
     * Prints the branches covered in each package of the reference, none left out.
     *
     * @param check the class whose {@code main} is the check
     * @return whether the roles, tokens and secrets reach what is demanded
     */
    public static boolean print(Class<?> check, Layout layout, List<Entry> entries, PrintStream out) {
        Path counts = layout.results().resolve("replay.exec");
        try {
            Files.createDirectories(layout.results());
            Files.deleteIfExists(counts);
            replay(check, layout, entries, counts);
            return print(packages(counts), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replay(Class<?> check, Layout layout, List<Entry> entries, Path counts) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + (Runtime.getRuntime().maxMemory() >> 20) + "m", "-XX:+UseSerialGC",
                "-javaagent:" + agent() + "=destfile=" + counts + ",includes=sfd.*",
                "-Dproject.root=" + layout.root(), "-cp", System.getProperty("java.class.path"), check.getName(), "--fresh"));
        entries.stream().filter(entry -> !entry.temporal())
                .forEach(entry -> command.addAll(List.of("--model", entry.name())));
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != Status.DONE) {
                throw new BadInput("the check itself is not as expected, so its coverage says nothing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String agent() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("org.jacoco.agent"))
                .findFirst()
                .orElseThrow(() -> new BadInput("no JaCoCo agent on the class path"));
    }

    private static List<IPackageCoverage> packages(Path counts) throws IOException {
        var loader = new ExecFileLoader();
        loader.load(counts.toFile());
        var builder = new CoverageBuilder();
        new Analyzer(loader.getExecutionDataStore(), builder).analyzeAll(Home.of(Maker.class).toFile());
        return builder.getBundle("reference").getPackages().stream()
                .sorted(Comparator.comparing(IPackageCoverage::getName))
                .toList();
    }

    private static boolean print(List<IPackageCoverage> packages, PrintStream out) {
        boolean enough = true;
        out.println();
        for (IPackageCoverage it : packages) {
            String name = it.getName().replace('/', '.');
            ICounter branches = it.getBranchCounter();
            boolean demanded = DEMANDED.contains(name);
            boolean reached = !demanded || branches.getCoveredRatio() >= DEMAND;
            enough &= reached;
            out.printf("%-16s %4d of %4d branches by replay alone, %5.1f %%%s%n", name, branches.getCoveredCount(),
                    branches.getTotalCount(), 100 * branches.getCoveredRatio(),
                    reached ? "" : ", wanted: %.0f %%".formatted(100 * DEMAND));
            if (demanded) {
                it.getSourceFiles().stream()
                        .filter(file -> file.getBranchCounter().getMissedCount() > 0)
                        .forEach(file -> out.printf("    %-24s misses %d of %d%n", file.getName(),
                                file.getBranchCounter().getMissedCount(), file.getBranchCounter().getTotalCount()));
            }
        }
        return enough;
    }
}
