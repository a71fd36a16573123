package sfd.session;

import java.nio.charset.StandardCharsets;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;

/**
 * The keys of an IKE SA (RFC 7296, 2.14), those of the initiator before those of the responder.
 *
 * @param d SK_d, from which the keys of child SAs and of the next IKE SA are made
 * @param ai SK_ai, no octets for AES-GCM; likewise {@code ar}
 * @param ei SK_ei, for AES-GCM with four octets of salt behind; likewise {@code er}
 * @param pi SK_pi, which binds the identity; likewise {@code pr}
 */
record IkeKeys(Suite suite, Key d, Key ai, Key ar, Key ei, Key er, Key pi, Key pr) {

    /** @param shared g^ir of IKE_SA_INIT */
    static IkeKeys first(Suite suite, Key shared, Octets ni, Octets nr, IkeSpis spis) {
        return of(suite, Prf.derive(Octets.concat(ni, nr), shared.octets()), ni, nr, spis);
    }

    /** Those of the IKE SA that replaces this one (RFC 7296, 2.18); nonces and SPIs are the new ones. */
    IkeKeys next(Suite newSuite, Key newShared, Octets ni, Octets nr, IkeSpis spis) {
        return of(newSuite, Prf.derive(d.octets(), newShared.octets(), ni, nr), ni, nr, spis);
    }

    private static IkeKeys of(Suite suite, Key seed, Octets ni, Octets nr, IkeSpis spis) {
        int a = suite.integrityKey();
        int e = suite.encryptionKey();
        Key all = Prf.plus(seed, Octets.concat(ni, nr, spis.octets()), 3 * Prf.LENGTH + 2 * a + 2 * e);
        int afterD = Prf.LENGTH;
        int afterA = afterD + 2 * a;
        int afterE = afterA + 2 * e;
        return new IkeKeys(suite, all.part(0, afterD), all.part(afterD, afterD + a), all.part(afterD + a, afterA),
                all.part(afterA, afterA + e), all.part(afterA + e, afterE), all.part(afterE, afterE + Prf.LENGTH),
                all.part(afterE + Prf.LENGTH, all.length()));
    }

    /** Of what the original initiator sends, or of what the responder sends. */
    Protection protection(boolean initiator) {
        return new Protection(suite, initiator ? ei : er, initiator ? ai : ar);
    }

    /**
     * The AUTH data of an end by a pre-shared key (RFC 7296, 2.15).
     *
     * @param initiator it is the initiator's
     * @param message the IKE_SA_INIT message that this end sent, without a marker, octet by octet
     * @param nonce the other end's
     * @param identity body of this end's ID payload
     */
    Octets authentication(boolean initiator, Key preShared, Octets message, Octets nonce, Octets identity) {
        Octets pad = Prf.prf(preShared.octets(), KEY_PAD);
        return Prf.prf(pad, message, nonce, Prf.prf((initiator ? pi : pr).octets(), identity));
    }

    /** In ASCII, without a zero behind. */
    private static final Octets KEY_PAD =
            Octets.of("Key Pad for IKEv2".getBytes(StandardCharsets.US_ASCII));
}
