package sfd.ike;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

class AddressProperties {

    @Property
    void ipv4TextIsReadBack(@ForAll @Size(4) byte[] octets) {
        var address = new Address(Octets.of(octets));
        assertEquals(address, Address.parse(address.toString()));
    }

    /** Groups of 0 to 2 only, so that runs of zeros of every length and place occur. */
    @Property
    void ipv6TextIsReadBack(@ForAll @Size(8) @IntRange(max = 2) int[] groups) {
        var out = new OctetWriter();
        for (int group : groups) {
            out.u16(group);
        }
        var address = new Address(out.toOctets());
        assertEquals(address, Address.parse(address.toString()));
    }

    /** The JDK reads numeric text of an address without asking the network: an independent opinion. */
    @Property
    void ipv6TextMeansTheSameToTheJdk(@ForAll @Size(16) byte[] octets) throws java.net.UnknownHostException {
        var address = new Address(Octets.of(octets));
        assertEquals(java.net.InetAddress.getByAddress(octets), java.net.InetAddress.getByName(address.toString()));
    }
}
