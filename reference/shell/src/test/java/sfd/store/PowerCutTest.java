package sfd.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A power cut at every call, and every call failing once: nothing that was told is lost. All of them, not a sample. */
class PowerCutTest {

    /** Every power cut at every call, after a failure or without one. */
    private static final class Cuts {

        private final MemoryDisk medium = new MemoryDisk();
        private final Life life = new Life();
        private final Set<String> wrong = new HashSet<>();
        private int cuts;

        /**
         * @param lies in front of the medium, if any
         * @param word at each call, before it is cut
         */
        Cuts(UnaryOperator<Disk> lies, WatchedDisk.Word word) {
            life.lead(lies.apply(new WatchedDisk(medium, (call, done) -> {
                cut(call);
                word.at(call, done);
            })));
            cut("the end");
        }

        private void cut(String call) {
            for (int kept = 0; kept <= medium.pending(); kept++) {
                for (MemoryDisk.Left left : MemoryDisk.Left.values()) {
                    cuts++;
                    life.wrong(medium.cut(kept, left)).ifPresent(it -> wrong.add(it + " by a cut at " + call));
                }
            }
        }
    }

    private static final WatchedDisk.Word NOTHING = (call, done) -> { };

    @Test
    void aCutAtAnyCallLosesNothingThatWasTold() {
        var cuts = new Cuts(disk -> disk, NOTHING);
        assertEquals(Set.of(), cuts.wrong);
        assertTrue(cuts.life.isComplete());
        assertEquals(0, cuts.life.refused());
        assertTrue(cuts.cuts > 1_000, cuts.cuts + " cuts");
    }

    @Test
    void whateverCallFailsOnceIsSaidAndNothingIsLostByACutBehindIt() {
        var calls = new ArrayList<String>();
        new Life().lead(new WatchedDisk(new MemoryDisk(), WatchedDisk.into(calls)));
        assertEquals(Set.of("exists", "createFolder", "forceFolder", "folderAccess", "lock", "access", "read", "create", "write",
                "force", "close", "link", "rename", "delete"), new HashSet<>(calls));
        int all = 0;
        for (int i = 0; i < calls.size(); i++) {
            for (boolean done : List.of(false, true)) {
                var cuts = new Cuts(disk -> disk, WatchedDisk.failing(i, done));
                assertEquals(Set.of(), cuts.wrong, "call " + i + ", " + calls.get(i) + ", fails" + (done ? " when it is done" : ""));
                assertTrue(cuts.life.isComplete(), "goes on after " + calls.get(i) + " failed");
                assertEquals(1, cuts.life.refused(), calls.get(i));
                all += cuts.cuts;
            }
        }
        System.out.println("power cuts: " + all + ", behind each of " + 2 * calls.size() + " failures");
    }

    // File systems that lie, or a store that would not ask: each is noticed.

    private static void isNoticed(UnaryOperator<Disk> lies, String... words) {
        Set<String> wrong = new Cuts(lies, NOTHING).wrong;
        assertFalse(wrong.isEmpty());
        for (String word : words) {
            assertTrue(wrong.stream().anyMatch(it -> it.contains(word)), word + " in " + wrong);
        }
    }

    @Test
    void octetsThatAreNotForcedAreNoticed() {
        isNoticed(disk -> new LyingDisk(disk, false, true, true), "cut short");
    }

    @Test
    void namesThatAreNotForcedAreNoticed() {
        isNoticed(disk -> new LyingDisk(disk, true, false, true), "there is no store", "is lost", "older");
    }

    @Test
    void aFileWrittenInPlaceIsNoticed() {
        isNoticed(disk -> new LyingDisk(disk, true, true, false), "tokens cannot be read: there is no such file");
    }

    @Test
    void oneWriterAtATime() throws StoreException {
        var disk = new MemoryDisk();
        try (Store first = Store.make(disk, Life.FOLDER)) {
            assertEquals(StoreException.Reason.IN_USE, StoreTest.reason(() -> Store.open(disk, Life.FOLDER)));
        }
        Store.open(disk, Life.FOLDER).close();
    }
}
