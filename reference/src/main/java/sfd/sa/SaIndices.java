package sfd.sa;

import java.util.Optional;
import java.util.Set;
import sfd.ike.Address;
import sfd.ike.IkeSpis;
import sfd.persistent.PersistentIndex;

/**
 * Ways to find an IKE SA by something other than its SPIs; all follow from the table.
 *
 * @param inbound child SPIs that this peer receives on
 * @param outbound child SPIs that it sends with
 * @param addresses peers' addresses, of established IKE SAs only: anybody can make half-open ones
 * @param identities peers' identities, of established IKE SAs
 */
record SaIndices(PersistentIndex<Integer, IkeSpis> inbound, PersistentIndex<Integer, IkeSpis> outbound,
        PersistentIndex<Address, IkeSpis> addresses, PersistentIndex<String, IkeSpis> identities) {

    static final SaIndices EMPTY = new SaIndices(PersistentIndex.empty(), PersistentIndex.empty(),
            PersistentIndex.empty(), PersistentIndex.empty());

    /** After {@code spis} changed from one value to another, either of which may be none. */
    SaIndices replace(IkeSpis spis, Optional<IkeSa> before, Optional<IkeSa> after) {
        return children(spis, childrenOf(before), childrenOf(after))
                .peers(spis, before.filter(IkeSa::isEstablished), after.filter(IkeSa::isEstablished));
    }

    private static Set<ChildSa> childrenOf(Optional<IkeSa> sa) {
        return sa.map(IkeSa::children).orElse(Set.of());
    }

    private SaIndices children(IkeSpis spis, Set<ChildSa> before, Set<ChildSa> after) {
        if (before.equals(after)) {
            return this;
        }
        PersistentIndex<Integer, IkeSpis> in = inbound;
        PersistentIndex<Integer, IkeSpis> out = outbound;
        for (ChildSa child : before) {
            in = in.minus(child.in(), spis);
            out = out.minus(child.out(), spis);
        }
        for (ChildSa child : after) {
            in = in.plus(child.in(), spis);
            out = out.plus(child.out(), spis);
        }
        return new SaIndices(in, out, addresses, identities);
    }

    private SaIndices peers(IkeSpis spis, Optional<IkeSa> before, Optional<IkeSa> after) {
        if (before.isEmpty() && after.isEmpty()) {
            return this;
        }
        return new SaIndices(inbound, outbound,
                moved(addresses, spis, before.map(sa -> sa.peer().address()), after.map(sa -> sa.peer().address())),
                moved(identities, spis, before.map(IkeSa::identity), after.map(IkeSa::identity)));
    }

    private static <K extends Comparable<K>> PersistentIndex<K, IkeSpis> moved(
            PersistentIndex<K, IkeSpis> index, IkeSpis spis, Optional<K> from, Optional<K> to) {
        if (from.equals(to)) {
            return index;
        }
        PersistentIndex<K, IkeSpis> left = from.map(key -> index.minus(key, spis)).orElse(index);
        return to.map(key -> left.plus(key, spis)).orElse(left);
    }
}
