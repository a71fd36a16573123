package sfd.token;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import sfd.octets.Octets;

/** SHA-256 of the Java platform. For one thread only. */
public final class JdkDigest implements Digest {

    private final MessageDigest digest;

    public JdkDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public Octets sha256(Octets... parts) {
        for (Octets part : parts) {
            digest.update(part.toArray());
        }
        return Octets.of(digest.digest());
    }
}
