package sfd.traces.tlc;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import util.FilenameToStream;
import util.SimpleFilenameToStream;

/**
 * Finds a model's configuration and its modules: beside the model's module, in the folder above it, or among the
 * standard modules, and nowhere else, so that a stray file in the working folder cannot stand in.
 */
final class Modules implements FilenameToStream {

    private final Path config;
    private final Model model;
    private final Set<String> asked = new TreeSet<>();
    private final SimpleFilenameToStream standard = new SimpleFilenameToStream();

    Modules(Model model) {
        this.model = model;
        this.config = model.config().toAbsolutePath();
    }

    /** The modules that were looked for, without their endings, sorted. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public File resolve(String name, boolean isModule) {
        String file = isModule && !name.endsWith(".tla") ? name + ".tla" : name;
        String last = Path.of(file).getFileName().toString();
        if (last.equals(config.getFileName().toString())) {
            return new TLAFile(config.toString(), false, this);
        }
        asked.add(last.replaceFirst("\\.tla$", ""));
        return model.find(last).<File>map(found -> new TLAFile(found.toString(), false, this))
                .or(() -> StandardModules.find(last).map(found -> new TLAFile(found.toString(), true, this)))
                .orElseGet(() -> standard.resolve(name, isModule));
    }

    @Override
    public String getFullPath() {
        return String.join(", ", model.folders().stream().map(Path::toString).toList());
    }

    /** As TLC has it of modules that it unpacks; to ask it would unpack one more. */
    @Override
    public boolean isStandardModule(String name) {
        return false;
    }
}
