package sfd.judges;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Tests in a JVM of their own: what they judge with may be changed, and TLC keeps static state. */
final class TestProcess {

    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int SECONDS = 600;

    private TestProcess() {
    }

    /**
     * Runs tests.
     *
     * @param folder classes that replace others
     * @return the first line of the first failure; nothing where all pass
     * @throws IllegalStateException where no test ran to its end
     */
    static Optional<String> run(Path folder, Collection<String> tests) {
        try {
            Path out = folder.resolve("out.txt");
            Process process = new ProcessBuilder(command(folder, tests)).redirectErrorStream(true).redirectOutput(out.toFile()).start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(tests + " did not end in " + SECONDS + " s");
            }
            List<String> lines = Files.readAllLines(out);
            return switch (process.exitValue()) {
                case PASSED -> Optional.empty();
                case FAILED -> Optional.of(lines.getLast());
                default -> throw new IllegalStateException(tests + " did not run: " + String.join("\n", lines));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> command(Path folder, Collection<String> tests) {
        String classes = String.join(File.pathSeparator, folder.toString(), System.getProperty("java.class.path"),
                ROOT.resolve("traces/target/test-classes").toString());
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dproject.root=" + ROOT, "-Djava.io.tmpdir=" + folder,
                "-Djqwik.database=" + folder.resolve("jqwik"), "-cp", classes, TestProcess.class.getName()));
        command.addAll(tests);
        return command;
    }

    /** @param tests classes, or methods behind a {@code #} */
    public static void main(String[] tests) {
        var summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(Stream.of(tests).map(TestProcess::selector).toList())
                .filters(TagFilter.excludeTags("long")).build(), summary);
        TestExecutionSummary found = summary.getSummary();
        found.getFailures().stream().findFirst().ifPresent(it -> System.out.println("\n" + it.getTestIdentifier().getDisplayName() + ": "
                + String.valueOf(it.getException()).replaceAll("\\s+", " ")));
        System.out.flush();
        Runtime.getRuntime().halt(found.getTotalFailureCount() > 0 ? FAILED : found.getTestsSucceededCount() > 0 ? PASSED : 2);
    }

    private static DiscoverySelector selector(String test) {
        return test.contains("#") ? selectMethod(test + (test.contains("(") ? "" : "()")) : selectClass(test);
    }
}
