package sfd.bench;

import java.nio.file.Path;
import java.util.List;
import sfd.check.DataFile;

/** The rows of {@code properties/bench/rows.json}, in their order. */
final class Rows {

    private static final Path FILE = Path.of("properties", "bench", "rows.json");

    private Rows() {
    }

    /** @throws sfd.check.BadInput where they cannot be read or are none */
    static List<Row> read(Path root) {
        return List.of(new DataFile(root, FILE.toString()).as(Row[].class));
    }
}
