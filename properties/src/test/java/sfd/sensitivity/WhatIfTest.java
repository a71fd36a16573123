package sfd.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sfd.check.Entry;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.Outcome;
import sfd.traces.tlc.Model;
import sfd.traces.tlc.TlcException;

/** A model against others' expectations: what falls, what only changes, and what is the same are told apart. */
class WhatIfTest {

    private static final Layout LAYOUT = new Layout(Path.of(System.getProperty("project.root")));
    private static final Manifest MANIFEST = Manifest.read(LAYOUT);
    private static final Entry SMALL = MANIFEST.get("MakerDrawn");

    private static Outcome of(Entry expecting, int most) {
        var sum = new Outcome.Sum();
        new WhatIf(most).walked(expecting, SMALL.model(LAYOUT), sum);
        return sum.of("any");
    }

    private static Entry with(long states, long transitions, String property, String result) {
        var expected = new LinkedHashMap<>(SMALL.expected());
        if (property != null) {
            expected.put(property, MANIFEST.models().stream().flatMap(it -> it.expected().values().stream())
                    .filter(it -> it.toString().equals(result)).findFirst().orElseThrow());
        }
        return new Entry(SMALL.name(), SMALL.module(), SMALL.config(), null, SMALL.policy(), SMALL.constants(), List.of(), SMALL.time(), false,
                SMALL.says(), SMALL.assumptions(), expected, states, transitions);
    }

    @Test
    void nothingIsOtherwise() {
        assertEquals(new Outcome("any", List.of(), List.of(), List.of("MakerDrawn"), Map.of()), of(SMALL, 60_000));
    }

    @Test
    void anotherSizeIsAChange() {
        assertEquals(List.of("MakerDrawn"), of(with(SMALL.states() + 1, SMALL.transitions(), null, null), 60_000).changes());
        assertEquals(List.of("MakerDrawn"), of(with(SMALL.states(), SMALL.transitions() + 1, null, null), 60_000).changes());
    }

    @Test
    void anotherVerdictIsADifference() {
        Outcome fallen = of(with(SMALL.states(), SMALL.transitions(), "TypeOK", "violated in 2"), 60_000);
        assertEquals(List.of("TypeOK in MakerDrawn: holds"), fallen.words());
        assertFalse(fallen.differences().getFirst().isFall(), "it holds now");
        Outcome reached = of(with(SMALL.states(), SMALL.transitions(), "ReachTakenUpProp", "holds"), 60_000);
        assertEquals(1, reached.differences().size());
        assertFalse(reached.differences().getFirst().isFall(), "that something is reached is no fall");
        assertTrue(new Outcome.Difference("M", "SoundGoneProp", "holds", "violated in 2").isFall());
    }

    /** Nothing is undecided because somebody wrote into what was being read: that is thrown, and nobody keeps it as a result. */
    @Test
    void aModelThatCannotBeReadIsThrown(@TempDir Path folder) throws IOException {
        Path module = Files.writeString(folder.resolve("Half.tla"), "---- MODULE Half ----\nVARIABLE step\nInit ==");
        var half = new Model("Half", module, Files.writeString(folder.resolve("Half.cfg"), "INIT Init\n"));
        var sum = new Outcome.Sum();
        assertThrows(TlcException.class, () -> new WhatIf(100).walked(SMALL, half, sum));
        assertEquals(new Outcome("any", List.of(), List.of(), List.of(), Map.of()), sum.of("any"));
    }

    @Test
    void aGraphThatGrowsTooLargeIsGivenUp() {
        assertEquals(Map.of("MakerDrawn", "more than 100 transitions"), of(SMALL, 100).undecided());
    }
}
