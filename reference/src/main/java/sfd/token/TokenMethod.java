package sfd.token;

import sfd.ike.Address;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;

/** The two ways of the RFC to make a token (QCD-5-8: none is mandatory, and the taker cannot tell). */
public enum TokenMethod {

    /** QCD-5.1-1: the same token wherever the taker is. */
    SPIS("5.1") {
        @Override
        public Octets token(Digest digest, Secret secret, IkeSpis spis, Address taker) {
            spis.writeTo(secret.begin(digest));
            return digest.sha256();
        }
    },

    /** QCD-5.2-1: who asks from another address gets another token, so he cannot ask for somebody else's. */
    SPIS_AND_ADDRESS("5.2") {
        @Override
        public Octets token(Digest digest, Secret secret, IkeSpis spis, Address taker) {
            spis.writeTo(secret.begin(digest)).octets(taker.octets());
            return digest.sha256();
        }
    };

    private final String section;

    TokenMethod(String section) {
        this.section = section;
    }

    /** The section of RFC 6290 that has it. */
    public String section() {
        return section;
    }

    /**
     * The token, 32 octets: SHA-256 over the secret (32), SPI-I (8), SPI-R (8), and in 5.2 the taker's address (4
     * or 16). The same input gives the same token, also after a reboot (QCD-1.1-1).
     *
     * <p>A hash of a secret is what QCD-5-7 recommends: who has many tokens with their SPIs cannot tell the next one
     * from random (QCD-5-2, QCD-9.1-1), and two SPI pairs share a token only if SHA-256 collides (QCD-5-4).
     */
    public abstract Octets token(Digest digest, Secret secret, IkeSpis spis, Address taker);
}
