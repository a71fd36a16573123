package sfd.flood.roles;

import java.util.List;
import sfd.sa.Admission;

/**
 * What those that wait take, by the length of their datagrams: a draw keeps each as it came, if it is not longer than takes part.
 *
 * @param length of a datagram, in octets
 * @param waiting how many wait, after more than there is room for were turned away
 * @param octets of a token maker's state beside its table, with that many
 */
public record Waiting(int length, int waiting, long octets) {

    /** A liveness check, the longest that most paths take in one piece, the longest that takes part, the longest over IPv4. */
    private static final List<Integer> LENGTHS = List.of(93, 1_472, Admission.LONGEST, 65_507);

    static List<Waiting> all(Kinds kinds, Plan plan) {
        return LENGTHS.stream().map(length -> of(kinds.requestsAtMaker(length), length, plan)).toList();
    }

    private static <S> Waiting of(Kind<S> kind, int length, Plan plan) {
        int room = kind.with().drawn();
        var course = new Course<>(kind, kind.with(), Admission::step, 0, plan.seed(), () -> { });
        long octets = course.pass(kind.with().answers() + room, List.of(), true).octets();
        return new Waiting(length, course.waiting(), octets);
    }
}
