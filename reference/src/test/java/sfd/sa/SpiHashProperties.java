package sfd.sa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bouncycastle.crypto.macs.SipHash;
import org.bouncycastle.crypto.params.KeyParameter;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;

/** The hash against Bouncy Castle's SipHash of one and three rounds. */
class SpiHashProperties {

    private static byte[] littleEndian(long first, long second) {
        return ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(first).putLong(second).array();
    }

    @Property
    void isSipHash(@ForAll long key0, @ForAll long key1, @ForAll long initiator, @ForAll long responder) {
        var sipHash = new SipHash(1, 3);
        sipHash.init(new KeyParameter(littleEndian(key0, key1)));
        sipHash.update(littleEndian(initiator, responder), 0, IkeSpis.LENGTH);
        assertEquals(sipHash.doFinal(), new SpiHash(key0, key1).hash(new IkeSpis(initiator, responder)));
    }

    private static final Endpoint HERE = new Endpoint(Address.parse("192.0.2.1"), 500);

    @Example
    void anSaIsFoundByItsOwnSpis() {
        var spis = new IkeSpis(5, 6);
        assertEquals(spis, new SpiHash(1, 2).key(
                new IkeSa(spis, IkeSa.Phase.HALF_OPEN, HERE, HERE, true, "", Set.of(), List.of(), 0)));
    }

    @Example
    void itsKeyIsNotShown() {
        assertFalse(new SpiHash(0x1234567, 1).toString().contains("1234567"));
        assertEquals("SipHash-1-3", new SpiHash(1, 2).toString());
        assertFalse(SaTable.empty(new SpiHash(19088743, 1)).toString().contains("19088743"));
    }
}
