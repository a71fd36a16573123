package sfd.kept;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sfd.check.Entry;
import sfd.check.Examined;
import sfd.check.Finding;
import sfd.check.Known;
import sfd.check.Layout;
import sfd.check.Scratch;
import sfd.traces.graph.Trace;
import sfd.traces.itf.Itf;

/**
 * Results in {@code target/kept}, a folder for each model. Only what was as expected is kept: what was not is checked every
 * time. The modules that TLC asked for are kept too, for what it asks for next time is decided by what stands in these.
 *
 * <p>What it depends on is looked at before anything is checked and again before a result is kept: of a model that was changed
 * meanwhile nobody knows which text TLC read.
 */
public final class KeptResults implements Known {

    private final Layout layout;
    private final Ingredients before;
    private final ObjectMapper json = new ObjectMapper();

    private KeptResults(Layout layout, String code) {
        this.layout = layout;
        this.before = Ingredients.now(layout, code);
    }

    /** For one run, which begins now. */
    public static KeptResults of(Layout layout) {
        return of(layout, ClassPath.digest());
    }

    /** @param code what stands for all code */
    static KeptResults of(Layout layout, String code) {
        return new KeptResults(layout, code);
    }

    @Override
    public Optional<Examined> of(Entry entry) {
        try {
            Optional<KeptModel> kept = read(entry);
            return kept.isPresent() && before.about(entry) != null
                    && kept.get().digest().equals(before.digest(entry, kept.get().modules()))
                    ? Optional.of(kept.get().examined(entry, before.about(entry), traces(entry, kept.get()))) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // What cannot be read is not known.
        }
    }

    /** How long a model took when it was last as expected, in seconds; nothing of one that never was. */
    Optional<Double> seconds(Entry entry) {
        try {
            return read(entry).map(KeptModel::seconds);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<KeptModel> read(Entry entry) throws IOException {
        Path file = file(entry);
        return Files.isRegularFile(file) ? Optional.of(json.readValue(file.toFile(), KeptModel.class)) : Optional.empty();
    }

    private Map<String, Trace> traces(Entry entry, KeptModel kept) throws IOException {
        Map<String, Trace> traces = new HashMap<>();
        for (Map.Entry<String, KeptModel.Found> found : kept.findings().entrySet()) {
            if (found.getValue().trace()) {
                traces.put(found.getKey(), Itf.read(trace(entry, found.getKey())));
            }
        }
        return traces;
    }

    @Override
    public void keep(Examined examined) {
        Entry entry = examined.entry();
        List<String> modules = examined.modules();
        if (!examined.asExpected() || before.about(entry) == null || !before.stand(entry, modules)) {
            Scratch.remove(folder(entry));
            return;
        }
        try {
            Files.createDirectories(folder(entry));
            Files.deleteIfExists(file(entry));
            for (Map.Entry<String, Finding> found : examined.findings().entrySet()) {
                if (found.getValue().trace().isPresent()) {
                    Itf.write(entry.name(), found.getValue().trace().get(), trace(entry, found.getKey()));
                }
            }
            // Last, and at once: a run that is stopped leaves a whole result or none.
            Path half = folder(entry).resolve("half");
            json.writeValue(half.toFile(), KeptModel.of(examined, before.digest(entry, modules)));
            Files.move(half, file(entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(Entry entry) {
        return layout.root().resolve("target/kept").resolve(entry.name());
    }

    private Path file(Entry entry) {
        return folder(entry).resolve("kept.json");
    }

    private Path trace(Entry entry, String property) {
        return folder(entry).resolve(property + ".itf.json");
    }
}
