package sfd.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sfd.traces.json.JsonValue;
import sfd.worlds.Group;
import sfd.worlds.RoleConfiguration;
import sfd.worlds.Section;
import sfd.worlds.Worlds;
import sfd.worlds.WorldsModule;

/**
 * The files that TLC reads and that are made from {@code spec/manifest.json} and {@code spec/worlds.json}: a configuration
 * for each model, and the worlds in their modules. They are committed, so that TLC and editors take them as they are.
 */
public final class ModelFiles {

    private static final SpecJson<JsonNode> WORLDS = new SpecJson<>(Worlds.FILE, JsonNode.class);

    private ModelFiles() {
    }

    /** Text by file. @throws BadInput where worlds.json cannot be used, or lacks what the manifest names */
    public static Map<Path, String> of(Layout layout, Manifest manifest) {
        try {
            Worlds worlds = worlds(layout);
            Map<Path, String> files = new LinkedHashMap<>();
            worlds.sections().stream().map(Section::module).distinct()
                    .forEach(module -> files.put(layout.spec().resolve(module), module(layout, worlds, module)));
            // For a model that nothing is expected of yet, a configuration that is there says what to look for.
            manifest.models().stream().filter(Entry::isData)
                    .filter(it -> !it.expected().isEmpty() || !Files.isRegularFile(layout.spec().resolve(it.config())))
                    .forEach(it -> files.put(layout.spec().resolve(it.config()), configuration(worlds, it)));
            return files;
        } catch (IllegalArgumentException e) {
            throw new BadInput(e.getMessage());
        }
    }

    /** @throws BadInput where the file cannot be read, or is not of the form that its reader takes for granted */
    public static Worlds worlds(Layout layout) {
        WORLDS.read(layout);
        return Worlds.read(layout.spec());
    }

    private static String module(Layout layout, Worlds worlds, String module) {
        try {
            return WorldsModule.text(worlds, module, Files.readString(layout.spec().resolve(module)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String configuration(Worlds worlds, Entry entry) {
        Group group = worlds.group(entry.module())
                .orElseThrow(() -> new BadInput("no group in spec/worlds.json has " + entry.module()));
        List<String> applying = entry.temporal() ? group.temporal() : group.properties();
        List<String> properties = entry.expected().isEmpty() ? applying : List.copyOf(entry.expected().keySet());
        return entry.world() == null
                ? new RoleConfiguration(group, entry.policy(), entry.constants().entrySet().stream().collect(Collectors.toMap(
                        Map.Entry::getKey, it -> JsonValue.of(it.getValue()))), properties).text()
                : new WorldConfiguration(entry.world(), entry.off(), entry.temporal(), properties).text();
    }
}
