package sfd.probe;

import java.util.Optional;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.session.Identity;
import sfd.session.Key;

/**
 * Who is asked, and from where.
 *
 * @param here our address
 * @param ike its port for IKE
 * @param shared its port for IKE and ESP
 * @param credentials to make an IKE SA with; without them only what a stranger can ask is asked
 */
public record Target(Address here, Endpoint ike, Endpoint shared, Optional<Credentials> credentials) {

    /** A pre-shared key and who we say that we are. */
    public record Credentials(Key preShared, Identity own) {
    }
}
