package sfd.sa;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.persistent.HashTrie;
import sfd.persistent.PersistentSet;

/**
 * The IKE SAs of a peer by their SPI pairs, immutable. A change shares all but a few nodes with the table before;
 * one that changes nothing gives the same table back.
 *
 * <p>BASE-2.6-3: the SPIs alone assign a message; neither source address nor initiator flag does. What is found by
 * something else (a child SPI, an address, an identity) is found through an index, never by a walk over all SAs.
 */
public final class SaTable {

    /** The table without IKE SAs, under a key that everybody knows: for replays and trials, never for a daemon. */
    public static final SaTable EMPTY = empty(new SpiHash(0, 0));

    private final HashTrie<IkeSpis, IkeSa> sas;
    private final SaIndices indices;

    private SaTable(HashTrie<IkeSpis, IkeSa> sas, SaIndices indices) {
        this.sas = sas;
        this.indices = indices;
    }

    /** The table without IKE SAs, which will find them by this hash. */
    public static SaTable empty(SpiHash hash) {
        return new SaTable(HashTrie.empty(hash), SaIndices.EMPTY);
    }

    /** No IKE SAs, found by the same hash. */
    public SaTable emptied() {
        return size() == 0 ? this : new SaTable(sas.emptied(), SaIndices.EMPTY);
    }

    public Optional<IkeSa> get(IkeSpis spis) {
        return sas.get(spis);
    }

    /** True for any IKE SA of this table, half-open or established. */
    public boolean isKnown(IkeSpis spis) {
        return sas.contains(spis);
    }

    public boolean isEstablished(IkeSpis spis) {
        return sas.get(spis).filter(IkeSa::isEstablished).isPresent();
    }

    public int size() {
        return sas.size();
    }

    /** All IKE SAs, least SPI pair first, unmodifiable: never in the order of the hash, which only its key explains. */
    public List<IkeSa> all() {
        return sas.sorted(Comparator.comparing(IkeSa::spis));
    }

    /** The child SAs that would go with this IKE SA. */
    public Set<ChildSa> children(IkeSpis spis) {
        return sas.get(spis).map(IkeSa::children).orElse(Set.of());
    }

    /** All IKE SAs with a child SA that receives on {@code spi}, least first. */
    public PersistentSet<IkeSpis> ownersOfInbound(int spi) {
        return indices.inbound().get(spi);
    }

    /**
     * All IKE SAs with a child SA that sends with {@code spi}, least first. Several may be: each peer picks the SPIs that
     * it receives on, and two may pick the same.
     */
    public PersistentSet<IkeSpis> ownersOfOutbound(int spi) {
        return indices.outbound().get(spi);
    }

    /**
     * The least established IKE SA whose peer is the source of a packet: same address, and with NAT, where the port
     * belongs to the source, also same port (BASE-2.21.4-7). A packet that was not in UDP has no port to compare.
     */
    public Optional<IkeSpis> establishedWith(Endpoint source) {
        for (IkeSpis spis : indices.addresses().get(source.address())) {
            boolean samePort = source.port() == Endpoint.NO_UDP
                    || get(spis).filter(sa -> sa.peer().port() == source.port()).isPresent();
            if (samePort) {
                return Optional.of(spis);
            }
        }
        return Optional.empty();
    }

    /** The established IKE SAs of an identity, least first. */
    public PersistentSet<IkeSpis> of(String identity) {
        return indices.identities().get(identity);
    }

    /** This table with {@code sa} in place of the one with the same SPIs. */
    public SaTable put(IkeSa sa) {
        return with(sas.plus(sa), sa.spis(), Optional.of(sa));
    }

    /** This table without {@code spis}. */
    public SaTable remove(IkeSpis spis) {
        return with(sas.minus(spis), spis, Optional.empty());
    }

    private SaTable with(HashTrie.Change<IkeSpis, IkeSa> change, IkeSpis spis, Optional<IkeSa> now) {
        return change.after() == sas ? this
                : new SaTable(change.after(), indices.replace(spis, change.before(), now));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SaTable that && sas.equals(that.sas);
    }

    @Override
    public int hashCode() {
        return sas.hashCode();
    }

    @Override
    public String toString() {
        return all().toString();
    }
}
