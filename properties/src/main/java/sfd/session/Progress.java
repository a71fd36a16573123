package sfd.session;

import java.util.List;
import java.util.Optional;
import sfd.ike.Payload;

/** What a datagram did for a handshake. */
public sealed interface Progress {

    /** It goes on: send {@link Handshake#sent} of the next state. The payloads are what came, for who looks at them. */
    record Continued(Handshake next, List<Payload> payloads) implements Progress {
    }

    /**
     * The IKE SA is there.
     *
     * @param send a responder's answer, to be sent, and sent again when the request comes again (RFC 7296, 2.1)
     * @param first payloads of the peer's IKE_SA_INIT message
     * @param authenticated payloads of its IKE_AUTH message: where a token is, if it gave one
     */
    record Established(Session session, Optional<Datagram> send, List<Payload> first, List<Payload> authenticated) implements Progress {
    }

    /** There will be no SA; what is to be sent says why. Of a responder to IKE_SA_INIT, a COOKIE too: it keeps nothing. */
    record Declined(Datagram send, List<Payload> payloads) implements Progress {
    }

    /**
     * The peer declined.
     *
     * @param error type of its error notification
     * @param isProtected it is proven to be the peer's; if not, anybody may have sent it, and the handshake can still go on
     */
    record Refused(int error, boolean isProtected, List<Payload> payloads) implements Progress {
    }

    /** Nothing changed. */
    record Ignored(Flaw flaw) implements Progress {
    }
}
