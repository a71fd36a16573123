package sfd.token;

import org.bouncycastle.crypto.digests.SHA256Digest;
import sfd.octets.Octets;

/** SHA-256 of Bouncy Castle. For one thread only. */
public final class BouncyDigest implements Digest {

    private final SHA256Digest digest = new SHA256Digest();

    @Override
    public Octets sha256(Octets... parts) {
        for (Octets part : parts) {
            digest.update(part.toArray(), 0, part.length());
        }
        byte[] out = new byte[LENGTH];
        digest.doFinal(out, 0);
        return Octets.of(out);
    }
}
