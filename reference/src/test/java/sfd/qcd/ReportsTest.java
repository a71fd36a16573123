package sfd.qcd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static sfd.qcd.Peers.ALICE;
import static sfd.qcd.Peers.BOB;
import static sfd.qcd.Peers.BOBS_CHILD;
import static sfd.qcd.Peers.DIGEST;
import static sfd.qcd.Peers.OTHER_SPIS;
import static sfd.qcd.Peers.POLICY;
import static sfd.qcd.Peers.SPIS;
import static sfd.qcd.Peers.bob;
import static sfd.qcd.Peers.esp;
import static sfd.qcd.Peers.established;
import static sfd.qcd.Peers.halfOpen;
import static sfd.qcd.Peers.log;
import static sfd.qcd.Peers.onlySent;
import static sfd.qcd.Peers.secret;
import static sfd.qcd.Peers.secrets;
import static sfd.qcd.Peers.token;
import static sfd.qcd.Peers.with;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sfd.ike.ExchangeTypes;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.sa.ChildSa;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policies;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.sir.PeerX;
import sfd.sir.PeerXState;
import sfd.token.Cookie;

/** What strangers draw under an IKE SA, or about one that is lost while there is another one. */
class ReportsTest {

    private static final MakerState REBOOTED = MakerState.initial(secrets(1));
    private static final Policy ONE = with("reports", 1);
    private static final int UNKNOWN = 0x7777;

    private static Effect report(int spi) {
        return new Effect.SendProtected(SPIS, ExchangeTypes.INFORMATIONAL, false, List.of(invalidSpi(spi)));
    }

    private static Payload invalidSpi(int spi) {
        return new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_SPI, new OctetWriter().u32(spi).toOctets());
    }

    /** BASE-2.21.4-11: of a flood in a peer's name one report goes under its IKE SA, and in the next tick one again. */
    @Test
    void aFloodInAPeersNameIsReportedOnce() {
        MakerState s = bob(ONE, REBOOTED, halfOpen(ALICE, false), established(BOBS_CHILD));
        Step<MakerState> first = Maker.step(ONE, DIGEST, s, esp(ALICE, 4500, UNKNOWN));
        assertEquals(List.of(report(UNKNOWN)), first.effects());
        Step<MakerState> second = Maker.step(ONE, DIGEST, first.next(), esp(ALICE, 4500, UNKNOWN + 1));
        assertEquals(List.of(log(Judged.ANSWERS_LIMITED)), second.effects());
        assertEquals(Set.of("BASE-2.21.4-11"), second.because());
        assertEquals(first.next(), second.next());
        MakerState later = bob(ONE, second.next(), new Event.Tick());
        assertEquals(List.of(report(UNKNOWN)), Maker.step(ONE, DIGEST, later, esp(ALICE, 4500, UNKNOWN)).effects());
    }

    /** BASE-2.21.4-11: a ticket draws its ACK out of the same count, and not in the place of the verdicts for all others. */
    @Test
    void aTicketTakesFromTheSameCount() {
        Policy policy = Policies.with(ONE, Map.of("sir", Policies.with(POLICY.sir(), Map.of("tickets", true))));
        PeerXState s = PeerXState.initial(secrets(1));
        for (Event event : List.of(halfOpen(ALICE, false), established(BOBS_CHILD), esp(ALICE, 4500, UNKNOWN))) {
            s = PeerX.step(policy, DIGEST, s, event).next();
        }
        Event asked = new Event.ResumptionAsked(ALICE, BOB, OTHER_SPIS, SPIS, true, 0, Event.Ticket.GOOD,
                Cookie.own(DIGEST, secret(1), ALICE), Cookie.of(DIGEST, secret(1), SPIS, ALICE, BOB));
        Step<PeerXState> step = PeerX.step(policy, DIGEST, s, asked);
        assertEquals(List.of(log(Judged.ANSWERS_LIMITED)), step.effects());
        assertEquals(s, step.next());
    }

    /** READING-33: a new IKE SA with the same peer does not hide the loss of the old one from who has a map. */
    @Test
    void theTokenGoesBeforeAReport() {
        Policy policy = with("childMap", true);
        MakerState s = bob(policy, REBOOTED, halfOpen(ALICE, false), established(BOBS_CHILD), new Event.Rebooted(secrets(1)),
                new Event.SaHalfOpen(OTHER_SPIS, BOB, ALICE, false),
                new Event.SaEstablished(OTHER_SPIS, "peer", Set.of(new ChildSa(0x5000, 0x6000)), List.of()));
        Step<MakerState> step = Maker.step(policy, DIGEST, s, esp(ALICE, 4500, BOBS_CHILD.in()));
        assertEquals(List.of(invalidSpi(BOBS_CHILD.in()), token(1, SPIS)), onlySent(step).payloads());
        // An ESP packet of 8 octets has no room for it, and draws the report; so does one that the map does not know.
        var small = new Event.Received(ALICE, BOB, new OctetWriter().u32(BOBS_CHILD.in()).u32(1).toOctets());
        for (Event.Received e : List.of(small, esp(ALICE, 4500, UNKNOWN))) {
            assertEquals(OTHER_SPIS, ((Effect.SendProtected) Maker.step(policy, DIGEST, s, e).effects().getFirst()).spis());
        }
    }
}
