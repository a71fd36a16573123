package sfd.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.qcd.Taker;
import sfd.qcd.TakerState;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Step;
import sfd.token.Digest;
import sfd.token.JdkDigest;
import sfd.token.TokenMethod;

/**
 * Three members behind a balancer that is not sticky at all, with a list on a real server, while members are killed, ways to the
 * list cut or held up, and the server itself is killed: nobody gets a token of an IKE SA that a member has, and what is lost its
 * taker knows as soon as a member may tell. {@code -Dfaults=1000 -Dsas=10000} for more of it, {@code -Dseed} for another one.
 */
class DrillTest {

    private static final int FAULTS = Integer.getInteger("faults", 24);
    private static final int SAS = Integer.getInteger("sas", 300);
    private static final int PROBES = 40;
    private static final int PATIENCE = 20_000;

    @TempDir
    private Path folder;

    private final Random random = new Random(Long.getLong("seed", 1));
    private final Digest digest = new JdkDigest();
    /** Who has each IKE SA; and who had those that are lost, and that Alice still has. */
    private final Map<IkeSpis, String> held = new HashMap<>();
    private final Map<IkeSpis, String> lost = new HashMap<>();
    private TakerState alice = TakerState.INITIAL;
    /** Members whose list on this run of the server is not complete. */
    private final Set<String> unconfirmed = new HashSet<>();
    /** Members that were down, and have not said yet that they lost all. */
    private final Set<String> unpurged = new HashSet<>();
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final Map<Why, Integer> silences = new EnumMap<>(Why.class);
    private Redis redis;
    private Cluster cluster;
    private int asked;
    private int detected;
    private int refused;
    private int late;

    private enum Fault { MEMBER_KILLED, LINK_CUT, LINK_HELD, SERVER_KILLED, SA_FORGOTTEN }

    /** Why a member may be silent about an IKE SA that is lost. */
    private enum Why { CANNOT_REACH_THE_LIST, A_MEMBER_HAS_NOT_CONFIRMED, ITS_MEMBER_IS_NOT_BACK }

    @Test
    @Timeout(3_600)
    void noTokenOfALivingSaAndEveryLostOneIsDetected() throws Exception {
        try (var server = new Redis(folder)) {
            redis = server;
            try (var members = new Cluster(server)) {
                cluster = members;
                settle();
                fill();
                for (int i = 0; i < FAULTS; i++) {
                    fault();
                    probe();
                    if (random.nextInt(3) == 0) {
                        heal();
                        probe();
                    }
                }
                healAll();
                detectAll();
            }
        }
        assertEquals(Map.of(), lost);
        assertTrue(detected > 0 && silences.keySet().size() == Why.values().length || FAULTS < 20, silences.toString());
        System.out.println("drill: " + SAS + " IKE SAs on " + Member.ALL.size() + " members, " + faults + "; " + asked
                + " requests about IKE SAs, tokens of living ones: 0; lost ones detected: " + detected + ", not detected: "
                + lost.size() + "; silent meanwhile: " + silences + "; not opened, for they could not be announced: " + refused + "; times that the list was late: " + late);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    // Faults, and their end.

    private void fault() throws Exception {
        Fault fault = any(List.of(Fault.values()));
        String name = any(Member.ALL);
        boolean possible = switch (fault) {
            case MEMBER_KILLED -> cluster.isUp(name);
            case LINK_CUT, LINK_HELD -> cluster.link(name).state() == Link.State.OPEN;
            case SERVER_KILLED -> redis.isUp() && random.nextInt(3) == 0;
            case SA_FORGOTTEN -> cluster.isUp(name) && held.containsValue(name);
        };
        if (!possible) {
            heal();
            fault();
            return;
        }
        faults.merge(fault, 1, Integer::sum);
        switch (fault) {
            case MEMBER_KILLED -> {
                cluster.kill(name);
                unpurged.add(name);
                held.entrySet().removeIf(it -> it.getValue().equals(name) && lost.put(it.getKey(), name) == null);
            }
            case LINK_CUT -> cluster.link(name).set(Link.State.CUT);
            case LINK_HELD -> cluster.link(name).set(Link.State.HELD);
            case SERVER_KILLED -> {
                redis.kill();
                unconfirmed.addAll(Member.ALL);
            }
            case SA_FORGOTTEN -> {
                IkeSpis spis = any(held.keySet().stream().filter(it -> held.get(it).equals(name)).sorted().toList());
                cluster.tell(name, "forget " + words(spis));
                held.remove(spis);
                lost.put(spis, name);
            }
        }
        probe(); // At once, before anybody has noticed.
    }

    private void heal() throws Exception {
        var ill = new ArrayList<String>(Member.ALL.stream().filter(it -> !cluster.isUp(it) || !cluster.reaches(it)).toList());
        if (!redis.isUp() && random.nextBoolean()) {
            redis.start();
        } else if (!ill.isEmpty()) {
            heal(any(ill));
        }
        settle();
        fill();
    }

    private void heal(String name) throws Exception {
        cluster.link(name).set(Link.State.OPEN);
        if (!cluster.isUp(name)) {
            cluster.start(name);
        }
    }

    private void healAll() throws Exception {
        if (!redis.isUp()) {
            redis.start();
        }
        for (String name : Member.ALL) {
            heal(name);
        }
        settle();
    }

    /** Until every member that can reach the list has found that out; in bounded time, or that is a fault of its own. */
    private void settle() throws Exception {
        List<String> able = cluster.up().stream().filter(cluster::reaches).toList();
        long until = System.currentTimeMillis() + PATIENCE;
        // Twice: what a member took for its connection may have been one that is gone.
        for (int good = 0; good < 2; ) {
            assertTrue(System.currentTimeMillis() < until, () -> "one of " + able + " does not find the list again");
            Thread.sleep(Member.AGAIN + 10);
            boolean all = true;
            for (String name : able) {
                all &= cluster.tell(name, "tick").equals("reachable");
            }
            good = all ? good + 1 : 0;
        }
        able.forEach(unconfirmed::remove);
        able.forEach(unpurged::remove);
    }

    // IKE SAs.

    /** As many as there are to be, at whoever is up. */
    private void fill() throws Exception {
        for (String name : cluster.up()) {
            var fresh = new ArrayList<IkeSpis>();
            for (int i = held.size(); i < SAS && fresh.size() < SAS / Member.ALL.size() + 1; i++) {
                fresh.add(new IkeSpis(random.nextLong() | 1, random.nextLong() | 1));
            }
            List<String> answers = cluster.tell(name, fresh.stream().map(it -> "open " + words(it)).toList());
            for (int i = 0; i < fresh.size(); i++) {
                if (answers.get(i).equals("opened")) {
                    opened(fresh.get(i), name);
                } else {
                    late += cluster.reaches(name) ? 1 : 0;
                    refused++;
                }
            }
        }
    }

    private void opened(IkeSpis spis, String name) {
        held.put(spis, name);
        Octets token = TokenMethod.SPIS.token(digest, Member.SECRETS.newest(), spis, Member.ALICE.address());
        tellAlice(new Event.SaHalfOpen(spis, Member.ALICE, Member.BOB, true));
        tellAlice(new Event.SaEstablished(spis, "bob", Set.of(),
                List.of(new Payload.Notify(1, Octets.EMPTY, NotifyTypes.QUICK_CRASH_DETECTION, token))));
    }

    private Step<TakerState> tellAlice(Event event) {
        Step<TakerState> step = Taker.step(Member.POLICY, digest, alice, event);
        alice = step.next();
        return step;
    }

    private static String words(IkeSpis spis) {
        return spis.toString().replace(':', ' ');
    }

    // What members say about them.

    /** Some that live and some that are lost, each asked about at every member. */
    private void probe() throws Exception {
        for (String name : cluster.up()) {
            ask(name, some(held));
            ask(name, some(lost));
        }
    }

    private List<IkeSpis> some(Map<IkeSpis, String> all) {
        var list = new ArrayList<>(all.keySet());
        Collections.shuffle(list, random);
        return list.subList(0, Math.min(PROBES, list.size()));
    }

    private void detectAll() throws Exception {
        for (String name : cluster.up()) {
            ask(name, List.copyOf(lost.keySet()));
            ask(name, List.copyOf(held.keySet()));
        }
    }

    private void ask(String name, List<IkeSpis> all) throws Exception {
        for (int from = 0; from < all.size(); from += 1_000) {
            List<IkeSpis> some = all.subList(from, Math.min(all.size(), from + 1_000));
            cluster.tell(name, "tick");
            tellAlice(new Event.Tick());
            var unexplained = new ArrayList<IkeSpis>();
            List<String> answers = cluster.tell(name, some.stream().map(it -> "ask " + request(it)).toList());
            for (int i = 0; i < some.size(); i++) {
                asked++;
                if (answers.get(i).equals("silent") && lost.containsKey(some.get(i)) && reason(name, some.get(i)).isEmpty()) {
                    unexplained.add(some.get(i));
                } else {
                    judge(name, some.get(i), answers.get(i));
                }
            }
            again(name, unexplained);
        }
    }

    /** On a busy machine the list may be late with an answer: then the member finds it again, and says so this time. */
    private void again(String name, List<IkeSpis> all) throws Exception {
        if (!all.isEmpty()) {
            late++;
            settle();
            List<String> answers = cluster.tell(name, all.stream().map(it -> "ask " + request(it)).toList());
            for (int i = 0; i < all.size(); i++) {
                judge(name, all.get(i), answers.get(i));
            }
        }
    }

    private static Octets request(IkeSpis spis) {
        var header = new IkeHeader(spis, ExchangeTypes.INFORMATIONAL, true, false, 2);
        return Wire.encode(Framing.udp(Member.BOB.port(), Member.ALICE.port()), new IkeMessage(header,
                List.of(new Payload.Encrypted(PayloadTypes.SK, 0, Octets.hex("00".repeat(32))))));
    }

    private void judge(String name, IkeSpis spis, String answer) {
        if (answer.equals("silent")) {
            if (lost.containsKey(spis)) {
                silences.merge(reason(name, spis).orElseThrow(() -> new AssertionError(
                        name + " is silent about " + spis + " of " + lost.get(spis) + " without a reason")), 1, Integer::sum);
            }
            return;
        }
        assertFalse(held.containsKey(spis), () -> name + " shows a token of " + spis + ", which " + held.get(spis) + " has");
        tellAlice(new Event.Tick()); // So that the limit on comparisons is not what is tested.
        boolean ended = tellAlice(new Event.Received(Member.BOB, Member.ALICE, Octets.hex(answer))).effects().stream()
                .anyMatch(it -> it instanceof Effect.IkeSaDeleted gone && gone.spis().equals(spis));
        assertTrue(ended || !lost.containsKey(spis), () -> "Alice does not end " + spis + " by what " + name + " says");
        detected += lost.remove(spis) != null ? 1 : 0;
    }

    /** By what was done to the cluster, not by what its members say. */
    private Optional<Why> reason(String name, IkeSpis spis) {
        if (!cluster.reaches(name) || unconfirmed.contains(name)) {
            return Optional.of(Why.CANNOT_REACH_THE_LIST);
        }
        if (!unconfirmed.isEmpty()) {
            return Optional.of(Why.A_MEMBER_HAS_NOT_CONFIRMED);
        }
        String former = lost.get(spis);
        return unpurged.contains(former) || !cluster.reaches(former) ? Optional.of(Why.ITS_MEMBER_IS_NOT_BACK) : Optional.empty();
    }
}
