package sfd.check;

import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is expected of every model: {@code spec/manifest.json}. All else about a model stands in its module.
 *
 * @param models in the order in which they are checked
 */
public record Manifest(List<Entry> models) {

    private static final SpecJson<Manifest> FILE = new SpecJson<>("manifest.json", Manifest.class);

    public Manifest {
        models = List.copyOf(models);
    }

    /**
     * Reads the manifest.
     *
     * @throws BadInput where it is missing, is not of its schema, names a model twice or a file that is not there, or
     *     leaves a configuration out
     */
    public static Manifest read(Layout layout) {
        Manifest manifest = FILE.read(layout);
        manifest.requireDistinctNames();
        manifest.requireFiles(layout);
        manifest.requireEveryConfiguration(layout);
        return manifest;
    }

    Optional<Entry> find(String name) {
        return models.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    public Set<String> names() {
        return models.stream().map(Entry::name).collect(Collectors.toSet());
    }

    /** @throws BadInput where there is no such model */
    public Entry get(String name) {
        return find(name).orElseThrow(() -> new BadInput("no model " + name + " in spec/manifest.json; --list shows all"));
    }

    private void requireDistinctNames() {
        Set<String> seen = new HashSet<>();
        for (Entry entry : models) {
            if (!seen.add(entry.name())) {
                throw new BadInput("spec/manifest.json names " + entry.name() + " twice");
            }
        }
    }

    private void requireFiles(Layout layout) {
        for (Entry entry : models) {
            // The configuration comes from this very entry, but for one that is written by hand.
            for (String file : entry.isData() ? List.of(entry.module()) : List.of(entry.module(), entry.config())) {
                if (!Files.isRegularFile(layout.spec().resolve(file))) {
                    throw new BadInput("spec/manifest.json: model " + entry.name() + " needs spec/" + file
                            + ", which is not there");
                }
            }
        }
    }

    private void requireEveryConfiguration(Layout layout) {
        Set<String> left = new TreeSet<>(layout.configurations());
        models.forEach(entry -> left.remove(entry.config()));
        if (!left.isEmpty()) {
            throw new BadInput("no model in spec/manifest.json has the configuration spec/"
                    + String.join(", spec/", left) + "; --import makes an entry of it");
        }
    }
}
