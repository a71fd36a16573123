package sfd.session;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import sfd.octets.Octets;

/** AES with keys of 256 bits, as IKE and ESP use it. */
final class Aes {

    /** Octets of the integrity check of GCM. */
    static final int ICV = 16;

    private static final int KEY = 32;

    private Aes() {
    }

    /**
     * Ciphertext and integrity check. RFC 4106, 4 and RFC 5282, 4: the nonce is the last four octets of the key, the salt, and the
     * IV; never the same one twice with one key.
     *
     * @param key 36 octets
     * @param iv 8 octets
     */
    static Octets sealGcm(Key key, Octets iv, Octets associated, Octets plain) {
        try {
            return Octets.of(gcm(Cipher.ENCRYPT_MODE, key, iv, associated).doFinal(plain.toArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM of the JDK refuses what it is made for", e);
        }
    }

    /** The plaintext; none if the integrity check is wrong, which the JDK compares in constant time. */
    static Optional<Octets> openGcm(Key key, Octets iv, Octets associated, Octets sealed) {
        try {
            return Optional.of(Octets.of(gcm(Cipher.DECRYPT_MODE, key, iv, associated).doFinal(sealed.toArray())));
        } catch (GeneralSecurityException wrong) {
            return Optional.empty();
        }
    }

    private static Cipher gcm(int mode, Key key, Octets iv, Octets associated) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        Octets nonce = Octets.concat(key.part(KEY, key.length()).octets(), iv);
        cipher.init(mode, aes(key.part(0, KEY)), new GCMParameterSpec(ICV * Byte.SIZE, nonce.toArray()));
        cipher.updateAAD(associated.toArray());
        return cipher;
    }

    /**
     * CBC without padding of its own.
     *
     * @param mode of {@link Cipher}
     * @param octets whole blocks of 16
     */
    static Octets cbc(int mode, Key key, Octets iv, Octets octets) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, aes(key), new IvParameterSpec(iv.toArray()));
            return Octets.of(cipher.doFinal(octets.toArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-CBC of the JDK refuses whole blocks", e);
        }
    }

    private static SecretKeySpec aes(Key key) {
        return new SecretKeySpec(key.octets().toArray(), "AES");
    }
}
