package sfd.token;

import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.octets.OctetReader;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/**
 * Stateless cookies (SIR-3.2.4-1): who gets one back knows that it comes from where it went to, and has remembered
 * nothing but its secret. 36 octets: the version of the secret (4), then SHA-256 (32) over the secret and what the
 * cookie is bound to.
 */
public final class Cookie {

    /** Length in octets. */
    public static final int LENGTH = Integer.BYTES + Digest.LENGTH;

    /** Stands before what is hashed: the subtype QUERY, or for X's own cookie that of a lone one. */
    private static final int QUERY = 0;
    private static final int LONE = 3;

    private Cookie() {
    }

    /**
     * Y's cookie in a QUERY about an IKE SA: over the subtype (1), the SPI pair (16), both addresses (4 or 16 each)
     * and both ports (2 each), as in the packet that Y sends.
     */
    public static Octets of(Digest digest, Secret secret, IkeSpis spis, Endpoint from, Endpoint to) {
        return cookie(digest, secret, new OctetWriter().u8(QUERY).octets(spis.octets())
                .octets(from.address().octets()).octets(to.address().octets()).u16(from.port()).u16(to.port()).toOctets());
    }

    /**
     * True if it is {@link #of} one of these secrets: SIR-3.2.2-9. A secret that is no longer in use makes its cookies
     * invalid, which is all the lifetime that they have (SIR-3.2.4-2).
     *
     * @param from our end, which the query left from
     * @param to the end that it went to, and that the answer comes from (READING-15)
     */
    public static boolean isValid(Digest digest, Secrets secrets, Octets cookie, IkeSpis spis, Endpoint from,
            Endpoint to) {
        return secrets.get(version(cookie))
                .filter(secret -> cookie.equalsInConstantTime(of(digest, secret, spis, from, to)))
                .isPresent();
    }

    /**
     * X's own cookie (SIR-3.2.2-12): over the address (4 or 16) and port (2) of the one it goes to. Not over the SPIs,
     * for the IKE_SA_INIT that it comes back in names only a new one (READING-13).
     */
    public static Octets own(Digest digest, Secret secret, Endpoint to) {
        return cookie(digest, secret,
                new OctetWriter().u8(LONE).octets(to.address().octets()).u16(to.port()).toOctets());
    }

    /** True if it is {@link #own} of one of these secrets. */
    public static boolean isOwn(Digest digest, Secrets secrets, Octets cookie, Endpoint from) {
        return secrets.get(version(cookie))
                .filter(secret -> cookie.equalsInConstantTime(own(digest, secret, from)))
                .isPresent();
    }

    private static Octets cookie(Digest digest, Secret secret, Octets bound) {
        return Octets.concat(new OctetWriter().u32(secret.generation()).toOctets(), secret.digest(digest, bound));
    }

    /** The generation that it names; 0, which no secret has, if it is too short to name one. */
    private static int version(Octets cookie) {
        return cookie.length() < Integer.BYTES ? 0 : new OctetReader(cookie).u32();
    }
}
