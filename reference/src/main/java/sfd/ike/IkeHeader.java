package sfd.ike;

import sfd.octets.Ranges;

/**
 * The 28-octet header (BASE-3.1-1) without what is fixed or follows from the rest: version 2.0, first payload type
 * and length. Minor version, V flag and reserved flags are not kept (BASE-3.1-3): whoever judged by them would
 * refuse a peer of a later minor version.
 *
 * @param spis SPI-I and SPI-R
 * @param exchange exchange type, 0..255, see {@link ExchangeTypes}; unknown ones are not malformed
 * @param initiator I flag: the sender is the original initiator of this IKE SA
 * @param response R flag
 * @param messageId 4 octets; 2^31 and above are negative here
 */
public record IkeHeader(IkeSpis spis, int exchange, boolean initiator, boolean response, int messageId) {

    /** Length on the wire in octets. */
    public static final int LENGTH = 28;

    /** @throws IllegalArgumentException for an exchange type outside 0..255 */
    public IkeHeader {
        Ranges.check("exchange type", exchange, 0, 0xFF);
    }

    /**
     * The header of an answer to this request: SPIs, exchange type and message ID copied, response flag set
     * (BASE-1.5-3). Of the two ends of an SA one is the original initiator, so the I flag is inverted; copied, the
     * requester would take the answer for one of its own messages.
     */
    public IkeHeader reply() {
        return new IkeHeader(spis, exchange, !initiator, true, messageId);
    }
}
