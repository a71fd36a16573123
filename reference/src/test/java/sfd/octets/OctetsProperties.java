package sfd.octets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class OctetsProperties {

    @Property
    void hexadecimalIsReadBack(@ForAll byte[] any) {
        Octets octets = Octets.of(any);
        assertEquals(octets, Octets.hex(octets.toString()));
    }

    @Property
    void slicesJoinToTheWhole(@ForAll byte[] any, @ForAll @IntRange(max = 1000) int cut) {
        Octets octets = Octets.of(any);
        int at = cut % (octets.length() + 1);
        assertEquals(octets, Octets.concat(octets.slice(0, at), octets.slice(at, octets.length())));
    }

    @Property
    void numbersAreReadBackInNetworkOrder(@ForAll @IntRange(max = 0xFF) int one,
            @ForAll @IntRange(max = 0xFFFF) int two, @ForAll int four, @ForAll long eight, @ForAll byte[] rest) {
        Octets written = new OctetWriter().u8(one).u16(two).u32(four).u64(eight).octets(Octets.of(rest)).toOctets();
        assertEquals("%02x%04x%08x%016x".formatted(one, two, four, eight), written.slice(0, 15).toString());
        var in = new OctetReader(written);
        assertEquals(one, in.u8());
        assertEquals(two, in.u16());
        assertEquals(four, in.u32());
        assertEquals(eight, in.u64());
        assertEquals(rest.length, in.remaining());
        assertEquals(Octets.of(rest), in.rest());
        assertThrows(IndexOutOfBoundsException.class, in::u8);
        assertThrows(IndexOutOfBoundsException.class, () -> in.take(1));
    }
}
