package sfd.flood.roles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sfd.bench.Clock;
import sfd.ike.IkeSpis;
import sfd.sa.Admitted;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;
import sfd.sa.Step;

/** A role in the course of a flood, tick by tick. */
final class Course<S> {

    /** Datagrams that are made at a time, before the clock runs. */
    private static final int BATCH = 1_024;
    private static final Set<Judged> LIMITS = Set.of(
            Judged.ANSWERS_LIMITED, Judged.CHECKS_LIMITED, Judged.QUERIES_LIMITED, Judged.VERIFICATIONS_LIMITED);

    private final Kind<S> kind;
    private final Policy policy;
    private final Gate gate;
    private final Runnable between;
    private final SplittableRandom lots;
    private final CountedDigest digest = new CountedDigest();
    private final Map<IkeSpis, Integer> honest = new HashMap<>();
    private Admitted<S> state;
    private List<Event> replies = new ArrayList<>();
    private long next;
    private long arrived;
    private long turnedAway;
    private long sent;
    private long asked;
    private long accepted;
    private long nanos;

    /**
     * A tick that passed.
     *
     * @param takenUp honest peers whose message waited, and for whom the tick did what they asked for
     * @param atOnce those for whom it was done when their message came
     * @param octets of the state beside the table of IKE SAs when all of the tick has come and the next one has not: when it counts
     *     most, and all wait that may; 0 if it was not to be measured
     */
    record Passed(Set<Integer> takenUp, Set<Integer> atOnce, Tally tally, long octets) {
    }

    /**
     * @param peers how many honest peers there are
     * @param between what is done after each batch, beside the clock
     */
    Course(Kind<S> kind, Policy policy, Gate gate, int peers, long seed, Runnable between) {
        this.kind = kind;
        this.policy = policy;
        this.gate = gate;
        this.between = between;
        this.lots = new SplittableRandom(seed + kind.id().hashCode());
        this.state = Admitted.of(kind.role().start());
        for (int peer = 0; peer < peers; peer++) {
            honest.put(kind.traffic().about().apply(peer), peer);
        }
    }

    /**
     * The tick; what those answer that live; and so many datagrams of the flood, with these honest peers in the middle: when the
     * flood has used the limits up.
     */
    Passed pass(int flood, List<Integer> asking, boolean measured) {
        Tally before = tally();
        List<Event> due = replies;
        replies = new ArrayList<>();
        Set<Integer> takenUp = heard(step(new Event.Tick()));
        restore(takenUp);
        due.forEach(this::answer);
        flood(flood / 2);
        var atOnce = new TreeSet<Integer>();
        for (int peer : asking) {
            atOnce.addAll(heard(arrive(kind.traffic().honest().apply(peer))));
        }
        flood(flood - flood / 2);
        long octets = measured ? octets() : 0;
        restore(atOnce);
        return new Passed(takenUp, atOnce, tally().since(before), octets);
    }

    private Tally tally() {
        return new Tally(arrived, turnedAway, sent, asked, accepted, digest.made(), nanos);
    }

    private void flood(int many) {
        for (int left = many; left > 0; left -= BATCH) {
            var batch = new Event.Received[Math.min(left, BATCH)];
            for (int i = 0; i < batch.length; i++) {
                batch[i] = kind.traffic().forged().apply(next++);
            }
            long start = Clock.nanos();
            for (Event.Received event : batch) {
                arrive(event);
            }
            nanos += Clock.nanos() - start;
            between.run();
        }
    }

    /** What a peer says in the clear arrives as all else does. */
    private void answer(Event event) {
        if (event instanceof Event.Received received) {
            arrive(received);
        } else {
            step(event);
        }
    }

    private Step<Admitted<S>> arrive(Event.Received event) {
        Step<Admitted<S>> step = step(policy.drawn() == 0 ? event : event.withLot(lots.nextInt(Integer.MAX_VALUE)));
        arrived++;
        for (Effect effect : step.effects()) {
            if (isTurnedAway(effect)) {
                turnedAway++; // Once, though a token that is not looked at is a hint beside, which another limit may turn away.
                break;
            }
        }
        return step;
    }

    private Step<Admitted<S>> step(Event event) {
        Step<Admitted<S>> step = policy.drawn() == 0
                ? role(state.role(), event).map(Admitted::of)
                : gate.step(policy, this::role, state, event);
        state = step.next();
        for (Effect effect : step.effects()) {
            count(effect);
        }
        return step;
    }

    private Step<S> role(S s, Event event) {
        return kind.role().step(policy, digest, s, event);
    }

    private static boolean isTurnedAway(Effect effect) {
        return effect instanceof Effect.Log(LogReason reason) && reason instanceof Judged judged && LIMITS.contains(judged);
    }

    private void count(Effect effect) {
        switch (effect) {
            case Effect.Log e -> { }
            case Effect.Send e -> {
                sent++;
                reply(e, IkeSpis.of(e.datagram().slice(4, 4 + IkeSpis.LENGTH)));
            }
            case Effect.SendProtected e when !e.response() -> {
                asked++;
                reply(e, e.spis());
            }
            case Effect.Accept e -> accepted++;
            default -> { }
        }
    }

    /** Who asks honestly about an IKE SA has lost it. */
    private void reply(Effect effect, IkeSpis spis) {
        if (!honest.containsKey(spis)) {
            replies.addAll(kind.role().replies(effect));
        }
    }

    private Set<Integer> heard(Step<Admitted<S>> step) {
        var heard = new TreeSet<Integer>();
        for (IkeSpis spis : kind.heard().apply(step.next().role(), step.effects())) {
            if (honest.containsKey(spis)) {
                heard.add(honest.get(spis));
            }
        }
        return heard;
    }

    private void restore(Set<Integer> peers) {
        if (!peers.isEmpty()) {
            Set<IkeSpis> spis = peers.stream().map(kind.traffic().about()::apply).collect(Collectors.toSet());
            state = new Admitted<>(kind.role().restored(state.role(), spis), state.waiting());
        }
    }

    /** How many wait for the next tick. */
    int waiting() {
        return state.waiting().size();
    }

    private long octets() {
        return Memory.octets(new Admitted<>(kind.role().withoutTable(state.role()), state.waiting()));
    }
}
