package sfd.session;

import java.util.random.RandomGenerator;

/** An IKE SA in the making, at one of its ends. */
public sealed interface Handshake permits Initiating, Authenticating, HalfOpen {

    /** What was sent last: to be sent again, octet by octet, until an answer comes or when the request comes again. */
    Datagram sent();

    /** What a datagram does. Whatever its octets are, no exception and, if they are ignored, no change. */
    Progress receive(Datagram datagram, RandomGenerator random);
}
