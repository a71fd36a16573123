package sfd.ike;

import sfd.octets.Octets;

/**
 * An IP address. READING-26: compared as an address, IPv4 written as IPv6 (RFC 4291, 2.5.5.2: ::ffff:192.0.2.1) is that
 * IPv4 address, however a socket shows it, or one peer would be two and its token of method 5.2 another one.
 *
 * @param octets 4 octets (IPv4) or 16 (IPv6), network byte order
 */
public record Address(Octets octets) implements Comparable<Address> {

    /** Length of an IPv4 address in octets. */
    public static final int IPV4 = 4;

    /** Length of an IPv6 address in octets. */
    public static final int IPV6 = 16;

    /** @throws IllegalArgumentException unless there are 4 or 16 octets */
    public Address {
        if (octets.length() != IPV4 && octets.length() != IPV6) {
            throw new IllegalArgumentException("an address has 4 or 16 octets, not " + octets.length());
        }
        octets = isMapped(octets) ? octets.slice(IPV6 - IPV4, IPV6) : octets;
    }

    private static boolean isMapped(Octets octets) {
        return octets.length() == IPV6 && octets.u64(0) == 0 && octets.u32(Long.BYTES) == 0xFFFF;
    }

    /**
     * The address written as four decimal numbers with dots, or as IPv6 text (without a zone). Never a name, so never
     * a question to the network.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Address parse(String text) {
        return new Address(text.indexOf(':') < 0 ? AddressText.ipv4(text) : AddressText.ipv6(text));
    }

    /** IPv4 before IPv6, then octet by octet, unsigned. */
    @Override
    public int compareTo(Address other) {
        int order = Integer.compare(octets.length(), other.octets.length());
        for (int i = 0; order == 0 && i < octets.length(); i++) {
            order = Integer.compare(octets.at(i), other.octets.at(i));
        }
        return order;
    }

    /** Dotted decimal, or IPv6 text in the canonical form of RFC 5952; {@link #parse} reads both back. */
    @Override
    public String toString() {
        return octets.length() == IPV4 ? AddressText.ipv4(octets) : AddressText.ipv6(octets);
    }
}
