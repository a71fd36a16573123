package sfd.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import sfd.check.Status;
import sfd.vectors.Vectors;

/** The command line of {@link Vectors}. */
@Command(name = "vectors", sortOptions = false,
        description = "Writes the test vectors for implementations in any language: one JSON file for each function. Every run "
                + "writes the same octets; traces/vectors/README.md says what they are.")
final class VectorsCommand implements Callable<Integer> {

    @Mixin
    private Help help;

    @Parameters(arity = "1", paramLabel = "DIR", description = "The folder that they go to.")
    private Path folder;

    private final Streams streams;

    VectorsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try {
            Vectors.write(folder).forEach(streams.out()::println);
            return Status.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
