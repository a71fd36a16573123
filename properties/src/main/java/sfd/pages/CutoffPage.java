package sfd.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import sfd.check.Layout;
import sfd.cutoff.Cutoff;

/** What few SAs say of many. */
record CutoffPage(Layout layout) {

    String tables() {
        Cutoff kept = Cutoff.KEPT.read(layout);
        return worlds(kept.worlds()) + "\n" + kept.worlds().stream()
                .map(it -> "- `%s`: %s\n".formatted(it.name(), it.says())).collect(Collectors.joining())
                + "\n" + claims(kept) + "\n" + detection(kept.detection());
    }

    private static String worlds(List<Cutoff.Seen> worlds) {
        var rows = new StringBuilder("| world | SAs | states | transitions | with one less and others: states | not seen | its own steps "
                + "| steps of others | missing | seconds |\n"
                + "|---|---:|---:|---:|---:|---:|---:|---|---:|---:|\n");
        for (Cutoff.Seen world : worlds) {
            Cutoff.Found it = world.found();
            if (it == null) {
                rows.append("| %s | %d | not looked at | | | | | | | |\n".formatted(world.name(), world.pairs().size()));
                continue;
            }
            rows.append("| %s | %d%s | %,d | %,d | %s | %,d | %,d | %s | %,d | %d |\n".formatted(world.name(), world.pairs().size(),
                    world.others() ? " and others" : "", it.states(), it.transitions(),
                    it.sights().stream().map(sight -> "%,d".formatted(sight.states())).collect(Collectors.joining(", ")),
                    sum(it.sights().stream().mapToLong(Cutoff.Through::hidden)), sum(it.sights().stream().mapToLong(Cutoff.Through::own)),
                    needs(it), sum(it.sights().stream().flatMapToLong(sight -> sight.missing().values().stream().mapToLong(Long::longValue))),
                    it.seconds()));
        }
        return rows.toString();
    }

    private static long sum(LongStream counts) {
        return counts.sum();
    }

    private static String needs(Cutoff.Found found) {
        SortedMap<String, Long> needs = new TreeMap<>();
        found.sights().forEach(sight -> sight.needs().forEach((part, count) -> needs.merge(part, count, Long::sum)));
        return needs.entrySet().stream().map(it -> "%s %,d".formatted(it.getKey(), it.getValue())).collect(Collectors.joining(", "));
    }

    /** Of each claim where it holds with few, alone and among others, and with one more. */
    private static String claims(Cutoff kept) {
        var rows = new StringBuilder("| claim | carries over | holds of few, alone | of few among others | of one more | why |\n|---|---|---:|---:|---:|---|\n");
        for (Cutoff.Claim claim : kept.claims()) {
            List<Cutoff.Found> all = kept.worlds().stream().map(Cutoff.Seen::found)
                    .filter(it -> it != null && it.verdicts().containsKey(claim.property())).toList();
            rows.append("| %s | %s | %s | %s |\n".formatted(claim.property(), claim.carries() ? "yes" : "no", all.isEmpty() ? "| |"
                    : "%s | %s | %s".formatted(
                            of(all, it -> it.sights().stream().map(sight -> sight.alone().get(claim.property())).toList()),
                            of(all, it -> it.sights().stream().map(sight -> sight.among().get(claim.property())).toList()),
                            of(all, it -> List.of(it.verdicts().get(claim.property())))), claim.why()));
        }
        return rows.toString();
    }

    private static String of(List<Cutoff.Found> all, Function<Cutoff.Found, List<String>> verdicts) {
        return all.stream().filter(it -> verdicts.apply(it).stream().allMatch("holds"::equals)).count() + " of " + all.size();
    }

    private static String detection(List<Cutoff.Detection> worlds) {
        return "| world of one SA | claim | alone | falls among others who may | holds among others who may | told of in |\n|---|---|---|---|---|---|\n"
                + worlds.stream().map(it -> it.among() == null ? "| %s | %s | not looked at | | | |\n".formatted(it.name(), it.property())
                        : "| %s | %s | %s | %s | %s | %s |\n".formatted(it.name(), it.property(), it.alone(),
                        parts(it.among(), false), parts(it.among(), true), it.findings().stream()
                                .map(id -> "[%s](../FINDINGS.md#%s)".formatted(id, id.toLowerCase(Locale.ROOT))).collect(Collectors.joining(", "))))
                .collect(Collectors.joining());
    }

    private static String parts(Map<String, String> among, boolean holds) {
        return among.entrySet().stream().filter(it -> Objects.equals(it.getValue(), "holds") == holds).map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }
}
