package sfd.ike;

import sfd.octets.Ranges;

/**
 * Where a packet comes from or goes to.
 *
 * @param address the IP address
 * @param port UDP port, 1..65535, or {@link #NO_UDP} for ESP or AH straight over IP
 */
public record Endpoint(Address address, int port) {

    /** In place of a port: the packet is not in UDP. */
    public static final int NO_UDP = 0;

    /** @throws IllegalArgumentException for a port outside 0..65535 */
    public Endpoint {
        Ranges.check("port", port, 0, 0xFFFF);
    }

    /** Address and port with a colon between, an IPv6 address in brackets; the address alone when not in UDP. */
    @Override
    public String toString() {
        if (port == NO_UDP) {
            return address.toString();
        }
        return (address.octets().length() == Address.IPV4 ? address : "[" + address + "]") + ":" + port;
    }
}
