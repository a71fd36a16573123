package sfd.check;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import sfd.draw.Sequence;
import sfd.traces.tlc.Checker;
import sfd.traces.tlc.Progress;

/** One run over some models: walk and replay here, TLC's own checker in another process at the same time. */
public final class Run {

    private static final long NANOS_BETWEEN_LINES = 5_000_000_000L;

    private final Layout layout;
    private final Examination examination;
    private final Known known;
    private final PrintStream out;

    /** @param warmReplays how many replays of each model to time after the first pass */
    public Run(Layout layout, long warmReplays, Known known, PrintStream out) {
        this.layout = layout;
        this.known = known;
        this.examination = new Examination(layout, warmReplays);
        this.out = out;
    }

    /**
     * Checks the models in their order, but for those that are known.
     *
     * @param each hears of each model when all is known of it
     */
    public List<Examined> of(List<Entry> entries, Consumer<Examined> each) {
        Scratch.remove(layout.results());
        Map<String, Examined> kept = new LinkedHashMap<>();
        entries.forEach(entry -> known.of(entry).ifPresent(it -> kept.put(entry.name(), it)));
        kept.values().forEach(this::write);
        List<Examined> checked = check(entries.stream().filter(it -> !kept.containsKey(it.name())).toList(), each);
        checked.forEach(it -> kept.put(it.entry().name(), it));
        return entries.stream().map(it -> kept.get(it.name())).toList();
    }

    private List<Examined> check(List<Entry> entries, Consumer<Examined> each) {
        if (entries.isEmpty()) {
            return List.of();
        }
        try (var confirmation = Confirmation.start(entries, layout)) {
            Queue<Examined> walked = new ArrayDeque<>();
            List<Examined> compared = new ArrayList<>();
            for (Entry entry : entries) {
                walked.add(examine(entry));
                while (!walked.isEmpty() && confirmation.isReady(walked.element().entry().name())) {
                    compare(walked.remove(), confirmation, compared, each);
                }
            }
            confirmation.walksAreOver();
            while (!walked.isEmpty()) {
                compare(walked.remove(), confirmation, compared, each);
            }
            return compared;
        }
    }

    private Examined examine(Entry entry) {
        long start = System.nanoTime();
        long[] last = {start};
        Examined examined = examination.examine(entry, (states, edges) -> {
            long now = System.nanoTime();
            if (now - last[0] >= NANOS_BETWEEN_LINES) {
                last[0] = now;
                out.printf("%s: %,d states, %,d transitions after %d s ...%n", entry.name(), states, edges,
                        (now - start) / 1_000_000_000L);
            }
        });
        write(examined);
        out.println(entry.name() + ": " + walked(examined));
        return examined;
    }

    private static String walked(Examined examined) {
        if (examined.about().isEmpty()) {
            return "cannot be checked, " + examined.problems().getFirst();
        }
        if (examined.states() == null) {
            return "left to TLC's own checker";
        }
        return "%,d states, %,d transitions%s, %.1f s".formatted(examined.states(), examined.transitions(),
                examined.replay().map(replay -> replay.mismatches() == 0 ? ", the Java does the same" : ", the Java DIFFERS")
                        .orElse(""), examined.seconds());
    }

    private void compare(Examined walked, Confirmation confirmation, List<Examined> compared, Consumer<Examined> each) {
        String name = walked.entry().name();
        if (!confirmation.isReady(name)) {
            out.println(name + ": waiting for TLC's own checker ...");
        }
        Answer answer = confirmation.of(name);
        Examined examined = Comparison.of(walked, answer,
                Configuration.read(walked.entry().model(layout).config()),
                answer.lasso().flatMap(lasso -> LassoPath.of(layout, walked.entry(), lasso)));
        if (walked.entry().temporal()) {
            write(examined);
        }
        out.printf("%s: %s, TLC's own checker took %.1f s%n", name,
                examined.asExpected() ? "as expected" : "NOT as expected", answer.seconds());
        compared.add(examined);
        known.keep(examined);
        each.accept(examined);
    }

    private void write(Examined examined) {
        examined.findings().forEach((property, finding) -> Verdicts.write(layout, examined.entry().name(), property, finding));
    }

    /** One temporal model by itself; nothing is left behind. */
    public static Examined temporal(Layout layout, Entry entry) {
        Answer answer = Answer.of(Checker.checkAlone(entry.model(layout)), 0);
        return Comparison.of(new Examination(layout, Examination.WALK_ONLY).examine(entry, Progress.NONE), answer,
                Configuration.read(entry.model(layout).config()), answer.lasso().flatMap(it -> LassoPath.of(layout, entry, it)));
    }

    /** Prints what is not as expected: each verdict with its counterexample, each problem. */
    public static void complain(List<Examined> all, PrintStream out) {
        for (Examined examined : all) {
            for (Map.Entry<String, Expectation> expected : examined.entry().expected().entrySet()) {
                Finding finding = examined.finding(expected.getKey());
                if (examined.about().isPresent() && !expected.getValue().isMetBy(finding)) {
                    out.printf("%n%s: %s is %s, expected: %s%n", examined.entry().name(), expected.getKey(), finding,
                            expected.getValue());
                    finding.trace().ifPresent(trace -> (finding.loop() == null ? Sequence.lines(trace)
                            : Sequence.lines(trace, finding.loop())).forEach(out::println));
                }
            }
            examined.problems().forEach(problem -> out.println("\n" + problem));
        }
    }
}
