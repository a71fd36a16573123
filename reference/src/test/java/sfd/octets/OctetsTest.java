package sfd.octets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OctetsTest {

    private static final Octets THREE = Octets.hex("01 80 ff");

    @Test
    void readsHexadecimalOfEitherCase() {
        assertEquals(Octets.of((byte) 1, (byte) 0x80, (byte) 0xFF), Octets.hex("0180FF"));
        assertEquals("0180ff", THREE.toString());
    }

    @Test
    void refusesWhatIsNotHexadecimal() {
        assertThrows(IllegalArgumentException.class, () -> Octets.hex("0"));
        assertThrows(IllegalArgumentException.class, () -> Octets.hex("0g"));
    }

    @Test
    void octetsAreUnsigned() {
        assertEquals(0x80, THREE.at(1));
        assertEquals(0xFF, THREE.at(2));
        assertThrows(IndexOutOfBoundsException.class, () -> THREE.at(3));
    }

    @Test
    void slices() {
        assertEquals(Octets.hex("80"), THREE.slice(1, 2));
        assertSame(Octets.EMPTY, THREE.slice(3, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> THREE.slice(0, 4));
        assertThrows(IndexOutOfBoundsException.class, () -> THREE.slice(2, 1));
    }

    @Test
    void joins() {
        assertEquals(Octets.hex("0180ff0180ff"), Octets.concat(THREE, Octets.EMPTY, THREE));
        assertSame(Octets.EMPTY, Octets.concat());
    }

    @Test
    void knowsWhenItIsEmpty() {
        assertTrue(Octets.of().isEmpty());
        assertFalse(THREE.isEmpty());
    }

    @Test
    void noArrayIsShared() {
        byte[] given = {1, 2, 3};
        Octets octets = Octets.of(given);
        given[0] = 9;
        octets.toArray()[1] = 9;
        var writer = new OctetWriter().octets(octets);
        Octets written = writer.toOctets();
        writer.u8(4);
        assertEquals(Octets.hex("010203"), octets);
        assertEquals(Octets.hex("010203"), written);
    }

    @Test
    void copiesIntoAnArray() {
        byte[] target = new byte[5];
        THREE.copyTo(target, 1);
        assertEquals(Octets.hex("000180ff00"), Octets.of(target));
        assertThrows(IndexOutOfBoundsException.class, () -> THREE.copyTo(target, 3));
    }

    @Test
    void equalityIsThatOfContent() {
        assertEquals(THREE, Octets.hex("0180ff"));
        assertEquals(THREE.hashCode(), Octets.hex("0180ff").hashCode());
        assertNotEquals(THREE, Octets.hex("0180fe"));
        assertNotEquals(THREE.hashCode(), Octets.hex("0180fe").hashCode());
        assertNotEquals(THREE, "0180ff");
    }

    @Test
    void constantTimeEqualityAgrees() {
        assertTrue(THREE.equalsInConstantTime(Octets.hex("0180ff")));
        assertFalse(THREE.equalsInConstantTime(Octets.hex("0180fe")));
        assertFalse(THREE.equalsInConstantTime(Octets.hex("0180")));
    }

    @Test
    void twoNumbersAreWrittenBesideEachOther() {
        assertEquals(Octets.hex("00000001 fffffffe"), new OctetWriter().u32u32(1, -2).toOctets());
        assertEquals(Octets.hex("fffffffe 00000001"), new OctetWriter().u32u32(-2, 1).toOctets());
    }

    @Test
    void aRangeHasBothItsEnds() {
        assertEquals(3, Ranges.check("it", 3, 3, 5));
        assertEquals(5, Ranges.check("it", 5, 3, 5));
        assertEquals("it must be in 3..5, not 2",
                assertThrows(IllegalArgumentException.class, () -> Ranges.check("it", 2, 3, 5)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> Ranges.check("it", 6, 3, 5));
    }
}
