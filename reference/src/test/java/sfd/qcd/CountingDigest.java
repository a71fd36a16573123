package sfd.qcd;

import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.token.Digest;
import sfd.token.JdkDigest;

/** A digest that knows how often it was asked for. */
final class CountingDigest implements Digest {

    private final Digest digest = new JdkDigest();
    private int count;

    int count() {
        return count;
    }

    @Override
    public OctetWriter message() {
        return digest.message();
    }

    @Override
    public Octets sha256() {
        count++;
        return digest.sha256();
    }
}
