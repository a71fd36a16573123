package sfd.session;

import sfd.ike.Chain;
import sfd.ike.IkeHeader;

/** What a datagram is under an IKE SA. */
public sealed interface Received {

    /** A fresh request: to be answered by {@link Session#answer}, and the same octets again when it is repeated. */
    record Request(Session next, IkeHeader header, Chain chain) implements Received {
    }

    /** The answer to our request under way. */
    record Answer(Session next, IkeHeader header, Chain chain) implements Received {
    }

    /** The peer's last request once more: send the last answer again (RFC 7296, 2.1). */
    record Repeated(IkeHeader header) implements Received {
    }

    /** Nothing: an old message, an answer that nobody waits for, or none under this IKE SA. */
    record Ignored(Flaw flaw) implements Received {
    }
}
