package sfd.flood.roles;

import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.token.Digest;
import sfd.token.JdkDigest;

/** SHA-256, counted. */
final class CountedDigest implements Digest {

    private final Digest digest = new JdkDigest();
    private long made;

    @Override
    public OctetWriter message() {
        return digest.message();
    }

    @Override
    public Octets sha256() {
        made++;
        return digest.sha256();
    }

    /** How many were made so far. */
    long made() {
        return made;
    }
}
