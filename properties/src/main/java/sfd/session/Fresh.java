package sfd.session;

import java.util.random.RandomGenerator;
import sfd.octets.Octets;

/** Fresh values from a generator that the caller gives: a strong one, but for tests. */
final class Fresh {

    private static final int LAST_RESERVED_SPI = 255;

    private Fresh() {
    }

    static Octets octets(RandomGenerator random, int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return Octets.of(octets);
    }

    /** RFC 6290, 9.3: an SPI of an IKE SA, 8 octets, not zero (BASE-2.6-1). */
    static long ikeSpi(RandomGenerator random) {
        long spi;
        do {
            spi = octets(random, Long.BYTES).u64(0);
        } while (spi == 0);
        return spi;
    }

    /** An SPI of a child SA, 4 octets, none of the reserved ones 0 to 255. */
    static int childSpi(RandomGenerator random) {
        int spi;
        do {
            spi = octets(random, Integer.BYTES).u32(0);
        } while (Integer.compareUnsigned(spi, LAST_RESERVED_SPI) <= 0);
        return spi;
    }
}
