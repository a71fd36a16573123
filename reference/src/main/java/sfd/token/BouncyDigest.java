package sfd.token;

import org.bouncycastle.crypto.digests.SHA256Digest;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/** SHA-256 of Bouncy Castle. For one thread only. */
public final class BouncyDigest implements Digest {

    private final OctetWriter message = new OctetWriter();
    private final SHA256Digest digest = new SHA256Digest();
    private final byte[] result = new byte[LENGTH];

    @Override
    public OctetWriter message() {
        return message.rewind();
    }

    @Override
    public Octets sha256() {
        message.giveTo(digest::update);
        digest.doFinal(result, 0);
        return Octets.of(result);
    }
}
