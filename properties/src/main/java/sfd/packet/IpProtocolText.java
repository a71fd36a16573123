package sfd.packet;

import sfd.alphabet.BadLineException;
import sfd.ike.IpProtocol;

/** What {@code protocol=} of a line says: esp or ah, of what is not in UDP. */
final class IpProtocolText {

    private IpProtocolText() {
    }

    /**
     * @param straight it is not in UDP
     * @throws BadLineException for another protocol, or one of what is in UDP
     */
    static IpProtocol of(boolean straight, DatagramLine datagram) throws BadLineException {
        String text = datagram.values().get("protocol");
        if (!straight) {
            if (text != null) {
                throw new BadLineException("protocol= must be esp or ah, and is for packets without ports");
            }
            return IpProtocol.UDP;
        }
        return switch (text == null ? "esp" : text) {
            case "esp" -> IpProtocol.ESP;
            case "ah" -> IpProtocol.AH;
            default -> throw new BadLineException("protocol= must be esp or ah, and is for packets without ports");
        };
    }
}
