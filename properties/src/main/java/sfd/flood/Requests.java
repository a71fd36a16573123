package sfd.flood;

import java.nio.ByteBuffer;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.ike.Wire;
import sfd.octets.Octets;

/** Liveness checks of IKE SAs that the other end does not have: as long as one with AES-GCM, and behind a marker. */
final class Requests {

    /** Octets of the encrypted payload: IV, padding length, integrity check, and 32 more so that an answer has room. */
    private static final int ENCRYPTED = 57;

    private Requests() {
    }

    static ByteBuffer of(IkeSpis spis) {
        var payload = new Payload.Encrypted(PayloadTypes.SK, PayloadTypes.NONE, Octets.of(new byte[ENCRYPTED]));
        var header = new IkeHeader(spis, ExchangeTypes.INFORMATIONAL, true, false, 2);
        return ByteBuffer.wrap(Wire.encode(Framing.SHARED, new IkeMessage(header, java.util.List.of(payload))).toArray());
    }
}
