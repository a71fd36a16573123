package sfd.ike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sfd.ike.CheckSpi.Flaw;
import sfd.ike.CheckSpi.Subtype;
import sfd.octets.Octets;

/** CHECK_SPI in octets (SIR-6-1, SIR-6-2), and the Vendor ID (SIR-5-1). */
class CheckSpiTest {

    private static final IkeSpis SPIS = new IkeSpis(0x0102030405060708L, 0x1112131415161718L);

    private static String octets(Payload payload) {
        return Wire.encodeChain(List.of(payload)).toString();
    }

    /** SIR-6-1: generic header, protocol ID, SPI size, type 32770, SPI; subtype, cookie size, reserved, cookie. */
    @Test
    void standsOnTheWireAsSection6HasIt() {
        assertEquals("0000001e" + "01108002" + "01020304050607081112131415161718" + "00020000" + "aabb",
                octets(new CheckSpi.AboutIkeSa(Subtype.QUERY, SPIS, Octets.hex("aabb")).notification()));
        assertEquals("00000010" + "03048002" + "deadbeef" + "02000000",
                octets(new CheckSpi.AboutChildSa(Subtype.NACK, 0xdeadbeef, Octets.EMPTY).notification()));
        assertEquals("0000000d" + "00008002" + "03010000" + "cc",
                octets(new CheckSpi.LoneCookie(Octets.hex("cc")).notification()));
    }

    @ParameterizedTest
    @CsvSource({"QUERY, 00", "ACK, 01", "NACK, 02"})
    void eachSubtypeHasItsOctet(Subtype subtype, String octet) {
        assertEquals(Octets.hex(octet + "000000"),
                new CheckSpi.AboutIkeSa(subtype, SPIS, Octets.EMPTY).notification().data());
    }

    @Property
    void whatIsSentIsRead(@ForAll Subtype subtype, @ForAll long i, @ForAll long r, @ForAll @Size(max = 255) byte[] cookie) {
        var ike = new CheckSpi.AboutIkeSa(subtype, new IkeSpis(i, r), Octets.of(cookie));
        var child = new CheckSpi.AboutChildSa(subtype, (int) i, Octets.of(cookie));
        var lone = new CheckSpi.LoneCookie(Octets.of(cookie));
        assertEquals(ike, CheckSpi.of(ike.notification()));
        assertEquals(child, CheckSpi.of(child.notification()));
        assertEquals(lone, CheckSpi.of(lone.notification()));
    }

    /** SIR-6-2; the reserved octets are ignored (SIR-6-1). */
    @ParameterizedTest
    @CsvSource({"16, 020000, SHORT", "16, 02020000aa, COOKIE_SIZE", "16, 02000000aa, COOKIE_SIZE", "16, 04000000, SUBTYPE",
            "16, ff01ffffaa, SUBTYPE", "8, 02000000, SPI_SIZE", "0, 02000000, SPI_SIZE", "16, 03000000, SPI_SIZE"})
    void whatIsBrokenSaysWhy(int spiSize, String data, Flaw flaw) {
        assertEquals(new CheckSpi.Broken(flaw), CheckSpi.of(notify(spiSize, data)));
    }

    /** READING-28: also a protocol ID that contradicts the size of the SPI. */
    @Test
    void reservedOctetsAndTheProtocolAreIgnored() {
        for (int protocol = 0; protocol <= 3; protocol++) {
            assertEquals(new CheckSpi.AboutIkeSa(Subtype.NACK, SPIS, Octets.EMPTY), CheckSpi.of(new Payload.Notify(protocol,
                    SPIS.octets(), NotifyTypes.CHECK_SPI, Octets.hex("02000000"))));
            assertEquals(new CheckSpi.AboutChildSa(Subtype.NACK, 1, Octets.EMPTY), CheckSpi.of(new Payload.Notify(protocol,
                    Octets.hex("00000001"), NotifyTypes.CHECK_SPI, Octets.hex("02000000"))));
        }
        assertEquals(new CheckSpi.AboutIkeSa(Subtype.ACK, new IkeSpis(0, 0), Octets.EMPTY),
                CheckSpi.of(notify(16, "0100ffff")));
    }

    private static Payload.Notify notify(int spiSize, String data) {
        return new Payload.Notify(7, Octets.of(new byte[spiSize]), NotifyTypes.CHECK_SPI, Octets.hex(data));
    }

    @Property
    void anyOctetsGiveAValue(@ForAll @Size(max = 20) byte[] spi, @ForAll @Size(max = 40) byte[] data) {
        CheckSpi.of(new Payload.Notify(1, Octets.of(spi), NotifyTypes.CHECK_SPI, Octets.of(data)));
    }

    @Test
    void aCookieHasAtMost255Octets() {
        Octets long256 = Octets.of(new byte[256]);
        assertThrows(IllegalArgumentException.class, () -> new CheckSpi.AboutIkeSa(Subtype.ACK, SPIS, long256));
        assertThrows(IllegalArgumentException.class, () -> new CheckSpi.AboutChildSa(Subtype.ACK, 1, long256));
        assertThrows(IllegalArgumentException.class, () -> new CheckSpi.LoneCookie(long256));
    }

    /** SIR-5-1: 19 octets of ASCII. */
    @Test
    void theVendorIdIsTheTextOfTheDraft() {
        assertEquals("00000017" + "534543555245" + "20" + "494b45" + "20" + "5245434f56455259", octets(VendorId.PAYLOAD));
    }
}
