package sfd.token;

import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/**
 * SHA-256, the one capability that the roles are handed from outside. Pure as seen from a step: the same message, the
 * same 32 octets. An implementation may be bound to one thread, and is never part of a state.
 *
 * <p>A message is written into a buffer of the digest's own, so that hashing allocates nothing but the result.
 */
public interface Digest {

    /** Length of a digest in octets. */
    int LENGTH = 32;

    /** The message to be hashed next, empty: what was written to it before is forgotten. */
    OctetWriter message();

    /** The 32 octets of SHA-256 over what was written since {@link #message}. */
    Octets sha256();
}
