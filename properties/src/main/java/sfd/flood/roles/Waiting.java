package sfd.flood.roles;

import java.util.List;
import java.util.stream.Stream;
import sfd.sa.Admission;

/**
 * What a role keeps, by the length of the datagrams that wait: a draw keeps each as it came, if it is not longer than takes part.
 * At the role that keeps least beside them, and at the one that keeps most.
 *
 * @param at the role
 * @param length of a datagram, in octets
 * @param waiting how many wait, after more than there is room for were turned away
 * @param octets of the role's state beside its table, with that many
 */
public record Waiting(String at, int length, int waiting, long octets) {

    /** A liveness check, the longest that most paths take in one piece, the longest that takes part, the longest over IPv4. */
    private static final List<Integer> LENGTHS = List.of(93, 1_472, Admission.LONGEST, 65_507);

    static List<Waiting> all(Kinds kinds, Plan plan) {
        return Stream.concat(
                LENGTHS.stream().map(length -> of("token maker", kinds.requestsAtMaker(length), length, plan)),
                LENGTHS.stream().map(length -> of("peer Y", kinds.ikeHintsAtY(length), length, plan))).toList();
    }

    private static <S> Waiting of(String at, Kind<S> kind, int length, Plan plan) {
        // So many that each peer was asked its one question, and all answers are used up.
        int limits = Math.max(kind.with().answers(), plan.sas());
        var course = new Course<>(kind, kind.with(), Admission::step, 0, plan.seed(), () -> { });
        long octets = course.pass(limits + 2 * kind.with().drawn(), List.of(), true).octets();
        return new Waiting(at, length, course.waiting(), octets);
    }
}
