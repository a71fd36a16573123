package sfd.token;

import sfd.octets.Octets;

/**
 * SHA-256, the one capability that the roles are handed from outside. Pure as seen from here: the same parts, the
 * same 32 octets. An implementation may be bound to one thread, and is never part of a state.
 */
public interface Digest {

    /** Length of a digest in octets. */
    int LENGTH = 32;

    /** The 32 octets of SHA-256 over the parts, one behind the other. */
    Octets sha256(Octets... parts);
}
