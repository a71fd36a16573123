package sfd.sa;

import java.util.List;
import java.util.Set;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;
import sfd.octets.Octets;

/** What a role asks its surroundings to do. */
public sealed interface Effect {

    /** Send a datagram, in the clear. */
    record Send(Endpoint from, Endpoint to, Octets datagram) implements Effect {
    }

    /**
     * Send these payloads protected under an IKE SA. As a request they start an exchange; as a response they go into
     * the answer to the request that is being handled.
     *
     * @param exchange exchange type, see {@link sfd.ike.ExchangeTypes}
     */
    record SendProtected(IkeSpis spis, int exchange, boolean response, List<Payload> payloads) implements Effect {
        public SendProtected {
            payloads = List.copyOf(payloads);
        }
    }

    /** The IKE SA and these child SAs are gone, and the peer is not told. */
    record IkeSaDeleted(IkeSpis spis, Set<ChildSa> children) implements Effect {
        public IkeSaDeleted {
            children = Set.copyOf(children);
        }
    }

    /** Count this, and log it if the rate allows. */
    record Log(LogReason reason) implements Effect {
    }
}
