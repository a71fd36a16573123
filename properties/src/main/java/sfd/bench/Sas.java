package sfd.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.sa.IkeSa;
import sfd.sa.SaTable;
import sfd.sa.SpiHash;

/** IKE SAs to measure with: the same ones in each run, their SPIs drawn from a generator with a fixed seed. */
final class Sas {

    static final SpiHash HASH = new SpiHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

    private static final Endpoint PEER = new Endpoint(Address.parse("192.0.2.1"), 4500);

    private Sas() {
    }

    /** {@code count} SPI pairs at random; another seed, other pairs. */
    static List<IkeSpis> pairs(int count, long seed) {
        var random = new Random(seed);
        List<IkeSpis> pairs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            pairs.add(new IkeSpis(random.nextLong(), random.nextLong()));
        }
        return pairs;
    }

    /** Pairs that a record's own hash code, which has no key, puts in one place: each half is its own mirror. */
    static List<IkeSpis> colliding(int count) {
        List<IkeSpis> pairs = new ArrayList<>(count);
        for (long i = 0; i < count; i++) {
            pairs.add(new IkeSpis(i << 32 | i, (i + 7) << 32 | i + 7));
        }
        return pairs;
    }

    /** The same pairs as other objects in another order, to ask for. */
    static List<IkeSpis> questions(List<IkeSpis> pairs) {
        List<IkeSpis> questions = new ArrayList<>(pairs.size());
        pairs.forEach(pair -> questions.add(new IkeSpis(pair.initiator(), pair.responder())));
        Collections.shuffle(questions, new Random(4));
        return questions;
    }

    /** As anybody can make them: half open, so in no index. */
    static IkeSa halfOpen(IkeSpis spis) {
        return new IkeSa(spis, IkeSa.Phase.HALF_OPEN, Datagrams.BOB, PEER, false, IkeSa.NOBODY, Set.of(), List.of(), 0);
    }

    static SaTable table(List<IkeSpis> pairs) {
        return tableOf(pairs.stream().map(Sas::halfOpen).toList());
    }

    static SaTable tableOf(List<IkeSa> sas) {
        SaTable table = SaTable.empty(HASH);
        for (IkeSa sa : sas) {
            table = table.put(sa);
        }
        return table;
    }
}
