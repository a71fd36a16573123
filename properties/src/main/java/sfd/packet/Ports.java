package sfd.packet;

import java.util.Set;
import sfd.gateway.BadFileException;

/** UDP ports given as options. */
final class Ports {

    private Ports() {
    }

    /** The same. @throws BadFileException for one outside 1 to 65535 */
    static Set<Integer> checked(Set<Integer> ports) throws BadFileException {
        for (int port : ports) {
            if (port < 1 || port > 0xFFFF) {
                throw new BadFileException("--port must be 1 to 65535");
            }
        }
        return ports;
    }
}
