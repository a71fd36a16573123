package sfd.qcd;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sfd.ike.IkeSpis;
import sfd.persistent.PersistentIndex;
import sfd.persistent.PersistentMap;
import sfd.persistent.PersistentSet;
import sfd.sa.ChildSa;

/**
 * The persistent map from a child SPI that this peer receives on to the IKE SPIs it belonged to (QCD-8.2-1).
 * Immutable; a change that changes nothing gives the same object back.
 *
 * <p>It outlives the IKE SAs, and of the lost ones it remembers only so many: peers that come and go must not make it
 * grow for ever.
 */
public final class ChildMap {

    /** The map without entries. */
    public static final ChildMap EMPTY =
            new ChildMap(PersistentMap.empty(), PersistentIndex.empty(), PersistentSet.empty());

    private final PersistentMap<Integer, IkeSpis> owners;
    private final PersistentIndex<IkeSpis, Integer> children;
    /** Those of the owners that are lost. */
    private final PersistentSet<IkeSpis> lost;

    private ChildMap(PersistentMap<Integer, IkeSpis> owners, PersistentIndex<IkeSpis, Integer> children,
            PersistentSet<IkeSpis> lost) {
        this.owners = owners;
        this.children = children;
        this.lost = lost;
    }

    /** The IKE SA that the child SPI belonged to, as far as the map remembers. */
    public Optional<IkeSpis> get(int spi) {
        return owners.get(spi);
    }

    /** The entries, unmodifiable: child SPI and IKE SPIs. */
    public Set<Map.Entry<Integer, IkeSpis>> entries() {
        return owners.entries();
    }

    /** With one entry of an IKE SA that is there, in place of what was under the same child SPI. */
    public ChildMap plus(int spi, IkeSpis owner) {
        Optional<IkeSpis> before = owners.get(spi);
        if (before.equals(Optional.of(owner))) {
            return found(owner);
        }
        ChildMap cleared = without(spi);
        return new ChildMap(cleared.owners.plus(spi, owner), cleared.children.plus(owner, spi), cleared.lost.minus(owner));
    }

    /** With the children of an IKE SA. */
    ChildMap plusAll(Set<ChildSa> all, IkeSpis owner) {
        ChildMap map = found(owner);
        for (ChildSa child : all) {
            map = map.plus(child.in(), owner);
        }
        return map;
    }

    /** Without the entry of a child SPI. */
    ChildMap without(int spi) {
        Optional<IkeSpis> owner = owners.get(spi);
        if (owner.isEmpty()) {
            return this;
        }
        PersistentIndex<IkeSpis, Integer> left = children.minus(owner.get(), spi);
        return new ChildMap(owners.minus(spi), left, left.get(owner.get()).isEmpty() ? lost.minus(owner.get()) : lost);
    }

    /** Without all entries of an IKE SA. */
    ChildMap without(IkeSpis owner) {
        ChildMap map = this;
        for (Integer spi : children.get(owner)) {
            map = map.without(spi);
        }
        return map;
    }

    /** The IKE SA is there, whatever was before. */
    ChildMap found(IkeSpis owner) {
        return lost.contains(owner) ? new ChildMap(owners, children, lost.minus(owner)) : this;
    }

    /** The IKE SA is lost; of all that are, the map remembers {@code most}, and forgets those with the least SPIs. */
    public ChildMap lost(IkeSpis owner, int most) {
        return children.get(owner).isEmpty() ? this : new ChildMap(owners, children, lost.plus(owner)).trimmed(most);
    }

    /** All IKE SAs are lost. */
    ChildMap allLost(int most) {
        PersistentSet<IkeSpis> all = lost;
        for (Map.Entry<Integer, IkeSpis> entry : owners.entries()) {
            all = all.plus(entry.getValue());
        }
        return all == lost ? this : new ChildMap(owners, children, all).trimmed(most);
    }

    private ChildMap trimmed(int most) {
        ChildMap map = this;
        while (map.lost.size() > most) {
            map = map.without(map.lost.iterator().next());
        }
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChildMap that && owners.equals(that.owners);
    }

    @Override
    public int hashCode() {
        return owners.hashCode();
    }

    @Override
    public String toString() {
        return owners.toString();
    }
}
