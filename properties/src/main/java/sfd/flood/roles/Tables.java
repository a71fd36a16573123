package sfd.flood.roles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Results for people: the same rows on a screen and on a page. */
public final class Tables {

    private static final double MIB = 1 << 20;
    private static final double TICKS_A_SECOND = 10;

    private Tables() {
    }

    /** A row for each kind of flood: memory, speed, the chance. */
    static List<List<String>> floods(Results results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("flood", "memory, MiB", "with the draw", "steps, of the flood row's", "with the draw",
                "room, limit, turned away", "chance by the formula", "measured, bounds"));
        for (Flooded it : results.floods()) {
            rows.add(List.of(it.words(), mib(it.without().octets()), mib(it.with().octets()), number("%.3f", it.without().ofFloodRow()),
                    number("%.3f", it.with().ofFloodRow()),
                    each(it, drawn -> drawn.drawn() + ", " + drawn.limit() + ", " + drawn.turnedAway()),
                    each(it, drawn -> number("%.4f", drawn.formula())),
                    each(it, drawn -> number("%.4f, %.4f..%.4f", drawn.measured(), drawn.lower(), drawn.upper()))));
        }
        return rows;
    }

    private static String each(Flooded it, Function<Drawn, String> words) {
        return it.chances().isEmpty() ? "no limit met" : it.chances().stream().map(words).collect(Collectors.joining("; "));
    }

    /** A row for each rate: how long honest peers wait. */
    static List<List<String>> waits(List<Flooded> floods) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("flood", "datagrams in a tick", "no draw: answered", "a tenth, half, 9 of 10, 99 of 100 within, s",
                "draw: answered",
                "by the formula", "a tenth, half, 9 of 10, 99 of 100 within, s"));
        for (Flooded it : floods) {
            for (int i = 0; i < it.with().waited().size(); i++) {
                Waited without = it.without().waited().get(i);
                Waited with = it.with().waited().get(i);
                rows.add(List.of(it.words(), number("%,d", with.perTick()), answered(without), within(without), answered(with),
                        with.expected() == null ? "" : number("%.1f", with.expected()), within(with)));
            }
        }
        return rows;
    }

    private static String answered(Waited it) {
        return it.answered() + " of " + it.asked();
    }

    private static String within(Waited it) {
        return Arrays.asList(it.tenth(), it.half(), it.nineTenths(), it.most()).stream().map(Tables::seconds)
                .collect(Collectors.joining(", "));
    }

    private static String seconds(Integer ticks) {
        return ticks == null ? "-" : number("%.1f", ticks / TICKS_A_SECOND);
    }

    /** A row for each role, and each length of what waits. */
    static List<List<String>> waiting(Results results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("role", "octets of a datagram", "of these wait", "memory, MiB"));
        results.waiting().forEach(it -> rows.add(List.of(it.at(), number("%,d", it.length()), number("%,d", it.waiting()), mib(it.octets()))));
        return rows;
    }

    /** For a page; how long honest peers wait only where the spec has models of it. */
    public static String markdown(Results results) {
        Plan plan = results.plan();
        List<Flooded> modelled = results.floods().stream().filter(it -> !it.models().isEmpty()).toList();
        return "    " + results.command() + "\n\n" + markdown(floods(results), ":") + "\n" + markdown(waits(modelled), ":") + "\n"
                + markdown(waiting(results), ":")
                + number("%n%,d IKE SAs, %,d sources, %d honest peers, %,d datagrams or more of each kind with each policy; %,d ticks "
                        + "for each chance. %s, %s.%n", plan.sas(), plan.sources(), plan.peers(),
                        results.floods().stream().mapToLong(it -> it.with().datagrams()).min().orElse(0), plan.ticks(), results.machine(),
                        results.jdk());
    }

    private static String markdown(List<List<String>> rows, String right) {
        return line(rows.getFirst()) + "|---|" + ("---" + right + "|").repeat(rows.getFirst().size() - 1) + "\n"
                + rows.stream().skip(1).map(Tables::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String mib(long octets) {
        return number("%.2f", octets / MIB);
    }

    private static String number(String form, Object... values) {
        return String.format(Locale.ROOT, form, values).replace("\r", "");
    }
}
