package sfd.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The rows of {@code properties/bench/rows.json}, in their order. */
final class Rows {

    private static final Path FILE = Path.of("properties", "bench", "rows.json");

    private Rows() {
    }

    static List<Row> read(Path root) {
        try {
            return List.of(new ObjectMapper().readValue(root.resolve(FILE).toFile(), Row[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
