package sfd.sa;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import sfd.ike.Endpoint;
import sfd.ike.Framing;
import sfd.ike.IpProtocol;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;
import sfd.octets.Octets;
import sfd.token.Secret;
import sfd.token.Secrets;

/** What reaches a role; never what the role makes of it. */
public sealed interface Event {

    /**
     * A datagram as it came, from anybody.
     *
     * @param from source, with port 0 for ESP or AH that was not in UDP
     * @param to our own end, with port 0 if and only if {@code from} has it
     * @param protocol what IP carried
     * @param datagram the UDP payload, or without UDP the IP payload
     * @param lot drawn by this end for each arrival, not below 0 and evenly from a wide range, so that the sender can neither
     *     choose nor see it (BASE-2.21.4-10); {@link #NO_LOT} where nothing is drawn
     */
    record Received(Endpoint from, Endpoint to, IpProtocol protocol, Octets datagram, int lot) implements Event {

        /** Where nothing is drawn. */
        public static final int NO_LOT = -1;

        /** @throws IllegalArgumentException if one end has a UDP port and the other not, or the protocol is another one */
        public Received {
            boolean udp = protocol == IpProtocol.UDP;
            if ((from.port() != Endpoint.NO_UDP) != udp || (to.port() != Endpoint.NO_UDP) != udp) {
                throw new IllegalArgumentException(protocol + " from " + from + " to " + to);
            }
        }

        /** Without a lot. */
        public Received(Endpoint from, Endpoint to, IpProtocol protocol, Octets datagram) {
            this(from, to, protocol, datagram, NO_LOT);
        }

        /** In UDP, or with port 0 at both ends ESP; without a lot. */
        public Received(Endpoint from, Endpoint to, Octets datagram) {
            this(from, to, to.port() == Endpoint.NO_UDP ? IpProtocol.ESP : IpProtocol.UDP, datagram);
        }

        /** The same with a lot. */
        public Received withLot(int lot) {
            return new Received(from, to, protocol, datagram, lot);
        }

        /** What its first octets can be. */
        public Framing framing() {
            return switch (protocol) {
                case UDP -> Framing.udp(to.port(), from.port());
                case ESP -> Framing.ESP;
                case AH -> Framing.AH;
            };
        }
    }

    /**
     * A message that was verified under an IKE SA: fresh, and from its other end. Only who holds the keys can make
     * this event; a datagram never becomes one here.
     *
     * @param exchange exchange type, see {@link sfd.ike.ExchangeTypes}
     * @param response R flag
     * @param payloads the chain inside
     */
    record Protected(IkeSpis spis, int exchange, boolean response, List<Payload> payloads) implements Event {
        public Protected {
            payloads = List.copyOf(payloads);
        }
    }

    /**
     * An ESP packet that was verified under a child SA.
     *
     * @param spi the SPI that this peer receives on
     */
    record ProtectedEsp(int spi) implements Event {
    }

    /** What the IKE daemon tells about the lives of its SAs. */
    sealed interface Lifecycle extends Event {
    }

    /**
     * IKE_SA_INIT is done, IKE_AUTH is not.
     *
     * @param here our own end
     * @param peer the other end
     * @param initiator this peer is its original initiator, and sets the initiator flag in all that it sends under it
     *     (BASE-3.1-3)
     */
    record SaHalfOpen(IkeSpis spis, Endpoint here, Endpoint peer, boolean initiator) implements Lifecycle {
    }

    /**
     * IKE_AUTH is done.
     *
     * @param identity who the peer proved to be, not empty
     * @param payloads what the peer's side of IKE_SA_INIT and IKE_AUTH brought
     */
    record SaEstablished(IkeSpis spis, String identity, Set<ChildSa> children, List<Payload> payloads)
            implements Lifecycle {

        /** @throws IllegalArgumentException for an empty identity */
        public SaEstablished {
            IkeSa.requireIdentity(identity);
            children = Set.copyOf(children);
            payloads = List.copyOf(payloads);
        }
    }

    /**
     * The IKE SA {@code old} was replaced by {@code successor}; the old one lives until it is closed.
     *
     * @param initiator this peer started the rekey, which makes it the original initiator of the new IKE SA
     * @param payloads what the peer's side of CREATE_CHILD_SA brought
     */
    record SaRekeyed(IkeSpis old, IkeSpis successor, boolean initiator, List<Payload> payloads)
            implements Lifecycle {

        public SaRekeyed {
            payloads = List.copyOf(payloads);
        }
    }

    /**
     * A copy of an IKE SA came from another member of the cluster.
     *
     * @param here our own end
     * @param initiator the cluster is its original initiator
     * @param secret generation of the secret that its token was made with, 0 for no token
     */
    record SaImported(IkeSpis spis, Endpoint here, Endpoint peer, boolean initiator, String identity,
            Set<ChildSa> children, int secret) implements Lifecycle {

        /** @throws IllegalArgumentException for an empty identity or a negative generation */
        public SaImported {
            IkeSa.requireIdentity(identity);
            IkeSa.requireGeneration(secret);
            children = Set.copyOf(children);
        }
    }

    /** The IKE SA ended as it should, both ends know. */
    record SaClosed(IkeSpis spis) implements Lifecycle {
    }

    /** This end dropped the IKE SA without telling the other (BASE-2.4-9). */
    record SaForgotten(IkeSpis spis) implements Lifecycle {
    }

    /** A child SA was added to an established IKE SA, by itself or as the first half of a rekey. */
    record ChildSaCreated(IkeSpis spis, ChildSa child) implements Lifecycle {
    }

    /**
     * A child SA ended as it should, by itself or as the second half of a rekey.
     *
     * @param spi the SPI that this peer received on
     */
    record ChildSaClosed(IkeSpis spis, int spi) implements Lifecycle {
    }

    /**
     * The two ends of an established IKE SA are others now.
     *
     * @param here our own end
     * @param peer the other end
     */
    record AddressChanged(IkeSpis spis, Endpoint here, Endpoint peer, MoveCause cause) implements Lifecycle {
    }

    /** How it is known that an end of an IKE SA changed. */
    enum MoveCause {
        /** The peer told so in a request that is being handled (MOBIKE). */
        REQUEST,
        /** This end moved, or asked the peer to take it elsewhere (MOBIKE). */
        SELF,
        /** A fresh protected message came from elsewhere: a NAT bound the peer anew (BASE-2.23-2). */
        NAT;

        /** The name in the spec and in traces. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The IKE SA {@code successor} and its children stand, in place of {@code old} (SIR-3.6-1). */
    record SaReplaced(IkeSpis old, IkeSpis successor) implements Event {
    }

    /** The IKE SA that was to replace this one did not come about. */
    record SaNotReplaced(IkeSpis spis) implements Event {
    }

    /**
     * An IKE_SESSION_RESUME request for a lost IKE SA, its ticket opened by who has the key for it (SIR-3.3.3-2).
     *
     * @param under SPIs in the request's header, those of the IKE SA that it asks for
     * @param spis the lost IKE SA
     * @param initiator I flag of the request
     * @param messageId message ID of the request
     * @param own our own cookie, as it came back
     * @param cookie the peer's, to be reflected
     */
    record ResumptionAsked(Endpoint from, Endpoint to, IkeSpis under, IkeSpis spis, boolean initiator, int messageId,
            Ticket ticket, Octets own, Octets cookie) implements Event {
    }

    /** What the ticket turned out to be. */
    enum Ticket {
        GOOD,
        /** It does not open: not ours, or altered. */
        BAD,
        /** Ours, and not accepted all the same, such as too old. */
        REFUSED
    }

    /** A new generation of the secret that tokens or cookies are made with was made, and stored where it must be. */
    record SecretRolled(Secret secret) implements Event {
    }

    /**
     * This peer lost all but its non-volatile storage.
     *
     * @param secrets what that storage had
     */
    record Rebooted(Secrets secrets) implements Event {
    }

    /** Another member of the cluster says whether it holds this IKE SA. */
    record ActiveElsewhere(IkeSpis spis, boolean active) implements Event {
    }

    /** For some time there was outgoing traffic only: a liveness check is due (BASE-2.4-7). */
    record TrafficDue(IkeSpis spis) implements Event {
    }

    /** The fixed time between two ticks has passed. */
    record Tick() implements Event {
    }
}
