package sfd.flood.roles;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.persistent.PersistentSet;
import sfd.sa.ChildSa;
import sfd.sa.IkeSa;
import sfd.sa.SaTable;
import sfd.sa.SpiHash;
import sfd.token.Digest;
import sfd.token.JdkDigest;
import sfd.token.Secret;
import sfd.token.Secrets;
import sfd.token.TokenDigest;

/**
 * The IKE SAs of a gateway, the same ones in each run: each established, with a child SA, a token and a peer with an address of its
 * own, but for a few at the end that one peer has together.
 *
 * @param size how many
 * @param honest of them, the first ones, that honest peers ask about; and so many, with {@link #OTHERS}, at the end that one peer has
 */
record Population(int size, int honest, SaTable table, PersistentSet<IkeSpis> all) {

    static final Endpoint HERE = new Endpoint(new Address(Octets.hex("c6336402")), 4500);
    static final Secrets SECRETS = new Secrets(List.of(Secret.of(1, Octets.hex("5c".repeat(Secret.LENGTH)))));

    /** Further IKE SAs of the peer that has some together: more than the ticks for which a peer's identity may be dampened. */
    static final int OTHERS = 200;

    private static final int FIRST_ADDRESS = 0x0A000000;
    private static final int IN = 0x40000000;
    private static final int OUT = 0x60000000;
    /** A key for the table's hash, as a daemon draws one. */
    private static final SpiHash HASH = new SpiHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

    /** @param size above twice {@code honest} and {@link #OTHERS} */
    static Population of(int size, int honest) {
        Digest digest = new JdkDigest();
        SaTable table = SaTable.empty(HASH);
        PersistentSet<IkeSpis> all = PersistentSet.empty();
        for (int i = 0; i < size; i++) {
            table = table.put(new IkeSa(spis(i), IkeSa.Phase.ESTABLISHED, HERE, peer(i, size, honest), false, "peer " + i,
                    Set.of(new ChildSa(in(i), out(i))), List.of(TokenDigest.of(digest, token(i))), 0));
            all = all.plus(spis(i));
        }
        return new Population(size, honest, table, all);
    }

    /** The name of an IKE SA; of one that is lost, from {@code size} on. */
    static IkeSpis spis(long i) {
        return new IkeSpis(mixed(i) | 1, mixed(~i) | 1);
    }

    /** The SPIs that the gateway receives on and sends with. */
    static int in(int i) {
        return IN + i;
    }

    static int out(int i) {
        return OUT + i;
    }

    /** The token of an IKE SA, as its peer shows it after a crash. */
    static Octets token(int i) {
        return new OctetWriter(32).u64(mixed(i)).u64(~i).u64(i).u64(mixed(i + 7L)).finish();
    }

    /** Where a number of a source is: the first ones are those of the peers. */
    static Endpoint source(long i) {
        return new Endpoint(new Address(new OctetWriter(Address.IPV4).u32(FIRST_ADDRESS + (int) i).finish()), 4500);
    }

    /** The number of a source. */
    static long number(Endpoint source) {
        return source.address().octets().u32(0) - (long) FIRST_ADDRESS;
    }

    /** Where the other end of an IKE SA is. */
    Endpoint peer(int i) {
        return peer(i, size, honest);
    }

    private static Endpoint peer(int i, int size, int honest) {
        return source(Math.min(i, size - honest - OTHERS));
    }

    /** The first of the IKE SAs that one peer has together: those that are honestly asked about, and behind them the others. */
    int together() {
        return size - honest - OTHERS;
    }

    /** Of the IKE SAs that have peers of their own, and that no honest peer asks about, one after the other. */
    int named(long i) {
        return honest + (int) (i % (together() - honest));
    }

    /** Well spread: the finalizer of splitmix64. */
    static long mixed(long i) {
        long z = (i + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** Not the table, which is large. */
    @Override
    public String toString() {
        return size + " IKE SAs under " + HexFormat.of().toHexDigits(HASH.key0());
    }
}
