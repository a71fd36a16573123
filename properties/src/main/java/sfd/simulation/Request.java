package sfd.simulation;

import java.util.List;
import sfd.ike.Payload;

/**
 * A request that waits for room in the window (BASE-2.3-1).
 *
 * @param caused as in {@link Datagram}
 */
record Request(int exchange, Said said, List<Payload> payloads, int caused) {
}
