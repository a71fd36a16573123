package sfd.token;

import java.util.Optional;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/**
 * Stateless cookies (SIR-3.2.4-1): who gets one back knows that it comes from where it went to, and has remembered
 * nothing but its secret. 36 octets: the version of the secret (4), then SHA-256 (32) over the first half of the
 * secret (16) and what the cookie is bound to.
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
        return cookie(secret, sealed(digest, secret, spis, from, to));
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
        Optional<Secret> secret = named(secrets, cookie);
        return secret.isPresent() && cookie.endsInConstantTime(sealed(digest, secret.get(), spis, from, to));
    }

    private static Octets sealed(Digest digest, Secret secret, IkeSpis spis, Endpoint from, Endpoint to) {
        spis.writeTo(secret.beginWithHalf(digest).u8(QUERY))
                .octets(from.address().octets()).octets(to.address().octets()).u16(from.port()).u16(to.port());
        return digest.sha256();
    }

    /**
     * X's own cookie (SIR-3.2.2-12): over the address (4 or 16) and port (2) of the one it goes to. Not over the SPIs,
     * for the IKE_SA_INIT that it comes back in names only a new one (READING-13).
     */
    public static Octets own(Digest digest, Secret secret, Endpoint to) {
        return cookie(secret, sealed(digest, secret, to));
    }

    /** True if it is {@link #own} of one of these secrets. */
    public static boolean isOwn(Digest digest, Secrets secrets, Octets cookie, Endpoint from) {
        Optional<Secret> secret = named(secrets, cookie);
        return secret.isPresent() && cookie.endsInConstantTime(sealed(digest, secret.get(), from));
    }

    private static Octets sealed(Digest digest, Secret secret, Endpoint to) {
        secret.beginWithHalf(digest).u8(LONE).octets(to.address().octets()).u16(to.port());
        return digest.sha256();
    }

    private static Octets cookie(Secret secret, Octets sealed) {
        return new OctetWriter(LENGTH).u32(secret.generation()).octets(sealed).finish();
    }

    /** The secret whose generation it names, if it has the length of a cookie. */
    private static Optional<Secret> named(Secrets secrets, Octets cookie) {
        return cookie.length() == LENGTH ? secrets.get(cookie.u32(0)) : Optional.empty();
    }
}
