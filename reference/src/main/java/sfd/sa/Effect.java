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
     * Send these payloads protected under an IKE SA. As a request they begin an exchange, with the next message ID, as
     * soon as the window has room for it (BASE-2.3-1); as a response they go into the answer to the request that is
     * being handled.
     *
     * @param exchange exchange type, see {@link sfd.ike.ExchangeTypes}
     */
    record SendProtected(IkeSpis spis, int exchange, boolean response, List<Payload> payloads) implements Effect {
        public SendProtected {
            payloads = List.copyOf(payloads);
        }
    }

    /**
     * Send the unanswered request of the liveness check of this IKE SA once more: the very same octets, no new exchange
     * and no new message ID (BASE-2.1-1).
     */
    record Retransmit(IkeSpis spis) implements Effect {
    }

    /** The IKE SA and these child SAs are gone, and the peer is not told. */
    record IkeSaDeleted(IkeSpis spis, Set<ChildSa> children) implements Effect {
        public IkeSaDeleted {
            children = Set.copyOf(children);
        }
    }

    /** This child SA is gone; its IKE SA stays. */
    record ChildSaDeleted(IkeSpis spis, ChildSa child) implements Effect {
    }

    /**
     * Start a new IKE SA from one end to the other, in place of the one that is lost at one of both (SIR-3.2.2-11).
     *
     * @param payloads for its first message; a cookie among them goes before all others (READING-20)
     */
    record Initiate(IkeSpis replaces, Endpoint from, Endpoint to, List<Payload> payloads) implements Effect {
        public Initiate {
            payloads = List.copyOf(payloads);
        }
    }

    /**
     * Who asks from there has shown that he is there: state may be made for him (BASE-2.6-4).
     *
     * @param payloads for the answer to him
     */
    record Accept(Endpoint from, List<Payload> payloads) implements Effect {
        public Accept {
            payloads = List.copyOf(payloads);
        }
    }

    /** Count this, and log it if the rate allows. */
    record Log(LogReason reason) implements Effect {
    }
}
