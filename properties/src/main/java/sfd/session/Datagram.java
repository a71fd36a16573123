package sfd.session;

import sfd.ike.Endpoint;
import sfd.ike.Framing;
import sfd.octets.Octets;

/**
 * A UDP datagram with IKE in it, its marker included where its ports demand one (BASE-3.1-2).
 *
 * @param from whence
 * @param to whither
 * @param octets all of its payload
 */
public record Datagram(Endpoint from, Endpoint to, Octets octets) {

    /** How its first octets are to be taken. */
    public Framing framing() {
        return Framing.udp(from.port(), to.port());
    }

    /** The IKE message alone: what is authenticated never has the marker. */
    Octets message() {
        return octets.slice(Math.min(framing().marker(), octets.length()), octets.length());
    }

    /** A message on its way, with a marker where one is needed. */
    static Datagram of(Endpoint from, Endpoint to, Octets message) {
        return new Datagram(from, to, Octets.concat(Octets.of(new byte[Framing.udp(from.port(), to.port()).marker()]), message));
    }
}
