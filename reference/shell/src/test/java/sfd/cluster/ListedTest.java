package sfd.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Step;
import sfd.shell.Service;
import sfd.token.Secrets;

/** What a role hears of the list, and the list of the role. */
class ListedTest {

    private static final IkeSpis SPIS = new IkeSpis(1, 2);
    private static final Event.Received DATAGRAM = new Event.Received(Member.ALICE, Member.BOB, Octets.EMPTY);
    private static final Event.SaHalfOpen HALF_OPEN = new Event.SaHalfOpen(SPIS, Member.BOB, Member.ALICE, false);

    /** Remembers what it is told. */
    private static final class Role implements Service {

        /** Events of this kind end the IKE SA: a token believed, a check that nobody answered. */
        private Class<? extends Event> ending = Event.TrafficDue.class;
        private final List<Event> told = new ArrayList<>();

        @Override
        public boolean isSilentAt(Event.Received event) {
            return false;
        }

        @Override
        public Step<?> step(Event event) {
            told.add(event);
            return ending.isInstance(event) ? Step.of(this, Set.of(), new Effect.IkeSaDeleted(SPIS, Set.of()))
                    : Step.of(this, Set.of());
        }
    }

    private final Role role = new Role();
    private final SharedSpis spis = new SharedSpis();
    private final ActiveSpis other = spis.member("other");
    private final Listed listed = new Listed(role, e -> Optional.of(SPIS), spis.member("own"), 2);

    private List<Event> told(Event event) {
        role.told.clear();
        listed.step(event);
        return List.copyOf(role.told);
    }

    private static Event.ActiveElsewhere active(boolean active) {
        return new Event.ActiveElsewhere(SPIS, active);
    }

    @Test
    void whatTheListSaysIsToldForOneDatagram() {
        assertEquals(List.of(active(false), DATAGRAM, active(false)), told(DATAGRAM));
        other.announce(SPIS);
        assertEquals(List.of(active(true), DATAGRAM, active(false)), told(DATAGRAM));
    }

    @Test
    void beyondTheLimitItCountsAsActiveUntilTheNextTick() {
        told(DATAGRAM);
        told(DATAGRAM);
        assertEquals(active(true), told(DATAGRAM).getFirst());
        assertEquals(List.of(new Event.Tick()), told(new Event.Tick()));
        assertEquals(active(false), told(DATAGRAM).getFirst());
    }

    @Test
    void whatIsOpenedIsAnnouncedFirstAndWhatEndsIsWithdrawn() {
        List<Event> ends = List.of(new Event.SaClosed(SPIS), new Event.SaForgotten(SPIS), new Event.TrafficDue(SPIS),
                new Event.Rebooted(Secrets.NONE));
        List<Event> begins = List.of(HALF_OPEN, new Event.SaRekeyed(new IkeSpis(3, 4), SPIS, true, List.of()),
                new Event.SaImported(SPIS, Member.BOB, Member.ALICE, false, "alice", Set.of(), 1));
        for (Event begin : begins) {
            for (Event end : ends) {
                assertEquals(ActiveSpis.Elsewhere.NOT, other.elsewhere(SPIS));
                assertTrue(listed.admits(begin));
                assertEquals(ActiveSpis.Elsewhere.ACTIVE, other.elsewhere(SPIS), begin.toString());
                told(end);
                assertEquals(ActiveSpis.Elsewhere.NOT, other.elsewhere(SPIS), end.toString());
            }
        }
        assertTrue(listed.admits(new Event.Tick()));
    }

    @Test
    void whatTheRoleEndsIsWithdrawnWhicheverEventEndsIt() {
        for (Event end : List.of(DATAGRAM, new Event.Tick(), new Event.TrafficDue(SPIS))) {
            role.ending = end.getClass();
            assertTrue(listed.admits(HALF_OPEN));
            told(end);
            assertEquals(ActiveSpis.Elsewhere.NOT, other.elsewhere(SPIS), end.toString());
        }
    }

    @Test
    void whatCannotBeAnnouncedIsNotAdmitted() {
        var nobody = new RedisSpis("127.0.0.1", 1, "sfd", Member.ALL, "m1", 100, 100, System::nanoTime);
        var alone = new Listed(role, e -> Optional.of(SPIS), nobody, 2);
        assertFalse(alone.admits(HALF_OPEN));
        alone.step(DATAGRAM);
        assertEquals(List.of(active(true), DATAGRAM, active(false)), role.told);
    }
}
