package sfd.session;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import sfd.ike.Address;
import sfd.ike.Payload;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.octets.Ranges;

/**
 * Who an end says that it is: the body of an IDi or IDr payload (RFC 7296, 3.5). Any type is kept as it came, so that it can be
 * authenticated and compared; made here are names and addresses.
 *
 * @param type 0..255
 * @param data what the type says
 */
public record Identity(int type, Octets data) {

    public static final int IPV4_ADDR = 1;
    public static final int FQDN = 2;
    public static final int IPV6_ADDR = 5;

    private static final int FIXED_LENGTH = 4;

    /** @throws IllegalArgumentException for a type outside 0..255 */
    public Identity {
        Ranges.check("identification type", type, 0, 0xFF);
    }

    /** A name such as {@code alice.example}, in ASCII. */
    public static Identity fqdn(String name) {
        return new Identity(FQDN, Octets.of(name.getBytes(StandardCharsets.US_ASCII)));
    }

    public static Identity address(Address address) {
        return new Identity(address.octets().length() == Address.IPV4 ? IPV4_ADDR : IPV6_ADDR, address.octets());
    }

    /** The body of a payload: what is authenticated, too (RFC 7296, 2.15). */
    Octets body() {
        return new OctetWriter(FIXED_LENGTH + data.length()).u32(type << 24).octets(data).finish();
    }

    /** @param payloadType {@link Bodies#ID_INITIATOR} or {@link Bodies#ID_RESPONDER} */
    Payload payload(int payloadType) {
        return new Payload.Other(payloadType, body());
    }

    /** The identity of a body; reserved octets are not kept, so what is authenticated is the body itself. */
    static Optional<Identity> of(Octets body) {
        return body.length() <= FIXED_LENGTH ? Optional.empty()
                : Optional.of(new Identity(body.at(0), body.slice(FIXED_LENGTH, body.length())));
    }

    @Override
    public String toString() {
        return switch (type) {
            case FQDN -> printable();
            case IPV4_ADDR, IPV6_ADDR -> data.length() == Address.IPV4 || data.length() == Address.IPV6
                    ? new Address(data).toString() : "type " + type + ", " + data;
            default -> "type " + type + ", " + data;
        };
    }

    private String printable() {
        String text = new String(data.toArray(), StandardCharsets.ISO_8859_1);
        return text.chars().allMatch(it -> it > ' ' && it <= '~') ? text : "type " + type + ", " + data;
    }
}
