package sfd.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sfd.traces.value.Value;

/** What a model says of itself is compared with the file. */
class DescribedTest {

    @TempDir
    Path root;

    @Test
    void anotherWorldIsStale() throws IOException {
        var layout = new Layout(root);
        assertEquals(List.of(), Described.stale(layout, "Made", Made.ABOUT));
        Files.createDirectories(root.resolve("spec/models"));
        new Described(Map.of("Made", Made.ABOUT)).write(layout);
        assertEquals(List.of(), Described.stale(layout, "Made", Made.ABOUT));
        About other = new About("system", "qcd", "single", "on-path", Value.seq(), Value.seq(), List.of(), List.of(), Value.seq(), Value.seq());
        assertEquals(List.of("Made says of itself else than spec/models/models.json: run the check with --documents"),
                Described.stale(layout, "Made", other));
        assertEquals(Made.ABOUT, Described.read(layout).get("Made"));
    }
}
