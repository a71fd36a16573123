package sfd.traces.tlc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A TLA+ module with one configuration.
 *
 * @param name   of the model; by habit the configuration's file name without {@code .cfg}
 * @param module the {@code .tla} file; the modules it extends stand in its folder or in the folder above
 * @param config the {@code .cfg} file, beside the module
 */
public record Model(String name, Path module, Path config) {

    /** The model that a configuration names, by the habit that it has the configuration's name. */
    public static Model of(Path module, Path config) {
        return new Model(config.getFileName().toString().replaceFirst("\\.cfg$", ""), module, config);
    }

    /** Where modules are looked for, before the standard ones. */
    List<Path> folders() {
        Path folder = module.toAbsolutePath().normalize().getParent();
        return Stream.of(folder, folder.getParent()).filter(path -> path != null).toList();
    }

    /**
     * The file that a module's name stands for here.
     *
     * @param file name of the file
     * @return nothing where it can only be a standard module
     */
    public Optional<Path> find(String file) {
        return folders().stream().map(folder -> folder.resolve(file)).filter(Files::isRegularFile).findFirst();
    }
}
