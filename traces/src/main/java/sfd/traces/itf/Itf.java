package sfd.traces.itf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sfd.traces.graph.Trace;

/**
 * Traces as {@code .itf.json} files, in the Informal Trace Format. See schemas/itf.schema.json. The variables are the
 * fields of the state, the effects and the clauses of the transition that led there, its action
 * ({@code mbt::actionTaken}) and the rest of its label ({@code mbt::nondetPicks}).
 */
public final class Itf {

    private Itf() {
    }

    /**
     * @param source what the trace is of, for the reader: model and property
     * @throws IllegalArgumentException where a state is no record, or has a variable named as one of the format's own
     */
    public static String text(String source, Trace trace) {
        return ItfWriter.text(source, trace);
    }

    /** A behaviour without end. @param loop the state, from 0 on, that the last one is again */
    public static String text(String source, Trace trace, int loop) {
        return ItfWriter.text(source, trace).replaceFirst("\n  \"states\": ", "\n  \"loop\": " + loop + ",\n  \"states\": ");
    }

    /** @throws IllegalArgumentException where the text is no trace as {@link #text} writes it, in one line */
    public static Trace trace(String text) {
        return ItfReader.trace(text);
    }

    public static void write(String source, Trace trace, Path file) throws IOException {
        Files.writeString(file, text(source, trace));
    }

    /** @throws IOException where the file cannot be read or is no such trace */
    public static Trace read(Path file) throws IOException {
        try {
            return trace(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
