package sfd.session;

import java.util.List;

/** What protects the messages of an IKE SA; the pseudorandom function is PRF_HMAC_SHA2_256 in all. */
public enum Suite {

    /** AES-GCM with an integrity check of 16 octets (RFC 5282): key and salt in one. */
    AES_GCM_16_256(36, 0, 8, List.of(new Transform(Transform.ENCRYPTION, 20, 256), new Transform(Transform.PRF, 5))),

    /** AES-CBC and HMAC-SHA2-256-128 (RFC 3602, RFC 4868). */
    AES_CBC_256_HMAC_SHA2_256_128(32, 32, 16, List.of(new Transform(Transform.ENCRYPTION, 12, 256),
            new Transform(Transform.INTEGRITY, 12), new Transform(Transform.PRF, 5)));

    /** Octets of the integrity check of either. */
    static final int ICV = 16;

    private final int encryptionKey;
    private final int integrityKey;
    private final int iv;
    private final List<Transform> transforms;

    Suite(int encryptionKey, int integrityKey, int iv, List<Transform> transforms) {
        this.encryptionKey = encryptionKey;
        this.integrityKey = integrityKey;
        this.iv = iv;
        this.transforms = transforms;
    }

    /** Octets of SK_ei and SK_er each. */
    int encryptionKey() {
        return encryptionKey;
    }

    /** Octets of SK_ai and SK_ar each. */
    int integrityKey() {
        return integrityKey;
    }

    /** Octets of the initialization vector on the wire. */
    int iv() {
        return iv;
    }

    /** What a proposal says of it, without the key exchange. */
    public List<Transform> transforms() {
        return transforms;
    }
}
