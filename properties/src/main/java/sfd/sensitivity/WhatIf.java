package sfd.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sfd.check.Entry;
import sfd.check.Expectation;
import sfd.check.Outcome;
import sfd.check.Result;
import sfd.traces.tlc.Checked;
import sfd.traces.tlc.Checker;
import sfd.traces.tlc.Model;
import sfd.traces.tlc.TlcException;
import sfd.traces.tlc.Verdict;
import sfd.traces.tlc.Walk;
import sfd.traces.tlc.Walked;

/**
 * A model in which one thing is otherwise, against what is expected of the model as it is. The spec alone: nothing is
 * replayed. A model that cannot be read is no verdict, and is thrown.
 *
 * @param most transitions; a graph that grows beyond them is given up, and said so
 */
record WhatIf(int most) {

    /** @param sized the changed model, without temporal properties and with its steps told apart, to know how large it is */
    void temporal(Entry entry, Model changed, Model sized, Outcome.Sum sum) {
        if (walk(entry, sized, sum).isPresent()) {
            temporal(entry, changed, sum);
        }
    }

    /** Where the graph is as it was. @throws TlcException where the checker comes to no verdict */
    void temporal(Entry entry, Model changed, Outcome.Sum sum) {
        String property = entry.expected().keySet().iterator().next();
        String was = entry.expected().get(property).toString();
        switch (Checker.checkAlone(changed)) {
            case Checked.Failed failed -> throw new TlcException(entry.name() + ": " + failed.line());
            case Checked.Violated violated -> add(entry, property, was, Result.VIOLATED, violated.totals(), sum);
            case Checked.Holds holds -> add(entry, property, was, Result.HOLDS, holds.totals(), sum);
        }
    }

    private static void add(Entry entry, String property, String was, Result now, Checked.Totals totals, Outcome.Sum sum) {
        List<Outcome.Difference> found = was.equals(now.toString()) ? List.of()
                : List.of(new Outcome.Difference(entry.name(), property, was, now.toString()));
        sum.add(entry.name(), found, entry.states() != null && totals.distinct() == entry.states());
    }

    void walked(Entry entry, Model changed, Outcome.Sum sum) {
        walk(entry, changed, sum).ifPresent(walked -> sum.add(entry.name(), differences(entry, walked), isSame(entry, walked)));
    }

    /** @return nothing, and so in the sum, where the graph grows too large or something cannot be evaluated */
    private Optional<Walked> walk(Entry entry, Model model, Outcome.Sum sum) {
        try (Walk walk = Walk.open(model)) {
            return walked(walk, entry, sum);
        }
    }

    private Optional<Walked> walked(Walk walk, Entry entry, Outcome.Sum sum) {
        try {
            return Optional.of(walk.run((states, edges) -> {
                if (edges > most) {
                    throw new TooLarge(most);
                }
            }));
        } catch (TlcException e) {
            sum.undecided(entry.name(), why(e));
            return Optional.empty();
        }
    }

    private static final class TooLarge extends RuntimeException {

        static final String WORDS = "more than ";

        TooLarge(int most) {
            super(WORDS + most + " transitions");
        }
    }

    /** TLC wraps what stops it into lines of its own. */
    private String why(TlcException e) {
        String large = new TooLarge(most).getMessage();
        return e.getMessage().contains(large) ? large : e.getMessage();
    }

    private static List<Outcome.Difference> differences(Entry entry, Walked walked) {
        var differences = new ArrayList<Outcome.Difference>();
        for (Verdict verdict : walked.verdicts()) {
            Expectation was = entry.expected().get(verdict.property());
            if ((was.result() == Result.HOLDS) != verdict.holds()) {
                differences.add(new Outcome.Difference(entry.name(), verdict.property(), was.toString(), words(verdict)));
            }
        }
        return differences;
    }

    private static String words(Verdict verdict) {
        return verdict.violation().map(trace -> Result.VIOLATED + " in " + (trace.length() - 1)).orElse(Result.HOLDS.toString());
    }

    private static boolean isSame(Entry entry, Walked walked) {
        return walked.generated() == entry.transitions() && walked.graph().stateCount() == entry.states()
                && walked.verdicts().stream().allMatch(it -> words(it).equals(entry.expected().get(it.property()).toString()));
    }
}
