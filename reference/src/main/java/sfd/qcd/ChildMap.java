package sfd.qcd;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sfd.ike.IkeSpis;
import sfd.persistent.PersistentIndex;
import sfd.persistent.PersistentMap;
import sfd.sa.ChildSa;

/**
 * The persistent map from a child SPI that this peer receives on to the IKE SPIs it belonged to (QCD-8.2-1).
 * Immutable; a change that changes nothing gives the same object back.
 */
public final class ChildMap {

    /** The map without entries. */
    public static final ChildMap EMPTY = new ChildMap(PersistentMap.empty(), PersistentIndex.empty());

    private final PersistentMap<Integer, IkeSpis> owners;
    private final PersistentIndex<IkeSpis, Integer> children;

    private ChildMap(PersistentMap<Integer, IkeSpis> owners, PersistentIndex<IkeSpis, Integer> children) {
        this.owners = owners;
        this.children = children;
    }

    /** The IKE SA that the child SPI belonged to, as far as the map remembers. */
    public Optional<IkeSpis> get(int spi) {
        return owners.get(spi);
    }

    /** The entries, unmodifiable: child SPI and IKE SPIs. */
    public Set<Map.Entry<Integer, IkeSpis>> entries() {
        return owners.entries();
    }

    /** With one entry, in place of what was under the same child SPI. */
    public ChildMap plus(int spi, IkeSpis owner) {
        Optional<IkeSpis> before = owners.get(spi);
        if (before.equals(Optional.of(owner))) {
            return this;
        }
        PersistentIndex<IkeSpis, Integer> others = before.map(old -> children.minus(old, spi)).orElse(children);
        return new ChildMap(owners.plus(spi, owner), others.plus(owner, spi));
    }

    /** With the children of an IKE SA. */
    ChildMap plusAll(Set<ChildSa> all, IkeSpis owner) {
        ChildMap map = this;
        for (ChildSa child : all) {
            map = map.plus(child.in(), owner);
        }
        return map;
    }

    /** Without all entries of an IKE SA. */
    ChildMap without(IkeSpis owner) {
        PersistentMap<Integer, IkeSpis> left = owners;
        PersistentIndex<IkeSpis, Integer> index = children;
        for (Integer spi : children.get(owner)) {
            left = left.minus(spi);
            index = index.minus(owner, spi);
        }
        return left == owners ? this : new ChildMap(left, index);
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
