package sfd.flood.roles;

import java.util.function.IntFunction;
import java.util.function.LongFunction;
import sfd.ike.IkeSpis;
import sfd.sa.Event;

/**
 * Who sends what.
 *
 * @param forged the flood, one datagram after the other
 * @param honest what an honest peer sends, by its number; the same each time
 * @param about the IKE SA that this is about
 */
record Traffic(LongFunction<Event.Received> forged, IntFunction<Event.Received> honest, IntFunction<IkeSpis> about) {
}
