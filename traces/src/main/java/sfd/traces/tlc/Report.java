package sfd.traces.tlc;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sfd.traces.value.ValueException;
import tlc2.output.EC;
import tlc2.tool.AbstractChecker;
import tlc2.tool.TLCState;

/** Reads the outcome from the messages of one run of TLC's checker. */
final class Report {

    private final Model model;
    private final List<Console.Message> messages;
    private final String text;

    private Report(Model model, Console console) {
        this.model = model;
        this.messages = List.copyOf(console.messages());
        this.text = console.text();
    }

    /** @param checker TLC's checker after the run, or null where it came to none */
    static Checked of(Model model, Console console, AbstractChecker checker) {
        return new Report(model, console).outcome(checker);
    }

    /** Only a word of success is one: a run that ends without it, and without a violation, has failed. */
    private Checked outcome(AbstractChecker checker) {
        if (first(EC.TLC_SUCCESS).isPresent()) {
            return new Checked.Holds(totals());
        }
        if (first(EC.TLC_TEMPORAL_PROPERTY_VIOLATED).isPresent()) {
            return new Checked.Violated(totals(), String.join(", ", new PropertyNames(checker.tool).temporal()), true, length(), lasso());
        }
        return first(EC.TLC_INVARIANT_VIOLATED_INITIAL, EC.TLC_PROPERTY_VIOLATED_INITIAL)
                .map(message -> violated(checker, message, 1))
                .or(() -> first(EC.TLC_INVARIANT_VIOLATED_BEHAVIOR, EC.TLC_ACTION_PROPERTY_VIOLATED_BEHAVIOR)
                        .map(message -> violated(checker, message, length())))
                .orElseGet(() -> new Checked.Failed(totals(), Complaint.of(model, Complaint.line(text, ""))));
    }

    private Checked violated(AbstractChecker checker, Console.Message message, int length) {
        String name = new PropertyNames(checker.tool).property(message.parameters().getFirst());
        return new Checked.Violated(totals(), name, false, length, Optional.empty());
    }

    private int length() {
        return (int) messages.stream().filter(message -> message.code() == EC.TLC_STATE_PRINT1
                || message.code() == EC.TLC_STATE_PRINT2).count();
    }

    /** What TLC shows: states, then either the number of the one that is next again, or that nothing happens any more. */
    private Optional<Lasso> lasso() {
        List<TLCState> shown = messages.stream().map(Console.Message::state).filter(Objects::nonNull).toList();
        Optional<Integer> back = first(EC.TLC_BACK_TO_STATE).map(message -> (int) number(message, 0) - 1)
                .or(() -> first(EC.TLC_STATE_PRINT3).map(message -> shown.size() - 1));
        if (back.isEmpty() || shown.isEmpty()) {
            return Optional.empty();
        }
        var conversion = new Conversion();
        try {
            return Optional.of(new Lasso(shown.stream().map(it -> Identity.without(it, conversion)).toList(), back.get()));
        } catch (TlcException | ValueException | IllegalArgumentException e) {
            return Optional.empty();
        }
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
