package sfd.octets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

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

    /** Against the octet by octet comparison: one octet changed anywhere, in each length around the words of eight. */
    @Property
    void oneOctetAnywhereMakesADifference(@ForAll @Size(min = 1, max = 70) byte[] any, @ForAll @IntRange(max = 1000) int where,
            @ForAll @IntRange(min = 1, max = 0xFF) int change) {
        byte[] changed = any.clone();
        changed[where % any.length] ^= (byte) change;
        assertTrue(Octets.of(any).equalsInConstantTime(Octets.of(any.clone())));
        assertFalse(Octets.of(any).equalsInConstantTime(Octets.of(changed)));
        assertTrue(Octets.concat(Octets.hex("00"), Octets.of(any)).endsInConstantTime(Octets.of(any)));
        assertFalse(Octets.concat(Octets.hex("00"), Octets.of(any)).endsInConstantTime(Octets.of(changed)));
        assertFalse(Octets.of(any).endsInConstantTime(Octets.concat(Octets.hex("00"), Octets.of(any))));
        // Neither the whole of it nor its end.
        assertFalse(Octets.of(any).equalsInConstantTime(Octets.concat(Octets.hex("00"), Octets.of(any))));
        assertFalse(Octets.concat(Octets.hex("00"), Octets.of(any)).equalsInConstantTime(Octets.of(any)));
    }

    /** However little room it began with, and used again. */
    @Property
    void aWriterMakesRoomAndStartsAnew(@ForAll @IntRange(max = 20) int room, @ForAll byte[] first, @ForAll byte[] second) {
        var out = new OctetWriter(room);
        assertEquals(Octets.of(first), out.octets(Octets.of(first)).toOctets());
        assertEquals(first.length, out.length());
        Octets kept = out.toOctets();
        out.rewind().u16(0x0102).octets(Octets.of(second));
        assertEquals(Octets.concat(Octets.hex("0102"), Octets.of(second)), out.toOctets());
        assertEquals(Octets.of(first), kept);
        var given = new ArrayList<Octets>();
        out.giveTo((octets, from, length) -> given.add(Octets.of(octets, from, length)));
        assertEquals(List.of(out.toOctets()), given);
        // And nothing of the room that was not used.
        assertEquals(given.getFirst(), out.finish());
    }

    /** What was written stays as it is, but for the octets that are named; and nothing is written where nothing was. */
    @Property
    void overwritesOnlyWhatWasWritten(@ForAll @Size(min = 5, max = 20) byte[] any, @ForAll int four,
            @ForAll @IntRange(max = 15) int where) {
        var out = new OctetWriter(64).octets(Octets.of(any));
        int at = where % (any.length - Integer.BYTES + 1);
        out.overwriteU32(at, four);
        Octets written = Octets.of(any);
        assertEquals(Octets.concat(written.slice(0, at), Octets.hex("%08x".formatted(four)), written.slice(at + Integer.BYTES, any.length)),
                out.toOctets());
        out.overwriteU32(0, written.u32(0));
        out.overwriteU8(any.length - 1, 0x7F);
        assertEquals(0x7F, out.toOctets().at(any.length - 1));
        assertThrows(IndexOutOfBoundsException.class, () -> out.overwriteU32(any.length - Integer.BYTES + 1, four));
        assertThrows(IndexOutOfBoundsException.class, () -> out.overwriteU8(any.length, 1));
        assertEquals(any.length, out.length());
    }
}
