package sfd.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;

/** An IKE SA as the daemon of one end keeps it: a window of one each way (BASE-2.3-1, BASE-2.3-3). */
final class Session {

    /** A request that is not answered yet. */
    record Outstanding(Inside.Ike inside, int sent, long again) {
    }

    final IkeSpis spis;
    final int peer;
    final boolean initiator;
    Endpoint here;
    Endpoint there;
    boolean established;
    /** A Delete is on its way. */
    boolean closing;
    /** It is the successor of another one. */
    boolean byRekey;
    /** It has a successor. */
    boolean succeeded;
    /** The own half of the successor's SPIs, 0 for none. */
    long rekeying;
    /** The IKE SA that this one is to replace (SIR-3.2.2-11). */
    Optional<IkeSpis> replaces = Optional.empty();
    /** What the peer's side of IKE_SA_INIT brought. */
    List<Payload> first = List.of();
    int nextId;
    int expected;
    Outstanding outstanding;
    final Deque<Request> waiting = new ArrayDeque<>();
    /** The last answer, which goes again when its request comes again (BASE-2.1-2). */
    Inside.Ike answer;
    /** How many datagrams of it came late or not at all since something was heard. */
    int disturbed;
    long heard;
    long asked;
    final long begun;
    /** Child SAs on which this end sends nothing yet (BASE-2.8-1), by the SPI that it receives on. */
    final Set<Integer> silent = new HashSet<>();

    Session(IkeSpis spis, int peer, boolean initiator, Endpoint here, Endpoint there, long now) {
        this.spis = spis;
        this.peer = peer;
        this.initiator = initiator;
        this.here = here;
        this.there = there;
        this.heard = now;
        this.begun = now;
        this.asked = now;
    }
}
