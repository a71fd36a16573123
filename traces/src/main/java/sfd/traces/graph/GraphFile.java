package sfd.traces.graph;

import java.io.IOException;
import java.nio.file.Path;

/** A graph as gzip-compressed JSON lines: a header, one line per state, one per edge. See schemas/graph.schema.json. */
public final class GraphFile {

    private GraphFile() {
    }

    /** @param model the name of the model, for the header */
    public static void write(String model, Graph graph, Path file) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** @throws IOException where the file cannot be read, or is not what was written */
    public static Graph read(Path file) throws IOException {
        throw new UnsupportedOperationException();
    }
}
