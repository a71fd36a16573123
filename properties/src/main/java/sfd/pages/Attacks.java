package sfd.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sfd.check.BadInput;
import sfd.check.CommittedTraces;
import sfd.check.Entry;
import sfd.check.Expectation;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.Result;
import sfd.draw.Sequence;
import sfd.traces.itf.Itf;

/** What comes out of models, which every run of the check compares, and the shortest attack that is committed of them. */
public record Attacks(Layout layout, Manifest manifest) {

    private record Attack(String model, String property, int steps, Path file) {
    }

    boolean know(String model) {
        return manifest.names().contains(model);
    }

    /** What the model shows, and then each property that tells something, a line each. */
    List<String> verdicts(String model) {
        Entry entry = manifest.get(model);
        List<String> lines = new ArrayList<>(List.of(model + ": " + entry.says()));
        entry.expected().forEach((property, expected) -> {
            if (!property.startsWith("Reach") && !property.equals("TypeOK")) {
                lines.add(property + " " + expected);
            }
        });
        return lines;
    }

    /** The models in which somebody does not keep the clause. */
    List<String> without(String clause) {
        return manifest.models().stream().filter(it -> it.off().contains(clause)).map(Entry::name).toList();
    }

    /** The shortest of them, drawn; nothing where all claims hold, or only temporal ones fail. */
    List<String> shortest(List<String> models) {
        Optional<Attack> shortest = models.stream().map(manifest::get).flatMap(entry -> CommittedTraces.names(entry).entrySet().stream()
                .map(it -> attack(entry, it.getKey(), it.getValue())))
                .filter(it -> Files.isRegularFile(it.file())).min(Comparator.comparingInt(Attack::steps));
        if (shortest.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(shortest.get().model() + ", " + shortest.get().property() + ":"));
        try {
            lines.addAll(Sequence.lines(Itf.read(shortest.get().file())));
        } catch (IOException e) {
            throw new BadInput(e.getMessage());
        }
        return lines;
    }

    private Attack attack(Entry entry, String property, String name) {
        Expectation expected = entry.expected().get(property);
        int steps = expected.result() == Result.VIOLATED && expected.steps() != null ? expected.steps() : Integer.MAX_VALUE;
        return new Attack(entry.name(), property, steps, layout.root().resolve("traces/itf").resolve(name));
    }
}
