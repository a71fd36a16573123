package sfd.sa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;

/** What the indices find is what a walk over all SAs finds. */
class SaTableProperties {

    /** @param sa to be put, or none to remove the one with these SPIs */
    record Change(IkeSpis spis, Optional<IkeSa> sa) {
    }

    @Property
    void indicesFindWhatAWalkFinds(@ForAll("changes") List<Change> changes) {
        SaTable table = SaTable.EMPTY;
        var model = new TreeMap<IkeSpis, IkeSa>();
        for (Change change : changes) {
            table = change.sa().isPresent()
                    ? table.put(change.sa().get())
                    : table.remove(change.spis());
            change.sa().ifPresentOrElse(sa -> model.put(change.spis(), sa), () -> model.remove(change.spis()));
            assertEquals(List.copyOf(model.values()), table.all());
            for (int spi = 0; spi < 4; spi++) {
                int wanted = spi;
                assertEquals(every(model, sa -> sa.children().stream().anyMatch(c -> c.in() == wanted)),
                        list(table.ownersOfInbound(spi)));
                assertEquals(every(model, sa -> sa.children().stream().anyMatch(c -> c.out() == wanted)),
                        list(table.ownersOfOutbound(spi)));
            }
            for (Endpoint source : ENDPOINTS) {
                assertEquals(first(model, sa -> sa.isEstablished()
                                && sa.peer().address().equals(source.address())
                                && (source.port() == 0 || source.port() == sa.peer().port())),
                        table.establishedWith(source));
            }
            for (String identity : List.of("alice", "bob")) {
                assertEquals(first(model, sa -> sa.identity().equals(identity)),
                        first(table.of(identity)));
            }
        }
    }

    @Property
    void aChangeThatChangesNothingGivesTheSameTable(@ForAll("changes") List<Change> changes) {
        SaTable table = SaTable.EMPTY;
        for (Change change : changes) {
            table = change.sa().isPresent()
                    ? table.put(change.sa().get())
                    : table.remove(change.spis());
        }
        for (IkeSpis spis : SPIS) {
            Optional<IkeSa> sa = table.get(spis);
            assertSame(table, sa.isPresent() ? table.put(sa.get()) : table.remove(spis));
        }
    }

    private static List<IkeSpis> every(Map<IkeSpis, IkeSa> model, Predicate<IkeSa> wanted) {
        return model.entrySet().stream().filter(e -> wanted.test(e.getValue())).map(Map.Entry::getKey).toList();
    }

    private static List<IkeSpis> list(Iterable<IkeSpis> spis) {
        var all = new ArrayList<IkeSpis>();
        spis.forEach(all::add);
        return all;
    }

    private static Optional<IkeSpis> first(Map<IkeSpis, IkeSa> model, Predicate<IkeSa> wanted) {
        return model.entrySet().stream().filter(e -> wanted.test(e.getValue())).map(Map.Entry::getKey).findFirst();
    }

    private static Optional<IkeSpis> first(Iterable<IkeSpis> spis) {
        for (IkeSpis one : spis) {
            return Optional.of(one);
        }
        return Optional.empty();
    }

    private static final List<IkeSpis> SPIS = List.of(IkeSpis.NONE, new IkeSpis(1, -1), new IkeSpis(1, 1),
            new IkeSpis(-1, 0), new IkeSpis(Long.MIN_VALUE, 5));

    private static final List<Endpoint> ENDPOINTS = List.of(
            new Endpoint(Address.parse("192.0.2.1"), 0),
            new Endpoint(Address.parse("192.0.2.1"), 4500),
            new Endpoint(Address.parse("2001:db8::1"), 4500),
            new Endpoint(Address.parse("2001:db8::1"), 500));

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Set<ChildSa>> children = Combinators
                .combine(Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 3))
                .as(ChildSa::new).set().ofMaxSize(3);
        Arbitrary<IkeSa> halfOpen = Combinators.combine(Arbitraries.of(SPIS), Arbitraries.of(ENDPOINTS))
                .as((spis, peer) -> IkeSa.halfOpen(spis, ENDPOINTS.getFirst(), peer, spis.initiator() % 2 == 0));
        Arbitrary<IkeSa> established = Combinators
                .combine(Arbitraries.of(SPIS), Arbitraries.of(ENDPOINTS), Arbitraries.of("alice", "bob"), children)
                .as((spis, peer, identity, all) ->
                        IkeSa.established(spis, ENDPOINTS.getFirst(), peer, spis.initiator() % 2 == 0, identity, all));
        return Combinators.combine(Arbitraries.oneOf(halfOpen, established, established), Arbitraries.of(true, true, false))
                .as((sa, put) -> new Change(sa.spis(), put ? Optional.of(sa) : Optional.empty()))
                .list().ofMaxSize(20);
    }
}
