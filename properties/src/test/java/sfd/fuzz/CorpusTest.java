package sfd.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What fuzzing kept is run with the other tests, without the fuzzer: no claim breaks. */
class CorpusTest {

    @ParameterizedTest
    @EnumSource
    void nothingBreaks(Target target) throws IOException {
        List<byte[]> corpus = Corpus.of(target);
        assertFalse(corpus.isEmpty(), "no corpus");
        for (byte[] input : corpus) {
            assertEquals(Optional.empty(), Shrink.broken(target, input), () -> HexFormat.of().formatHex(input));
        }
    }
}
