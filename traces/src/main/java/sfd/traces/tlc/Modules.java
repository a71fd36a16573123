package sfd.traces.tlc;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import util.FilenameToStream;
import util.SimpleFilenameToStream;

/**
 * Finds a model's configuration and its modules: beside the model's module, in the folder above it, or among the
 * standard modules, and nowhere else, so that a stray file in the working folder cannot stand in.
 */
final class Modules implements FilenameToStream {

    private final Path config;
    private final List<Path> folders;
    private final SimpleFilenameToStream standard = new SimpleFilenameToStream();

    Modules(Model model) {
        this.config = model.config().toAbsolutePath();
        Path folder = model.module().toAbsolutePath().normalize().getParent();
        this.folders = Stream.of(folder, folder.getParent()).filter(path -> path != null).toList();
    }

    @Override
    public File resolve(String name, boolean isModule) {
        String file = isModule && !name.endsWith(".tla") ? name + ".tla" : name;
        String last = Path.of(file).getFileName().toString();
        if (last.equals(config.getFileName().toString())) {
            return new TLAFile(config.toString(), false, this);
        }
        for (Path folder : folders) {
            if (Files.isRegularFile(folder.resolve(last))) {
                return new TLAFile(folder.resolve(last).toString(), false, this);
            }
        }
        return standard.resolve(name, isModule);
    }

    @Override
    public String getFullPath() {
        return String.join(", ", folders.stream().map(Path::toString).toList());
    }

    @Override
    public boolean isStandardModule(String name) {
        return standard.isStandardModule(name);
    }
}
