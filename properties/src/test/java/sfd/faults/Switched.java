package sfd.faults;

import java.util.List;
import sfd.lockstep.Mismatch;
import sfd.traces.graph.Label;
import sfd.traces.value.Value;

/**
 * One clause, and a small model in which it matters.
 *
 * @param where the kind of event at which it matters: an event's type, a message's kind, or nothing for any. For a
 *              clause that is switched in two places, so that each is seen
 */
record Switched(String clause, RoleModelCopy model, String where) {

    private static final String TWO_HOMES = "{\"A\", \"A2\"}";

    private static final RoleModelCopy LOST = RoleModelCopy.of("MakerBaseline").oneSa();
    private static final RoleModelCopy MAKER = RoleModelCopy.of("MakerHalfOpenUnknown").oneSa();
    private static final RoleModelCopy MAKER_52 = RoleModelCopy.of("Maker52").oneSa();
    private static final RoleModelCopy ROLLS = RoleModelCopy.of("MakerRollover").oneSa();
    private static final RoleModelCopy MAPS = RoleModelCopy.of("MakerChildMap").oneSa();
    private static final RoleModelCopy CLUSTER = MAPS.with("Remote", "{1}");
    private static final RoleModelCopy REKEYS = RoleModelCopy.of("MakerNoIkeAuth").newsOnly();

    private static final RoleModelCopy KEPT = RoleModelCopy.of("TakerNot").oneSa();
    private static final RoleModelCopy CONTACTED = RoleModelCopy.of("TakerTrusting").newsOnly();
    private static final RoleModelCopy TAKER = RoleModelCopy.of("Taker").oneSa().with("Generations", "{1}");
    private static final RoleModelCopy OLDER = RoleModelCopy.of("TakerOlder").oneSa();
    private static final RoleModelCopy REKEYED = RoleModelCopy.of("TakerRekey").newsOnly();

    static final List<Switched> ALL = List.of(
            // the peer that lost its SAs
            new Switched("BASE-1.5-4", LOST, ""),
            new Switched("BASE-1.5-5", LOST, ""),
            new Switched("BASE-1.5-6", LOST, ""),
            new Switched("BASE-2.21.4-1", LOST, "ike"),
            new Switched("BASE-2.21.4-1", LOST, "esp"),
            // the token maker
            new Switched("QCD-3-1", MAKER, "SaHalfOpen"),
            new Switched("QCD-3-1", MAKER, "SaEstablished"),
            new Switched("QCD-3-4", MAKER, ""),
            new Switched("QCD-4.3-1", REKEYS, ""),
            new Switched("QCD-4.3-2", REKEYS, ""),
            new Switched("QCD-4.4-1", MAKER_52, "AddressChanged"),
            new Switched("QCD-4.4-1", ROLLS, "SecretRolled"),
            new Switched("QCD-4.4-3", MAKER.with("Homes", TWO_HOMES), "AddressChanged"),
            new Switched("QCD-4.4-3", ROLLS, "SecretRolled"),
            new Switched("QCD-4.5-1", MAKER, ""),
            new Switched("QCD-4.5-5", ROLLS, ""),
            new Switched("QCD-5.1-2", ROLLS, ""),
            new Switched("QCD-5.2-1", MAKER_52, ""),
            new Switched("QCD-8.1-3", MAKER, ""),
            new Switched("QCD-8.2-2", MAPS, ""),
            new Switched("QCD-9.2-1", MAPS, "ike"),
            new Switched("QCD-9.2-1", MAPS, "esp"),
            new Switched("QCD-9.2-2", CLUSTER, "ike"),
            new Switched("QCD-9.2-2", CLUSTER, "esp"),
            // the peer that kept its SAs
            new Switched("BASE-2.21.4-3", KEPT, ""),
            new Switched("BASE-2.21.4-4", KEPT, ""),
            new Switched("BASE-2.21.4-5", KEPT, ""),
            new Switched("BASE-2.4-2", KEPT, ""),
            new Switched("BASE-2.4-6", KEPT, ""),
            new Switched("BASE-2.4-7", KEPT, "Protected"),
            new Switched("BASE-2.4-7", KEPT, "ProtectedEsp"),
            new Switched("BASE-2.4-8", CONTACTED, ""),
            // the token taker
            new Switched("QCD-3-1", OLDER, ""),
            new Switched("QCD-3-5", OLDER, ""),
            new Switched("QCD-3-7", OLDER, ""),
            new Switched("QCD-3-9", OLDER, ""),
            new Switched("QCD-4.1-2", TAKER, ""),
            new Switched("QCD-4.3-1", REKEYED, ""),
            new Switched("QCD-4.4-2", OLDER, ""),
            new Switched("QCD-4.5-3", TAKER, ""),
            new Switched("QCD-4.5-4", TAKER, ""),
            new Switched("QCD-4.5-7", OLDER, ""),
            new Switched("QCD-5-1", OLDER, ""),
            new Switched("QCD-5-5", TAKER, ""),
            new Switched("QCD-8.1-2", OLDER, ""),
            new Switched("QCD-8.2-4", OLDER, ""));

    RoleModelCopy off() {
        return model.without(clause);
    }

    boolean isLookedAt(Label label) {
        Value event = label.event().orElseThrow();
        String type = event.field("type").text();
        return where.isEmpty() || type.equals(where)
                || type.equals("Received") && event.field("message").field("kind").text().equals(where);
    }

    /** The event at which spec and Java part. */
    static String at(Mismatch mismatch) {
        Value event = mismatch.trace().last().label().event().orElseThrow();
        return event.field("type").text()
                + event.find("message").map(message -> " of " + message.field("kind").text()).orElse("");
    }

    @Override
    public String toString() {
        return clause + " in " + model.name() + (where.isEmpty() ? "" : " at " + where);
    }
}
