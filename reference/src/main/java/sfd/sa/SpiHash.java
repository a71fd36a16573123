package sfd.sa;

import sfd.ike.IkeSpis;
import sfd.persistent.Hashing;

/**
 * The hash by which a table finds its IKE SAs: SipHash-1-3 over the SPI pair, two words of 8 octets, under a key of 16.
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
        return new State(key0 ^ 0x736f6d6570736575L, key1 ^ 0x646f72616e646f6dL,
                key0 ^ 0x6c7967656e657261L, key1 ^ 0x7465646279746573L)
                .with(first).with(second).with(LENGTH).finished();
    }

    /** SipHash's four words. Nothing keeps one of these, so a compiler has them in registers only. */
    private record State(long v0, long v1, long v2, long v3) {

        /** One round for each word. */
        State with(long word) {
            State mixed = new State(v0, v1, v2, v3 ^ word).round();
            return new State(mixed.v0 ^ word, mixed.v1, mixed.v2, mixed.v3);
        }

        /** Three rounds at the end. */
        long finished() {
            State end = new State(v0, v1, v2 ^ 0xFF, v3).round().round().round();
            return end.v0 ^ end.v1 ^ end.v2 ^ end.v3;
        }

        private State round() {
            long a = v0 + v1;
            long b = Long.rotateLeft(v1, 13) ^ a;
            long c = v2 + v3;
            long d = Long.rotateLeft(v3, 16) ^ c;
            long e = Long.rotateLeft(a, 32) + d;
            long f = c + b;
            return new State(e, Long.rotateLeft(b, 17) ^ f, Long.rotateLeft(f, 32), Long.rotateLeft(d, 21) ^ e);
        }
    }

    /** Without the key: who knows it can choose pairs that meet. */
    @Override
    public String toString() {
        return "SipHash-1-3";
    }
}
