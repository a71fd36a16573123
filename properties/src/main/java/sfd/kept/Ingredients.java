package sfd.kept;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import sfd.check.About;
import sfd.check.CommittedTraces;
import sfd.check.Described;
import sfd.check.Entry;
import sfd.check.Layout;
import sfd.traces.tlc.Model;

/**
 * What results depend on, as it is at one moment: the code, what the manifest expects of a model, what the model was when it
 * was last described, its configuration, every module that TLC asks for, and the committed traces and steps that it is held to.
 */
final class Ingredients {

    private static final String NONE = "none";

    private final Layout layout;
    private final Described described;
    private final String code;
    private final Map<Path, String> files = new TreeMap<>();

    private Ingredients(Layout layout, String code) {
        this.layout = layout;
        this.code = code;
        this.described = Files.isRegularFile(Described.file(layout)) ? Described.read(layout) : new Described(Map.of());
        Stream.of(layout.spec(), layout.root().resolve("traces/itf"), steps())
                .flatMap(folder -> read(folder).stream()).forEach(file -> files.put(file, Sha.of(file)));
    }

    /**
     * As they are now.
     *
     * @param code the digest of the class path
     */
    static Ingredients now(Layout layout, String code) {
        return new Ingredients(layout, code);
    }

    private Path steps() {
        return layout.root().resolve("traces/kit/steps");
    }

    private static List<Path> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the model says of itself, as it was last described; nothing where it was not. */
    About about(Entry entry) {
        return described.models().get(entry.name());
    }

    /** @param modules those that TLC asks for to read the model, by name; the standard ones come with the code */
    String digest(Entry entry, List<String> modules) {
        var sha = new Sha().add(code).add(text(entry)).add(String.valueOf(about(entry)));
        modules.forEach(sha::add);
        files(entry, modules).forEach(file -> sha.add(layout.root().relativize(file).toString()).add(files.getOrDefault(file, NONE)));
        return sha.hex();
    }

    /** False if one of the files of a model is not what it was at that moment. */
    boolean stand(Entry entry, List<String> modules) {
        return Stream.concat(Stream.of(Described.file(layout)), files(entry, modules).stream())
                .allMatch(file -> files.getOrDefault(file, NONE).equals(Files.isRegularFile(file) ? Sha.of(file) : NONE));
    }

    /** Of a role model the steps of all role models: one that it lacks another one may have. */
    private List<Path> files(Entry entry, List<String> modules) {
        Model model = entry.model(layout);
        var all = new ArrayList<>(List.of(model.config()));
        // TLC also asks for classes that evaluate a module's operators in its place.
        modules.forEach(module -> model.find(module + ".tla").or(() -> model.find(module)).ifPresent(all::add));
        CommittedTraces.names(entry).values().forEach(name -> all.add(layout.root().resolve("traces/itf").resolve(name)));
        if (entry.policy() != null) {
            all.addAll(read(steps()));
        }
        return all;
    }

    private static String text(Entry entry) {
        try {
            return new ObjectMapper().writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
