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

    static final List<Switched> ALL = List.of(
            // the peer that lost its SAs
            new Switched("BASE-1.5-4", SmallModels.LOST, ""),
            new Switched("BASE-1.5-5", SmallModels.LOST, ""),
            new Switched("BASE-1.5-6", SmallModels.LOST, ""),
            new Switched("BASE-2.21.4-1", SmallModels.LOST, "ike"),
            new Switched("BASE-2.21.4-1", SmallModels.LOST, "esp"),
            new Switched("BASE-2.21.4-9", SmallModels.ROLLS, ""),
            new Switched("BASE-2.21.4-10", SmallModels.DRAWN, "ike"),
            new Switched("BASE-2.21.4-11", SmallModels.LOST, "esp"),
            new Switched("BASE-7383.2.6.1-1", SmallModels.LOST, ""),
            new Switched("SIR-4.1-1", SmallModels.EACH, ""),
            // the token maker
            new Switched("QCD-3-1", SmallModels.MAKER, "SaHalfOpen"),
            new Switched("QCD-3-1", SmallModels.MAKER.with("Spis", "{2}"), "SaEstablished"),
            new Switched("QCD-3-4", SmallModels.MAKER, ""),
            new Switched("QCD-4.3-1", SmallModels.REKEYS, ""),
            new Switched("QCD-4.3-2", SmallModels.REKEYS, ""),
            new Switched("QCD-4.4-1", SmallModels.MAKER_52, "AddressChanged"),
            new Switched("QCD-4.4-1", SmallModels.ROLLS, "SecretRolled"),
            new Switched("QCD-4.4-3", SmallModels.MAKER.with("Homes", "{\"A\", \"A2\"}"), "AddressChanged"),
            new Switched("QCD-4.4-3", SmallModels.ROLLS, "SecretRolled"),
            new Switched("QCD-4.5-1", SmallModels.MAKER, ""),
            new Switched("QCD-4.5-5", SmallModels.ROLLS, ""),
            new Switched("QCD-5.1-2", SmallModels.ROLLS, ""),
            new Switched("QCD-5.2-1", SmallModels.MAKER_52, ""),
            new Switched("QCD-8.1-3", SmallModels.MAKER, ""),
            new Switched("QCD-8.2-2", SmallModels.MAPS, ""),
            new Switched("QCD-9.2-1", SmallModels.MAPS, "ike"),
            new Switched("QCD-9.2-1", SmallModels.MAPS, "esp"),
            new Switched("QCD-9.2-2", SmallModels.CLUSTER, "ike"),
            new Switched("QCD-9.2-2", SmallModels.CLUSTER, "esp"),
            // the peer that kept its SAs
            new Switched("BASE-2.21.4-3", SmallModels.KEPT, ""),
            new Switched("BASE-2.21.4-4", SmallModels.KEPT, ""),
            new Switched("BASE-2.21.4-5", SmallModels.KEPT, ""),
            new Switched("BASE-2.1-1", SmallModels.KEPT, "Tick"),
            new Switched("BASE-2.4-2", SmallModels.KEPT, ""),
            new Switched("BASE-2.4-6", SmallModels.KEPT, ""),
            new Switched("BASE-2.4-7", SmallModels.KEPT, "Protected"),
            new Switched("BASE-2.4-7", SmallModels.KEPT, "ProtectedEsp"),
            new Switched("BASE-2.4-8", SmallModels.CONTACTED, ""),
            // the token taker
            new Switched("QCD-3-1", SmallModels.OLDER, ""),
            new Switched("QCD-3-5", SmallModels.OLDER, ""),
            new Switched("QCD-3-7", SmallModels.OLDER, ""),
            new Switched("QCD-3-9", SmallModels.OLDER, ""),
            new Switched("QCD-4.1-2", SmallModels.TAKER, ""),
            new Switched("QCD-4.3-1", SmallModels.REKEYED, ""),
            new Switched("QCD-4.4-2", SmallModels.OLDER, ""),
            new Switched("QCD-4.5-3", SmallModels.TAKER, ""),
            new Switched("QCD-4.5-4", SmallModels.TAKER, ""),
            new Switched("BASE-3.1-5", SmallModels.OLDER, ""),
            new Switched("QCD-4.5-7", SmallModels.OLDER, ""),
            new Switched("QCD-5-1", SmallModels.OLDER, ""),
            new Switched("QCD-5-5", SmallModels.TAKER, ""),
            new Switched("QCD-8.1-2", SmallModels.TAKER, ""),
            new Switched("QCD-8.2-4", SmallModels.OLDER, ""),
            // peer X of stateless recovery
            new Switched("BASE-2.6-4", SmallModels.X_OWN, ""),
            new Switched("BASE-2.6-5", SmallModels.X_OWN, ""),
            new Switched("SIR-3.2.1-1", SmallModels.X, ""),
            new Switched("SIR-3.2.1-2", SmallModels.X_LISTED, ""),
            new Switched("SIR-3.2.2-7", SmallModels.X, ""),
            new Switched("SIR-3.2.2-8", SmallModels.X, ""),
            new Switched("SIR-3.2.2-12", SmallModels.X_OWN, ""),
            new Switched("SIR-3.2.4-2", SmallModels.X_OWN, ""),
            new Switched("SIR-3.3.3-1", SmallModels.X_TICKETS, ""),
            new Switched("SIR-3.3.2-2", SmallModels.X_TICKETS, ""),
            new Switched("SIR-3.3.3-3", SmallModels.X_TICKETS, ""),
            new Switched("SIR-3.3.3-4", SmallModels.X_TICKETS, ""),
            new Switched("SIR-3.4.2-4", SmallModels.X, ""),
            new Switched("SIR-3.5-1", SmallModels.X_INITIATES, ""),
            new Switched("SIR-3.5-2", SmallModels.X_INITIATES, ""),
            new Switched("SIR-3.7-1", SmallModels.X_COLLAPSED, ""),
            new Switched("SIR-4-1", SmallModels.X, ""),
            new Switched("SIR-4-1", SmallModels.X_LIMITS, "ResumptionAsked"),
            new Switched("BASE-2.21.4-11", SmallModels.X_REPORTS, "ResumptionAsked"),
            new Switched("SIR-9-1", SmallModels.X_COLLAPSED, ""),
            // peer Y
            new Switched("BASE-2.6-4", SmallModels.Y_TICKETS, ""),
            new Switched("SIR-4-1", SmallModels.Y_COUNTS, ""),
            new Switched("SIR-5-2", SmallModels.Y_RESPONDS, "SaImported"),
            new Switched("SIR-3.2.2-4", SmallModels.Y, ""),
            new Switched("SIR-3.2.2-5", SmallModels.Y, "ike"),
            new Switched("SIR-3.2.2-9", SmallModels.Y, ""),
            new Switched("SIR-3.2.2-10", SmallModels.Y, ""),
            new Switched("SIR-3.2.2-11", SmallModels.Y, ""),
            new Switched("SIR-3.2.2-12", SmallModels.Y, ""),
            new Switched("SIR-3.2.3-1", SmallModels.Y_WAITS, ""),
            new Switched("SIR-3.2.3-3", SmallModels.Y_WAITS_FOR_LIFE, ""),
            new Switched("SIR-3.2.4-1", SmallModels.Y_WAITS, ""),
            new Switched("SIR-3.2.4-2", SmallModels.Y_ROLLS, ""),
            new Switched("SIR-3.3.3-2", SmallModels.Y_TICKETS, ""),
            new Switched("SIR-3.4.1-2", SmallModels.Y, ""),
            new Switched("SIR-3.4.2-2", SmallModels.Y, ""),
            new Switched("SIR-3.5-5", SmallModels.Y, ""),
            new Switched("SIR-3.6-1", SmallModels.Y, ""),
            new Switched("SIR-4.2-1", SmallModels.Y, ""),
            new Switched("SIR-5-1", SmallModels.Y_DEAF, ""),
            new Switched("SIR-9-1", SmallModels.Y_COLLAPSED, ""));

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
