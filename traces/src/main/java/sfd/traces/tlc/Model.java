package sfd.traces.tlc;

import java.nio.file.Path;

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
}
