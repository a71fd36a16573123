package sfd.session;

import java.util.List;
import sfd.ike.Payload;
import sfd.octets.Octets;

/**
 * What IKE_SA_INIT was, for IKE_AUTH to prove that both saw the same.
 *
 * @param request without a marker
 * @param answer without a marker
 * @param ni nonce of the initiator
 * @param nr nonce of the responder
 * @param first payloads that came from the peer
 */
record Transcript(Octets request, Octets answer, Octets ni, Octets nr, List<Payload> first) {

    Transcript {
        first = List.copyOf(first);
    }

    /** The AUTH data of an end, by what its ID payload says (RFC 7296, 2.15). */
    Octets authentication(IkeKeys keys, boolean initiator, Key preShared, Octets identity) {
        return keys.authentication(initiator, preShared, initiator ? request : answer, initiator ? nr : ni, identity);
    }
}
