package sfd.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sums of a run with something of each kind in it. */
class TotalsTest {

    @Test
    void whatIsNotAsExpectedIsSummed() {
        var good = Made.examined(false, Map.of("TypeOK", Made.holds()), Map.of("TypeOK", Made.found()), List.of(),
                Optional.of(Made.replay(0)));
        var bad = Made.examined(false, Map.of("TypeOK", Made.holds(), "OtherInv", Made.violated(2)),
                Map.of("TypeOK", Made.found(1), "OtherInv", Made.found(3)), List.of("one", "two"), Optional.of(Made.replay(4)));
        assertEquals(new Totals(2, 0, 3, 1, 2, 2, 20, 40, 30, 24, 4, 1.5), Totals.of(List.of(good, bad), 1.5));
    }
}
