package sfd.sa;

import sfd.ike.Reason;

/** Why something was ignored or is worth a line: the closed list. Each has the name it has in the spec. */
public sealed interface LogReason {

    /** The name in the spec, in traces and in logs. */
    String name();

    /** Octets that are no message. */
    record Unreadable(Reason reason) implements LogReason {
        @Override
        public String name() {
            return reason.name();
        }
    }

    /** A message or an event that changed less than it asked for. */
    enum Judged implements LogReason {
        KEEPALIVE,
        NOT_FOR_THIS_ROLE,
        // the table of SAs
        IKE_SA_EXISTS,
        NO_SUCH_IKE_SA,
        NO_SUCH_CHILD_SA,
        // the peer that lost its SAs
        RESPONSE_WITHOUT_IKE_SA,
        NOT_A_PROTECTED_REQUEST,
        LATER_FRAGMENT,
        ANSWERS_LIMITED,
        ANSWER_TOO_LARGE,
        PAYLOADS_LEFT_OUT,
        CHILD_SA_EXISTS,
        IKE_SA_ACTIVE_ELSEWHERE,
        SECRET_NOT_NEWER,
        // the peer that kept them
        NO_HINT,
        IKE_SA_HALF_OPEN,
        CHECK_UNDER_WAY,
        HEARD_RECENTLY,
        CHECKS_LIMITED,
        NO_REQUEST_OUTSTANDING,
        VERIFICATIONS_LIMITED,
        TOKEN_MISMATCH,
        TOKEN_MALFORMED,
        // stateless recovery, both ends
        CHECK_SPI_MALFORMED,
        NOT_IN_THIS_EXCHANGE,
        QUERY_NOT_PROTECTED,
        COOKIE_INVALID,
        // X
        NOT_A_QUERY,
        DELETE_UNDER_WAY,
        CHILD_SA_QUESTIONED,
        // Y
        PEER_DAMPENED,
        PEER_HAS_THE_SA,
        RECOVERY_UNDER_WAY,
        QUERIES_LIMITED,
        NO_COOKIE_SECRET,
        OFFER_DECLINED
    }
}
