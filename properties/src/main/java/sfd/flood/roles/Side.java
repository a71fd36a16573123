package sfd.flood.roles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import sfd.bench.Yardstick;
import sfd.sa.Policy;

/**
 * One kind of flood at a role with one policy.
 *
 * @param datagrams of the flood
 * @param octets of the state beside its table, the most at any tick's end
 * @param ofFloodRow steps in a second, in those of the benchmark's row {@code flood} in the same JVM, at the highest rate
 * @param sent datagrams in the clear in a tick, the most; and what the policy allows
 * @param asked protected requests
 * @param digests made
 * @param isWithin no tick had more of anything than the policy allows
 * @param waited at each rate
 */
public record Side(long datagrams, long octets, double ofFloodRow, long sent, long asked, long digests, boolean isWithin,
        List<Waited> waited) {

    public Side {
        waited = List.copyOf(waited);
    }

    /** At all rates, the role anew for each. */
    static <S> Side of(Kind<S> kind, Policy policy, Gate gate, Plan plan) {
        Bounds bounds = kind.bounds().apply(policy);
        var most = Tally.NONE;
        long datagrams = 0;
        long octets = 0;
        double ratio = 0;
        var waited = new ArrayList<Waited>();
        for (int rate : plan.rates()) {
            var yardstick = new Yardstick();
            yardstick.run(WARM_UP);
            var schedule = Schedule.STRONGSWAN;
            var course = new Course<>(kind, policy, gate, plan.peers(), plan.seed(), () -> yardstick.run(OPERATIONS));
            Map<Integer, Integer> delays = new TreeMap<>();
            double missed = 1;
            long nanos = 0;
            long arrived = 0;
            // Between two transmissions the flood goes on; those ticks, but the last one, are left out: each begins the limits anew.
            List<Course.Passed> passed = new ArrayList<>(List.of(course.pass(rate, List.of(), true)));
            for (int sent : schedule.ticks()) {
                List<Integer> asking = IntStream.range(0, plan.peers()).filter(peer -> !delays.containsKey(peer)).boxed().toList();
                Course.Passed now = course.pass(rate, asking, true);
                Course.Passed then = course.pass(rate, List.of(), true);
                now.atOnce().forEach(peer -> delays.put(peer, sent));
                then.takenUp().forEach(peer -> delays.putIfAbsent(peer, sent + 1));
                missed *= now.tally().turnedAway() == 0 ? 0
                        : 1 - Math.min(1, Math.min(policy.drawn(), bounds.taken()) / (double) now.tally().turnedAway());
                passed.addAll(List.of(now, then));
            }
            for (Course.Passed it : passed) {
                most = most.most(it.tally());
                octets = Math.max(octets, it.octets());
                nanos += it.tally().nanos();
                arrived += it.tally().arrived();
            }
            datagrams += (long) passed.size() * rate;
            ratio = yardstick.each() * arrived / nanos;
            waited.add(Waited.of(rate, plan.peers(), delays.values(),
                    policy.drawn() == 0 || bounds.taken() == 0 ? null : plan.peers() * (1 - missed)));
        }
        return new Side(datagrams, octets, ratio, most.sent(), most.asked(), most.digests(), most.isWithin(bounds), waited);
    }

    /** Of the yardstick beside each batch. */
    private static final int OPERATIONS = 512;
    private static final int WARM_UP = 100_000;
}
