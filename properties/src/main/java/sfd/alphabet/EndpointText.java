package sfd.alphabet;

import sfd.ike.Address;
import sfd.ike.Endpoint;

/** Endpoints as people write them. */
public final class EndpointText {

    private EndpointText() {
    }

    /**
     * {@code 192.0.2.1:500} or {@code [2001:db8::1]:500}; without a port, or with port 0, a packet that is not in UDP.
     *
     * @throws BadLineException for anything else
     */
    public static Endpoint parse(String name, String text) throws BadLineException {
        int colon = text.lastIndexOf(':');
        boolean bracketed = text.startsWith("[");
        boolean hasPort = bracketed ? colon > text.indexOf(']') : colon >= 0 && colon == text.indexOf(':');
        String address = hasPort ? text.substring(0, colon) : text;
        if (bracketed) {
            if (!address.endsWith("]")) {
                throw new BadLineException(name + " has a bracket that is not closed");
            }
            address = address.substring(1, address.length() - 1);
        }
        return new Endpoint(address(name, address, bracketed),
                hasPort ? port(name, text.substring(colon + 1)) : Endpoint.NO_UDP);
    }

    /**
     * A UDP port, or 0 for none.
     *
     * @throws BadLineException unless it is a decimal number of 0 to 65535
     */
    public static int port(String name, String text) throws BadLineException {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 0xFFFF) {
            throw new BadLineException(name + " needs a port of 0 to 65535");
        }
        return Integer.parseInt(text);
    }

    private static Address address(String name, String text, boolean bracketed) throws BadLineException {
        try {
            Address address = Address.parse(text);
            if (!bracketed || address.octets().length() == Address.IPV6) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Said below, without the text.
        }
        throw new BadLineException(name + " needs an address like 192.0.2.1:500 or [2001:db8::1]:500");
    }
}
