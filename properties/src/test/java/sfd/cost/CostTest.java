package sfd.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import sfd.traces.itf.Itf;

/** What the committed scenarios cost, added up here by hand from the layouts of the texts. */
class CostTest {

    private static final int MARKER = 4;
    private static final int HEADER = 28;
    private static final int NOTIFY = 8;
    private static final int EMPTY_PROTECTED = MARKER + HEADER + 4 + 8 + 1 + 16;
    private static final int HINT = MARKER + HEADER + NOTIFY;
    private static final int CHECK_SPI = MARKER + HEADER + NOTIFY + 16 + 4 + 36;

    private static Cost of(String name) throws IOException {
        return Cost.of(Itf.read(Path.of(System.getProperty("project.root"), "traces/itf", name + ".itf.json")));
    }

    @Test
    void aTokenIsOneAnswer() throws IOException {
        assertEquals(new Cost(2, 1, EMPTY_PROTECTED + HINT + NOTIFY + 32), of("WISH-1.QcdSoon"));
    }

    @Test
    void aQuestionIsOneRoundTripMore() throws IOException {
        assertEquals(new Cost(4, 2, EMPTY_PROTECTED + HINT + 2 * CHECK_SPI), of("WISH-1.SirSoon"));
    }
}
