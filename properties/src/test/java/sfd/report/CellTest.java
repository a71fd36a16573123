package sfd.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a cell of the page says of models that there are not. */
class CellTest {

    private static final String ID = "cell-qcd-single-off-path";

    private static Shown model(String name, boolean keepsTheTexts, Shown.Claim... claims) {
        return new Shown(name, ID, "", "", "", keepsTheTexts, List.of(), List.of(), List.of(claims));
    }

    private static Shown.Claim holds(String property) {
        return new Shown.Claim(property, "", true, "holds", null, List.of(), null);
    }

    private static Shown.Claim fails(String property, Integer steps) {
        return new Shown.Claim(property, "", false, "fails", steps, List.of(), new Attack("", List.of(), "", ""));
    }

    private static String chips(Shown... models) {
        return Cell.of(ID, List.of(models)).chips().stream().map(it -> it.kind() + " " + it.sign() + " " + it.words() + " " + it.link())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void whatHoldsIsNotWhatFails() {
        assertEquals("no end while any member has it ✓ holds in 1 model " + ID, chips(model("A", true, holds("SoundGoneProp"))));
        assertEquals("no end while any member has it ✗ fails in 1 of 2 models, shortest 5 steps attack-B-SoundGoneProp",
                chips(model("A", true, holds("SoundGoneProp")), model("B", true, fails("SoundGoneProp", 5))));
    }

    @Test
    void theShortestAttackIsLinkedAndOneWithoutLengthComesLast() {
        assertEquals("no end while any member has it ✗ fails in 3 of 3 models, shortest 4 steps attack-B-SoundGoneProp",
                chips(model("A", true, fails("SoundGoneProp", 7)), model("B", true, fails("SoundGoneProp", 4)),
                        model("C", true, fails("SoundGoneProp", null))));
    }

    @Test
    void whatIsReadOtherwiseStandsAside() {
        assertEquals("no end while any member has it ✓ holds in 1 model; with a clause off or read otherwise fails in 1 of 1 model, "
                + "shortest 2 steps attack-B-SoundGoneProp",
                chips(model("A", true, holds("SoundGoneProp")), model("B", false, fails("SoundGoneProp", 2))));
        assertEquals("no end while any member has it – with a clause off or read otherwise holds in 1 model " + ID,
                chips(model("A", false, holds("SoundGoneProp"))));
    }

    @Test
    void everyAttackerAndDeploymentHasItsRow() {
        List<Shown> all = Stream.of("none", "off-path", "on-path", "in-the-middle").flatMap(attacker -> Stream.of("single", "standby",
                "load-sharing-unsynchronised", "load-sharing-synchronised").map(deployment -> new Shown("M", "cell-sir-" + deployment + "-"
                + attacker, "", "", "", true, List.of(), List.of(), List.of(holds("SoundGoneProp"))))).toList();
        assertEquals(16, Matrix.of(all).rows().size());
        assertEquals(List.of(0, 0, 1), Matrix.of(all).rows().getFirst().cells().stream().map(it -> it.chips().size()).toList());
    }
}
