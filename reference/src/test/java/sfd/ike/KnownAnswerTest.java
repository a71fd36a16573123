package sfd.ike;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import sfd.octets.Octets;

/** An unprotected answer with a token, its octets counted out by hand (BASE-3.1-1, BASE-3.10-1, QCD-4.1-1). */
class KnownAnswerTest {

    private static final String TOKEN = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private static final Octets IKE = Octets.hex(""
            + "4d7cbbaf52dcbd5c"    //  0 SPI-I
            + "dd9539a8d8608b1d"    //  8 SPI-R
            + "29"                  // 16 next payload: notify
            + "20"                  // 17 version 2.0
            + "25"                  // 18 INFORMATIONAL
            + "20"                  // 19 flags: response
            + "00000002"            // 20 message ID
            + "0000004c"            // 24 length: 28 + 8 + 40
            + "29" + "00" + "0008"  // 28 next payload: notify; not critical; length
            + "00" + "00"           // 32 protocol ID and SPI size
            + "0004"                // 34 INVALID_IKE_SPI
            + "00" + "00" + "0028"  // 36 no next payload; not critical; length 8 + 32
            + "01" + "00"           // 40 protocol ID and SPI size
            + "4023"                // 42 16419
            + TOKEN);               // 44 to 75

    private static final IkeHeader REQUEST = new IkeHeader(new IkeSpis(0x4d7cbbaf52dcbd5cL, 0xdd9539a8d8608b1dL),
            ExchangeTypes.INFORMATIONAL, true, false, 2);

    private static final IkeMessage ANSWER = new IkeMessage(REQUEST.reply(), List.of(
            new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_IKE_SPI, Octets.EMPTY),
            new Payload.Notify(1, Octets.EMPTY, NotifyTypes.QUICK_CRASH_DETECTION, Octets.hex(TOKEN))));

    @Test
    void isWrittenFieldByField() {
        assertEquals(76, IKE.length());
        assertEquals(IKE, Wire.encode(Framings.of(500), ANSWER));
        assertEquals(Octets.concat(Octets.hex("00000000"), IKE), Wire.encode(Framings.of(4500), ANSWER));
    }

    @Test
    void isReadFieldByField() {
        var read = (IkeMessage) Wire.decode(Framings.of(500), IKE);
        assertEquals("4d7cbbaf52dcbd5c:dd9539a8d8608b1d", read.header().spis().toString());
        assertEquals(37, read.header().exchange());
        assertEquals(false, read.header().initiator());
        assertEquals(true, read.header().response());
        assertEquals(2, read.header().messageId());
        assertEquals(2, read.payloads().size());
        assertEquals(Octets.EMPTY, read.notifies(4).getFirst().data());
        Payload.Notify token = read.notifies(16419).getFirst();
        assertEquals(1, token.protocol());
        assertEquals(Octets.EMPTY, token.spi());
        assertEquals(Octets.hex(TOKEN), token.data());
        assertEquals(read, Wire.decode(Framings.of(4500), Octets.concat(Octets.hex("00000000"), IKE)));
    }

    /** BASE-1.5-1: the hint for an unknown child SPI, IKE SPIs zero. */
    @Test
    void theHintForAChildIsReadToo() {
        var hint = (IkeMessage) Wire.decode(Framings.of(500), Octets.hex("0000000000000000 0000000000000000 29 20 25 08 00000000"
                + "00000028 0000000c 0000000b 39fa7626"));
        assertEquals(IkeSpis.NONE, hint.header().spis());
        assertEquals(Octets.hex("39fa7626"), hint.notifies(NotifyTypes.INVALID_SPI).getFirst().data());
    }

    /** A notify about a child SA: the SPI stands before the data. */
    @Test
    void theSpiOfANotifyStandsBeforeItsData() {
        List<Payload> payloads = List.of(
                new Payload.Notify(3, Octets.hex("39fa7626"), NotifyTypes.CHECK_SPI, Octets.hex("00000000")));
        Octets octets = Octets.hex("00 00 0010 03 04 8002 39fa7626 00000000");
        assertEquals(octets, Wire.encodeChain(payloads));
        assertEquals(new Chain.Payloads(payloads), Wire.decodeChain(41, octets));
    }
}
