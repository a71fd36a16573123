package sfd.traces.tlc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import util.SimpleFilenameToStream;

/**
 * The modules that TLC brings with it, each unpacked once, into a folder of this process alone. TLC would unpack a module
 * anew whenever one is read, into the temporary folder of all processes: who reads there while another one writes finds half
 * a module, and TLC says of a model that is right that it has no root module.
 */
final class StandardModules {

    private static final Map<String, Optional<Path>> UNPACKED = new ConcurrentHashMap<>();

    private StandardModules() {
    }

    /** @param file name of the file. @return nothing where TLC has no such module */
    static Optional<Path> find(String file) {
        return UNPACKED.computeIfAbsent(file, StandardModules::unpacked);
    }

    private static Optional<Path> unpacked(String file) {
        try (InputStream module = SimpleFilenameToStream.class.getResourceAsStream("/tla2sany/StandardModules/" + file)) {
            if (module == null) {
                return Optional.empty();
            }
            Path unpacked = Folder.OWN.resolve(file);
            Files.copy(module, unpacked);
            unpacked.toFile().deleteOnExit();
            return Optional.of(unpacked);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made when the first module is wanted, and gone at the end: what is in it is marked later, and so deleted before it. */
    private static final class Folder {

        static final Path OWN = made();

        private static Path made() {
            try {
                Path folder = Files.createTempDirectory("modules");
                folder.toFile().deleteOnExit();
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
