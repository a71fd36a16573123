package sfd.ike;

import java.util.HexFormat;
import sfd.octets.OctetReader;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/**
 * The pair of SPIs, 8 octets each, that names an IKE SA; the source address has no part in it (BASE-2.6-3).
 *
 * <p>Zero is not refused (BASE-2.6-1): SPI-R is zero in a first IKE_SA_INIT request, and an unprotected INVALID_SPI
 * may have both zero (BASE-1.5-1). An SA of our own never has a zero SPI-I, so a lookup finds nothing.
 *
 * @param initiator SPI-I, chosen by the original initiator, unsigned
 * @param responder SPI-R, unsigned
 */
public record IkeSpis(long initiator, long responder) implements Comparable<IkeSpis> {

    /** Length of the pair in octets. */
    public static final int LENGTH = 16;

    /** Both zero: no IKE SA is meant. */
    public static final IkeSpis NONE = new IkeSpis(0, 0);

    /**
     * The pair from its 16 octets, SPI-I first.
     *
     * @throws IllegalArgumentException for any other length
     */
    public static IkeSpis of(Octets octets) {
        if (octets.length() != LENGTH) {
            throw new IllegalArgumentException("an SPI pair has 16 octets, not " + octets.length());
        }
        var in = new OctetReader(octets);
        return new IkeSpis(in.u64(), in.u64());
    }

    /** The 16 octets, SPI-I first, as in the header and as hashed into a token (QCD-5.1-1). */
    public Octets octets() {
        return writeTo(new OctetWriter(LENGTH)).finish();
    }

    /** Writes the 16 octets, SPI-I first. */
    public OctetWriter writeTo(OctetWriter out) {
        return out.u64(initiator).u64(responder);
    }

    /** Orders by SPI-I, then SPI-R, both unsigned. */
    @Override
    public int compareTo(IkeSpis other) {
        int order = Long.compareUnsigned(initiator, other.initiator);
        return order != 0 ? order : Long.compareUnsigned(responder, other.responder);
    }

    /** 16 hexadecimal digits, a colon, 16 hexadecimal digits. */
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(initiator) + ":" + hex.toHexDigits(responder);
    }
}
