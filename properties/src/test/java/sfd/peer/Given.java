package sfd.peer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sfd.ike.Address;
import sfd.ike.Endpoint;

/**
 * What a peer in a test is given.
 *
 * @param port for IKE and ESP, 0 for one that the system chooses; the other one always is
 */
record Given(String role, Optional<Path> secrets, Optional<Path> sas, int port, Optional<Peer.Ike> ike) {

    private static final long TICK = 50_000_000;

    Given(String role, Optional<Path> secrets, Optional<Path> sas) {
        this(role, secrets, sas, 0, Optional.empty());
    }

    Given as(String role) {
        return new Given(role, secrets, sas, port, ike);
    }

    Given with(Path sas) {
        return new Given(role, secrets, Optional.of(sas), port, ike);
    }

    Given with(Optional<Path> secrets) {
        return new Given(role, secrets, sas, port, ike);
    }

    Given with(String id, Path psk, Optional<Endpoint> initiate) {
        return new Given(role, secrets, sas, port, Optional.of(new Peer.Ike(psk, id, initiate)));
    }

    Given at(int port) {
        return new Given(role, secrets, sas, port, ike);
    }

    Peer.Options options() {
        return new Peer.Options(role, Address.parse("127.0.0.1"), List.of(0, port), Optional.empty(), secrets, sas, TICK,
                Optional.empty(), 0, new Peer.LineOptions(false, 50, 1), ike);
    }
}
