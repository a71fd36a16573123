package sfd.traces.itf;

import java.io.IOException;
import java.nio.file.Path;
import sfd.traces.graph.Trace;

/** Traces as {@code .itf.json} files. See schemas/itf.schema.json. */
public final class Itf {

    private Itf() {
    }

    /** @param source what the trace is of, for the reader: model and property */
    public static String text(String source, Trace trace) {
        throw new UnsupportedOperationException();
    }

    /** @throws IllegalArgumentException where the text is no trace as {@link #text} writes it, in one line */
    public static Trace trace(String text) {
        throw new UnsupportedOperationException();
    }

    public static void write(String source, Trace trace, Path file) throws IOException {
        throw new UnsupportedOperationException();
    }

    public static Trace read(Path file) throws IOException {
        throw new UnsupportedOperationException();
    }
}
