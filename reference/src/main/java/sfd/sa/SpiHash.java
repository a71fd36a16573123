package sfd.sa;

import sfd.ike.IkeSpis;
import sfd.persistent.Hashing;

/**
 * The hash by which a table finds its IKE SAs: SipHash-1-3 over the SPI pair, two words of 8 octets,
 * under a key of 16.
 * Of each pair the peer chooses one half, and of an SA that he makes up both; without the key he cannot tell which pairs
 * would meet (BASE-2.6-3 lets nothing but the SPIs find an SA).
 *
 * <p>The key comes from who makes the table, from a cryptographically strong generator; the same key, the same run.
 *
 * @param key0 octets 0 to 7 of the key, little-endian as SipHash has it
 * @param key1 octets 8 to 15
 */
public record SpiHash(long key0, long key1) implements Hashing<IkeSpis, IkeSa> {

    /** The length of what is hashed, where SipHash puts it. */
    private static final long LENGTH = (long) IkeSpis.LENGTH << 56;

    @Override
    public long hash(IkeSpis spis) {
        return hash(spis.initiator(), spis.responder());
    }

    @Override
    public IkeSpis key(IkeSa sa) {
        return sa.spis();
    }

    /** The hash of a pair that is not a value yet. */
    public long hash(long first, long second) {
        long v0 = key0 ^ 0x736f6d6570736575L;
        long v1 = key1 ^ 0x646f72616e646f6dL;
        long v2 = key0 ^ 0x6c7967656e657261L;
        long v3 = key1 ^ 0x7465646279746573L;
        // A round for each of three words, then three rounds more, which is as if more words came that are zero.
        for (int round = 0; round < 6; round++) {
            long word = switch (round) {
                case 0 -> first;
                case 1 -> second;
                case 2 -> LENGTH;
                default -> 0;
            };
            v3 ^= word;
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
            v0 ^= word;
            if (round == 2) {
                v2 ^= 0xFF;
            }
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }

    /** Without the key: who knows it can choose pairs that meet. */
    @Override
    public String toString() {
        return "SipHash-1-3";
    }
}
