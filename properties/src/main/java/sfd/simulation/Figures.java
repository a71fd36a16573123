package sfd.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts and failures for people. */
public final class Figures {

    private Figures() {
    }

    /** What the runs of one protocol come to. */
    public static List<String> lines(Protocol protocol, Tally tally) {
        List<String> lines = new ArrayList<>();
        lines.add(format("%s: %,d exchanges in %,d runs, %,d datagrams, %,d steps", protocol.label(), tally.exchanges(), tally.runs(),
                tally.datagrams(), tally.steps()));
        for (Tally.Concluded how : Tally.Concluded.values()) {
            Delays delays = tally.detected(how);
            if (delays.number() > 0) {
                lines.add(format("  %,d losses known %s, half of them within %,d ms, 99 %% within %,d ms, the last after %,d ms",
                        delays.number(), how.name().toLowerCase(Locale.ROOT).replace('_', ' '), delays.within(0.5), delays.within(0.99),
                        delays.longest()));
            }
        }
        for (Kind.Sort sort : Kind.Sort.values()) {
            lines.add("  " + sort.name().toLowerCase(Locale.ROOT) + ": " + Kind.of(sort).stream()
                    .filter(kind -> tally.happened(kind.name()) > 0).map(kind -> counted(kind.name(), tally)).collect(Collectors.joining(", ")));
        }
        lines.add("  " + Tally.LOOKED.strip() + ": " + tally.happened().keySet().stream().filter(what -> what.startsWith(Tally.LOOKED))
                .map(what -> format("%s %,d", what.substring(Tally.LOOKED.length()), tally.happened(what))).collect(Collectors.joining(", ")));
        lines.add("  besides: " + tally.happened().keySet().stream()
                .filter(what -> !what.startsWith("log ") && !what.startsWith(Tally.LOOKED))
                .filter(what -> Stream.of(Kind.values()).noneMatch(kind -> kind.name().equals(what)))
                .map(what -> counted(what, tally)).collect(Collectors.joining(", ")));
        return lines;
    }

    private static String counted(String what, Tally tally) {
        return format("%s %,d", what.toLowerCase(Locale.ROOT).replace('_', ' '), tally.happened(what));
    }

    /** What broke, how to see it again, and the sequence that leads there. */
    public static List<String> lines(Campaign.Failure failure) {
        List<String> lines = new ArrayList<>();
        lines.add(failure.broken().claim() + " is broken in the run of seed " + failure.seed() + ": " + failure.broken().how());
        lines.add("again: " + command(failure));
        lines.add("what is left of its script: " + failure.script().happenings().size() + " happenings, "
                + failure.script().fates().size() + " datagrams lost, doubled or delayed");
        lines.addAll(failure.broken().sequence());
        return lines;
    }

    /** The one command that shows a failure again. */
    public static String command(Campaign.Failure failure) {
        return "java -jar properties/target/sfd.jar simulate --protocol " + failure.protocol().label() + " --exchanges 1 --seed "
                + failure.seed();
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
