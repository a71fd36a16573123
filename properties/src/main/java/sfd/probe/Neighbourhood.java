package sfd.probe;

import sfd.ike.Address;
import sfd.octets.Octets;

/** The addresses that may be asked without more ado: this host's own, and those of private networks. */
public final class Neighbourhood {

    private Neighbourhood() {
    }

    /** Loopback, link-local, RFC 1918, RFC 4193. */
    public static boolean holds(Address address) {
        Octets octets = address.octets();
        int first = octets.at(0);
        int second = octets.at(1);
        if (octets.length() == Address.IPV4) {
            return first == 127 || first == 10 || first == 172 && second >>> 4 == 1 || first == 192 && second == 168
                    || first == 169 && second == 254;
        }
        return octets.u64(0) == 0 && octets.u64(Long.BYTES) == 1 || (first & 0xFE) == 0xFC || first == 0xFE && (second & 0xC0) == 0x80;
    }
}
