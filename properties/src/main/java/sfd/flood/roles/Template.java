package sfd.flood.roles;

import java.util.Arrays;
import java.util.List;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.Framing;
import sfd.ike.Wire;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/** A datagram with holes: to make one from it costs a copy, or making a flood would cost more than what it is made for. */
final class Template {

    /** What stands in the message where an SPI pair, a child SPI or something that is anew in each datagram belongs. */
    static final IkeSpis SPIS = new IkeSpis(0x7171717171717171L, 0x7272727272727272L);
    static final int CHILD = 0x73737373;
    static final Octets FRESH = Octets.hex("7474747474747474");

    private final byte[] message;
    private final List<Integer> spis;
    private final List<Integer> children;
    private final List<Integer> fresh;

    private Template(Octets message) {
        this.message = message.toArray();
        this.spis = places(SPIS.octets());
        this.children = places(new OctetWriter(Integer.BYTES).u32(CHILD).finish());
        this.fresh = places(FRESH);
    }

    /** Of a message on port 4500. */
    static Template of(IkeMessage message) {
        return new Template(Wire.encode(Framing.SHARED, message));
    }

    private List<Integer> places(Octets sentinel) {
        byte[] wanted = sentinel.toArray();
        var places = new java.util.ArrayList<Integer>();
        for (int at = 0; at + wanted.length <= message.length; at++) {
            if (Arrays.equals(message, at, at + wanted.length, wanted, 0, wanted.length)) {
                places.add(at);
            }
        }
        return List.copyOf(places);
    }

    /** A datagram from it. */
    Octets with(IkeSpis pair, int child, long anew) {
        byte[] made = message.clone();
        for (int at : spis) {
            put(made, at, pair.initiator(), Long.BYTES);
            put(made, at + Long.BYTES, pair.responder(), Long.BYTES);
        }
        for (int at : children) {
            put(made, at, child, Integer.BYTES);
        }
        for (int at : fresh) {
            put(made, at, anew, Long.BYTES);
        }
        return Octets.of(made);
    }

    private static void put(byte[] into, int at, long value, int length) {
        for (int i = 0; i < length; i++) {
            into[at + i] = (byte) (value >>> 8 * (length - 1 - i));
        }
    }
}
