package sfd.check;

import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import sfd.lockstep.Replay;
import sfd.lockstep.Speed;

/**
 * Sums over one run.
 *
 * @param kept models whose results are of earlier runs
 */
public record Totals(int models, int kept, int properties, int asExpected, int unexpected, int problems, long states, long transitions,
        long transitionsReplayed, long roleStateEventPairs, long mismatches, double seconds) {

    public static Totals of(List<Examined> all, double seconds) {
        int properties = all.stream().mapToInt(it -> it.entry().expected().size()).sum();
        int met = (int) all.stream().mapToLong(it -> it.entry().expected().entrySet().stream()
                .filter(expected -> expected.getValue().isMetBy(it.finding(expected.getKey()))).count()).sum();
        return new Totals(all.size(), (int) all.stream().filter(Examined::kept).count(), properties, met, properties - met,
                all.stream().mapToInt(it -> it.problems().size()).sum(),
                all.stream().map(Examined::states).filter(Objects::nonNull).mapToLong(Long::longValue).sum(),
                all.stream().map(Examined::transitions).filter(Objects::nonNull).mapToLong(Long::longValue).sum(),
                replays(all, Replay::specToJava), replays(all, Replay::roleStateEventPairs),
                replays(all, Replay::mismatches), seconds);
    }

    private static long replays(List<Examined> all, ToLongFunction<Replay> what) {
        return all.stream().flatMap(it -> it.replay().stream()).mapToLong(what).sum();
    }

    static Speed cold(List<Examined> all) {
        return all.stream().flatMap(it -> it.replay().stream()).map(Replay::cold).reduce(Speed.NONE, Speed::plus);
    }

    static Speed warm(List<Examined> all) {
        return all.stream().flatMap(it -> it.replay().stream()).map(Replay::warm).reduce(Speed.NONE, Speed::plus);
    }
}
