package sfd.token;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/** SHA-256 of the Java platform. For one thread only. */
public final class JdkDigest implements Digest {

    private final OctetWriter message = new OctetWriter();
    private final MessageDigest digest;
    private final OctetWriter.Sink update;

    public JdkDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        update = digest::update;
    }

    @Override
    public OctetWriter message() {
        return message.rewind();
    }

    @Override
    public Octets sha256() {
        message.giveTo(update);
        return Octets.of(digest);
    }
}
