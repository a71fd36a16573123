package sfd.session;

import sfd.octets.OctetReader;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.octets.Ranges;

/**
 * One transform of a proposal (RFC 7296, 3.3.2).
 *
 * @param type 0..255, one of the constants
 * @param id transform ID, 0..65535
 * @param keyBits value of its attribute Key Length, 0 for none; {@link #NOT_UNDERSTOOD} if it has other attributes: with one of
 *     those it must not be chosen (RFC 7296, 3.3.6)
 */
public record Transform(int type, int id, int keyBits) {

    public static final int ENCRYPTION = 1;
    public static final int PRF = 2;
    public static final int INTEGRITY = 3;
    public static final int KEY_EXCHANGE = 4;
    public static final int SEQUENCE_NUMBERS = 5;

    static final int NOT_UNDERSTOOD = -1;

    private static final int FIXED_LENGTH = 8;
    private static final int ATTRIBUTE_LENGTH = 4;
    /** Attribute type 14, with the bit that says that the value is in place of a length. */
    private static final int KEY_LENGTH = 0x800E;

    /** @throws IllegalArgumentException for a value its field cannot hold */
    public Transform {
        Ranges.check("transform type", type, 0, 0xFF);
        Ranges.check("transform ID", id, 0, 0xFFFF);
        Ranges.check("key length", keyBits, NOT_UNDERSTOOD, 0xFFFF);
    }

    /** A transform without attributes. */
    public Transform(int type, int id) {
        this(type, id, 0);
    }

    /** INTEG or key exchange "NONE": the same as if it were not there. */
    boolean isNone() {
        return (type == INTEGRITY || type == KEY_EXCHANGE) && id == 0;
    }

    int length() {
        return FIXED_LENGTH + (keyBits == 0 ? 0 : ATTRIBUTE_LENGTH);
    }

    void writeTo(OctetWriter out, boolean last) {
        out.u8(last ? 0 : 3).u8(0).u16(length()).u8(type).u8(0).u16(id);
        if (keyBits != 0) {
            out.u16(KEY_LENGTH).u16(keyBits);
        }
    }

    /**
     * @param body a whole transform, eight octets at least
     */
    static Transform of(Octets body) {
        return new Transform(body.at(4), body.u16(6), keyBits(new OctetReader(body.slice(FIXED_LENGTH, body.length()))));
    }

    private static int keyBits(OctetReader attributes) {
        int bits = 0;
        while (attributes.remaining() > 0) {
            if (attributes.remaining() < ATTRIBUTE_LENGTH || bits != 0) {
                return NOT_UNDERSTOOD;
            }
            int type = attributes.u16();
            int value = attributes.u16();
            if (type != KEY_LENGTH || value == 0) {
                return NOT_UNDERSTOOD;
            }
            bits = value;
        }
        return bits;
    }
}
