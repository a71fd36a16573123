package sfd.sir;

import java.util.List;
import sfd.ike.CheckSpi;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.octets.Octets;

/** The messages and payloads that X and Y both make. */
final class SirMessages {

    private SirMessages() {
    }

    /**
     * In the clear about an IKE SA, in a message that belongs to no exchange of it: INFORMATIONAL, message ID 0
     * (READING-9).
     */
    static IkeMessage inClear(IkeSpis spis, boolean initiator, boolean response, Payload payload) {
        return new IkeMessage(new IkeHeader(spis, ExchangeTypes.INFORMATIONAL, initiator, response, 0),
                List.of(payload));
    }

    /** N(COOKIE), as RFC 7296 has it: a cookie for IKE_SA_INIT. */
    static Payload cookie(Octets cookie) {
        return new Payload.Notify(0, Octets.EMPTY, NotifyTypes.COOKIE, cookie);
    }

    /** ACK or NACK about an IKE SA. */
    static Payload verdict(CheckSpi.Subtype subtype, IkeSpis spis, Octets cookie) {
        return new CheckSpi.AboutIkeSa(subtype, spis, cookie).notification();
    }
}
