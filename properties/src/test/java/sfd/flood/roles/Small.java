package sfd.flood.roles;

import java.util.List;

/** Floods of seconds. */
final class Small {

    /** Below it what a role keeps beside its table stays here with a thousand IKE SAs, and a leak of a flood's sources does not. */
    static final long OCTETS = 3L << 20;
    /** For what is kept and done: few draws. */
    static final Plan WORK = new Plan(1_000, 1_000_000, 20, List.of(10_000), 300, 20, 30, OCTETS, 1);
    /** For the draws: few datagrams beside them. */
    static final Plan DRAWS = new Plan(1_000, 1_000_000, 20, List.of(100), 300, 300, 30, OCTETS, 1);
    static final Kinds KINDS = new Kinds(Population.of(WORK.sas(), WORK.peers()), WORK.sources());

    private Small() {
    }

    static Kind<?> kind(String id) {
        return KINDS.all().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }
}
