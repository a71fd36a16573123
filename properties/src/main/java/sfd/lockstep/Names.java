package sfd.lockstep;

import java.util.Map;
import java.util.stream.Collectors;
import sfd.ike.Address;
import sfd.ike.IkeSpis;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.token.Secret;

/**
 * Which octets stand for the names of the models: fixed, different for different names, and in the same order where the
 * spec orders by a name.
 */
public final class Names {

    private static final long SPI_I = 0xA11CE_00000000_000L;
    private static final long SPI_R = 0x80B0B_00000000_000L;

    /** Addresses for documentation (RFC 5737, RFC 3849); of both families, for 5.2 hashes 4 octets or 16. */
    private static final Map<String, Address> ADDRESSES = Map.of(
            "", Address.parse("0.0.0.0"),
            "A", Address.parse("192.0.2.1"),
            "A2", Address.parse("2001:db8::a2"),
            "A3", Address.parse("192.0.2.3"),
            "B", Address.parse("198.51.100.11"),
            "B2", Address.parse("2001:db8::b2"),
            "B3", Address.parse("198.51.100.13"),
            "E", Address.parse("203.0.113.66"));
    private static final Map<Address, String> NAMES =
            ADDRESSES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private static final int LONGEST_CHILD = 4;
    private static final int HIGH = 0x80000000;

    private Names() {
    }

    /** Pair 0 is the zero SPIs. */
    static IkeSpis ikeSpis(long pair) {
        return pair == 0 ? IkeSpis.NONE : new IkeSpis(SPI_I + pair, SPI_R + pair);
    }

    static long pair(IkeSpis spis) {
        long pair = spis.equals(IkeSpis.NONE) ? 0 : spis.initiator() - SPI_I;
        if (pair < 0 || !ikeSpis(pair).equals(spis)) {
            throw new NotInModelException("SPIs that no SA of the model has: " + spis);
        }
        return pair;
    }

    /** The characters of the name; of half of the names with the highest bit set, for SPIs are unsigned. */
    static int child(String name) {
        if (name.isEmpty() || name.length() > LONGEST_CHILD || name.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new NotInModelException("a child SPI is named by one to four characters, not " + name);
        }
        int spi = 0;
        for (int i = 0; i < LONGEST_CHILD; i++) {
            spi = spi << Byte.SIZE | (i < name.length() ? name.charAt(i) : 0);
        }
        return name.charAt(name.length() - 1) % 2 == 0 ? spi | HIGH : spi;
    }

    static String childName(int spi) {
        var name = new StringBuilder();
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            int c = (spi & ~HIGH) >>> shift & 0xFF;
            if (c != 0) {
                name.append((char) c);
            }
        }
        if (name.isEmpty() || child(name.toString()) != spi) {
            throw new NotInModelException("a child SPI that the model does not have: " + Integer.toUnsignedString(spi));
        }
        return name.toString();
    }

    /** The address that a name stands for. */
    public static Address address(String name) {
        Address address = ADDRESSES.get(name);
        if (address == null) {
            throw new NotInModelException("no address stands for " + name);
        }
        return address;
    }

    static String addressName(Address address) {
        String name = NAMES.get(address);
        if (name == null) {
            throw new NotInModelException("an address that the model does not have: " + address);
        }
        return name;
    }

    static Secret secret(long generation) {
        return Secret.of(Math.toIntExact(generation), secretOctets(generation));
    }

    private static Octets secretOctets(long generation) {
        var octets = new OctetWriter();
        for (int i = 0; i < Secret.LENGTH / Long.BYTES; i++) {
            octets.u64(0x5EC2E7_00000000_00L + generation * 0x0101_0101L + i);
        }
        return octets.toOctets();
    }

    /** The generation, if the secret is the one that its number stands for. */
    static long generation(Secret secret) {
        if (!secret.equals(secret(secret.generation()))) {
            throw new NotInModelException("a secret that the model does not have");
        }
        return secret.generation();
    }

    /**
     * The octets of a secret, which by itself shows them to nobody.
     *
     * @throws NotInModelException for another secret than the one that its number stands for
     */
    public static Octets octets(Secret secret) {
        return secretOctets(generation(secret));
    }

    static Octets childOctets(String name) {
        return new OctetWriter().u32(child(name)).toOctets();
    }
}
