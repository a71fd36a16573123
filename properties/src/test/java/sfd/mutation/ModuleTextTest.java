package sfd.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import sfd.traces.tlc.Place;

/** Whatever is put in a place of a module, what follows stays in its column: TLA+ tells lists by columns. */
class ModuleTextTest {

    private static final ModuleText TEXT = ModuleText.of("A == /\\ IF x THEN /\\ y\n                  /\\ z\n");

    @Test
    void whatIsShorterIsFilledUp() {
        assertEquals("A == /\\ IF x THEN /\\ y\n                  /\\ 1\n", TEXT.with(new Place(2, 22, 2, 22), "1"));
        assertEquals("A == /\\ 1         /\\ y\n                  /\\ z\n", TEXT.with(new Place(1, 9, 1, 17), "1"));
    }

    @Test
    void whatIsLongerEndsItsLine() {
        assertEquals("A == /\\ IF FALSE\n             THEN /\\ y\n                  /\\ z\n",
                TEXT.with(new Place(1, 12, 1, 12), "FALSE"));
    }

    @Test
    void whatIsNegatedStaysWhereItIs() {
        var list = new Place(1, 19, 2, 22);
        assertEquals("~(\n                  /\\ y\n                  /\\ z\n                  )", TEXT.negated(list));
    }

    @Test
    void aPartOfAPlace() {
        var text = ModuleText.of("a\n  <= b\n");
        var whole = new Place(1, 1, 2, 6);
        assertEquals("a\n  <= ", text.before(new Place(2, 6, 2, 6), whole));
        assertEquals(new Place(2, 3, 2, 4), text.within(whole, 4, 2));
    }
}
