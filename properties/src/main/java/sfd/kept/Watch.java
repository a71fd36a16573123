package sfd.kept;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import sfd.check.BadInput;
import sfd.check.Entry;
import sfd.check.Examined;
import sfd.check.Finding;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.Run;
import sfd.draw.Sequence;

/**
 * The author's loop: whenever a file of the spec is saved, the models that depend on it are checked anew, the quickest first,
 * so that what a changed guard does is seen in seconds. A file that is saved meanwhile ends a round after its batch.
 */
public final class Watch {

    /** What a batch may take, by what its models took when they were last as expected. */
    private static final double BATCH_SECONDS = 6;
    /** For one that never was. */
    private static final double UNKNOWN_SECONDS = 1;
    /** Editors leave other files beside. */
    private static final String SPEC = "\\w.*\\.(tla|cfg|json)";
    /** And they write a file in more than one go. */
    private static final long QUIET_MILLIS = 200;

    private final Layout layout;
    private final Function<Manifest, List<Entry>> chosen;
    private final String code = ClassPath.digest();
    private final PrintStream out;

    /** @param chosen which models are watched */
    public Watch(Layout layout, Function<Manifest, List<Entry>> chosen, PrintStream out) {
        this.layout = layout;
        this.chosen = chosen;
        this.out = out;
    }

    /** Until the thread is interrupted. */
    public void run() {
        try (WatchService files = FileSystems.getDefault().newWatchService()) {
            for (Path folder : List.of(layout.spec(), layout.spec().resolve("models"))) {
                folder.register(files, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            }
            Set<String> saved = new LinkedHashSet<>();
            while (true) {
                WatchKey already = round(saved, files);
                do {
                    saved = saved(already == null ? files.take() : already, files);
                    already = null;
                } while (saved.isEmpty());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The names of what was saved, when nothing more is. */
    private static Set<String> saved(WatchKey first, WatchService files) throws InterruptedException {
        Set<String> names = new LinkedHashSet<>();
        for (WatchKey key = first; key != null; key = files.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
            key.pollEvents().stream().map(event -> String.valueOf(event.context())).filter(name -> name.matches(SPEC)).forEach(names::add);
            key.reset();
        }
        return names;
    }

    /** @return the key of what was saved before all was checked; null if nothing was */
    private WatchKey round(Set<String> saved, WatchService files) {
        try {
            KeptResults known = KeptResults.of(layout, code);
            List<Entry> left = new ArrayList<>(chosen.apply(Manifest.read(layout)).stream().filter(it -> known.of(it).isEmpty())
                    .sorted(Comparator.comparing(it -> seconds(known, it))).toList());
            out.printf("%s %s%s%n", LocalTime.now().truncatedTo(ChronoUnit.SECONDS),
                    saved.isEmpty() ? "" : String.join(", ", saved) + " saved: ",
                    left.isEmpty() ? "no model to check, all known results stand" : models(left.size()) + " to check");
            boolean drawn = false;
            while (!left.isEmpty()) {
                drawn |= tell(batch(left, known), left.size(), !drawn);
                WatchKey key = files.poll();
                if (key != null) {
                    return key;
                }
            }
        } catch (BadInput e) {
            out.println(e.getMessage());
        }
        return null;
    }

    private static double seconds(KeptResults known, Entry entry) {
        return known.seconds(entry).orElse(UNKNOWN_SECONDS);
    }

    private static String models(int count) {
        return count + (count == 1 ? " model" : " models");
    }

    /** Takes the first ones away and checks them. */
    private List<Examined> batch(List<Entry> left, KeptResults known) {
        List<Entry> batch = new ArrayList<>();
        double seconds = 0;
        while (!left.isEmpty() && (batch.isEmpty() || seconds + seconds(known, left.getFirst()) <= BATCH_SECONDS)) {
            seconds += seconds(known, left.getFirst());
            batch.add(left.removeFirst());
        }
        var nobody = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Run(layout, 0, known, nobody).of(batch, it -> { });
    }

    /**
     * Each verdict that is another one is a line, each problem too, whatever many models have it; the first counterexample is
     * drawn, or the first step in which spec and Java differ.
     *
     * @param draw whether nothing has been drawn yet. @return whether something was
     */
    private boolean tell(List<Examined> batch, int left, boolean draw) {
        List<Examined> otherwise = batch.stream().filter(it -> !it.asExpected()).toList();
        boolean drawn = !draw;
        Map<String, Integer> problems = new LinkedHashMap<>();
        for (Examined it : otherwise) {
            for (String property : it.entry().expected().keySet()) {
                drawn |= tell(it, property, !drawn);
            }
            for (String problem : it.problems()) {
                String line = problem.replaceFirst("^" + it.entry().name() + ": ", "").lines().findFirst().orElse("");
                if (!drawn && problem.contains("\n")) {
                    out.println(problem);
                    drawn = true;
                } else {
                    problems.merge(line, 1, Integer::sum);
                }
            }
        }
        problems.forEach((problem, count) -> out.println(problem + (count == 1 ? "" : " (" + models(count) + ")")));
        out.printf("%s %s: %s%s%n", LocalTime.now().truncatedTo(ChronoUnit.SECONDS), models(batch.size()),
                otherwise.isEmpty() ? "as expected" : otherwise.size() + " NOT as expected",
                left == 0 ? "" : "; " + left + " more follow");
        return drawn && draw;
    }

    private boolean tell(Examined examined, String property, boolean draw) {
        Finding finding = examined.finding(property);
        if (examined.about().isEmpty() || examined.entry().expected().get(property).isMetBy(finding)) {
            return false;
        }
        out.printf("%s: %s is %s, expected: %s%n", examined.entry().name(), property, finding, examined.entry().expected().get(property));
        boolean draws = draw && finding.trace().isPresent() && finding.loop() == null;
        if (draws) {
            Sequence.lines(finding.trace().get()).forEach(out::println);
        }
        return draws;
    }
}
