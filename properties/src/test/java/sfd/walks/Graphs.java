package sfd.walks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import sfd.faults.SmallModels;
import sfd.qcd.MakerState;
import sfd.qcd.TakerState;

/** The graphs that are walked, each made once. */
final class Graphs {

    static final Walkable<MakerState> MAKER = Walkable.maker(SmallModels.named("MAKER").walk(scratch()));
    static final Walkable<MakerState> ROLLS = Walkable.maker(SmallModels.named("ROLLS").walk(scratch()));
    static final Walkable<TakerState> TAKER = Walkable.taker(SmallModels.named("TAKER").walk(scratch()));

    private Graphs() {
    }

    private static Path scratch() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            return deletedAtExit(Files.createTempDirectory(folder, "walks"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path deletedAtExit(Path folder) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
                Files.delete(folder);
            } catch (IOException e) {
                System.err.println("a temporary folder stays: " + e.getMessage());
            }
        }));
        return folder;
    }
}
