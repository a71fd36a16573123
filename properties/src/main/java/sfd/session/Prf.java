package sfd.session;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/** PRF_HMAC_SHA2_256 (RFC 4868), the one pseudorandom function here, and prf+ (RFC 7296, 2.13). */
final class Prf {

    /** Octets of its output, and the preferred length of its keys. */
    static final int LENGTH = 32;

    /** The counter of prf+ is one octet. */
    private static final int MOST_BLOCKS = 255;

    private Prf() {
    }

    /** prf(key, parts one behind the other); a key may have any length. */
    static Octets prf(Octets key, Octets... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            // The JDK refuses a key of no octets, which HMAC fills with zeros like any other.
            mac.init(new SecretKeySpec(key.isEmpty() ? new byte[1] : key.toArray(), "HmacSHA256"));
            for (Octets part : parts) {
                mac.update(part.toArray());
            }
            return Octets.of(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    /** prf(key, parts) as a key. */
    static Key derive(Octets key, Octets... parts) {
        return Key.of(prf(key, parts));
    }

    /**
     * The first {@code length} octets of prf+(key, seed): T1 = prf(K, S | 1), Tn = prf(K, Tn-1 | S | n).
     *
     * @throws IllegalArgumentException for more than 255 outputs
     */
    static Key plus(Key key, Octets seed, int length) {
        if (length > MOST_BLOCKS * LENGTH) {
            throw new IllegalArgumentException("prf+ gives at most " + MOST_BLOCKS * LENGTH + " octets, not " + length);
        }
        var out = new OctetWriter(length + LENGTH);
        Octets block = Octets.EMPTY;
        for (int counter = 1; out.length() < length; counter++) {
            block = prf(key.octets(), block, seed, Octets.of((byte) counter));
            out.octets(block);
        }
        return Key.of(out.finish().slice(0, length));
    }
}
