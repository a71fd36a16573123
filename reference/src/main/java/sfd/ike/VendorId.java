package sfd.ike;

import java.util.List;
import sfd.octets.Octets;

/** The Vendor ID of stateless recovery (SIR-5-1): 19 octets, in the first two messages of an IKE SA. */
public final class VendorId {

    /** {@code SECURE IKE RECOVERY} in ASCII. */
    public static final Payload PAYLOAD = new Payload.Other(PayloadTypes.VENDOR_ID,
            Octets.hex("53454355524520494b45205245434f56455259"));

    private VendorId() {
    }

    /** True if it is among these payloads: their sender knows SIR. */
    public static boolean isIn(List<Payload> payloads) {
        return payloads.contains(PAYLOAD);
    }
}
