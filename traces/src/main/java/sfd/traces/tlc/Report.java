package sfd.traces.tlc;

import java.util.List;
import java.util.Optional;
import tlc2.output.EC;
import tlc2.tool.AbstractChecker;

/** Reads the outcome from the messages of one run of TLC's checker. */
final class Report {

    private final List<Console.Message> messages;
    private final String text;

    private Report(Console console) {
        this.messages = List.copyOf(console.messages());
        this.text = console.text();
    }

    /** @param checker TLC's checker after the run, or null where it came to none */
    static Checked of(Console console, AbstractChecker checker) {
        return new Report(console).outcome(checker);
    }

    /** Only a word of success is one: a run that ends without it, and without a violation, has failed. */
    private Checked outcome(AbstractChecker checker) {
        if (first(EC.TLC_SUCCESS).isPresent()) {
            return new Checked.Holds(totals());
        }
        if (first(EC.TLC_TEMPORAL_PROPERTY_VIOLATED).isPresent()) {
            return new Checked.Violated(totals(), String.join(", ", TemporalNames.of(checker.tool)), true, length());
        }
        return first(EC.TLC_INVARIANT_VIOLATED_INITIAL, EC.TLC_PROPERTY_VIOLATED_INITIAL)
                .<Checked>map(message -> new Checked.Violated(totals(), message.parameters().getFirst(), false, 1))
                .or(() -> first(EC.TLC_INVARIANT_VIOLATED_BEHAVIOR, EC.TLC_ACTION_PROPERTY_VIOLATED_BEHAVIOR)
                        .map(message -> new Checked.Violated(totals(), message.parameters().getFirst(), false, length())))
                .orElseGet(() -> new Checked.Failed(totals(), Complaint.ofRun(text)));
    }

    private int length() {
        return (int) messages.stream().filter(message -> message.code() == EC.TLC_STATE_PRINT1
                || message.code() == EC.TLC_STATE_PRINT2).count();
    }

    /** The depth is not reported after a violated temporal property: then it is 0. */
    private Checked.Totals totals() {
        Optional<Console.Message> stats = first(EC.TLC_STATS);
        return new Checked.Totals(stats.map(message -> number(message, 1)).orElse(0L),
                stats.map(message -> number(message, 0)).orElse(0L),
                first(EC.TLC_SEARCH_DEPTH).map(message -> (int) number(message, 0)).orElse(0));
    }

    private static long number(Console.Message message, int parameter) {
        return Long.parseLong(message.parameters().get(parameter));
    }

    private Optional<Console.Message> first(int... codes) {
        return messages.stream().filter(message -> {
            for (int code : codes) {
                if (message.code() == code) {
                    return true;
                }
            }
            return false;
        }).findFirst();
    }
}
