package sfd.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sfd.traces.json.JsonValue;
import sfd.traces.json.ValueJson;
import sfd.traces.tlc.Walk;
import sfd.traces.value.Value;

/**
 * What every model says of itself, as a file, {@code spec/models/models.json}: whoever replays a committed trace finds
 * the roles and their policies there, and the pages find the deployment and the attacker, both without TLC. Each run of
 * the check compares the models that it opens with the file.
 *
 * @param models by name, in the order of the manifest
 */
public record Described(Map<String, About> models) {

    static final String NAME = "spec/models/models.json";

    /** Asks every model; takes some 20 CPU seconds for 75. */
    public static Described ask(Layout layout, Manifest manifest) {
        Map<String, About> models = new LinkedHashMap<>();
        for (Entry entry : manifest.models()) {
            try (Walk walk = Walk.open(entry.model(layout))) {
                models.put(entry.name(), About.of(walk));
            }
        }
        return new Described(models);
    }

    /** @throws BadInput where the file is missing or not of its form */
    public static Described read(Layout layout) {
        try {
            Map<String, About> models = new LinkedHashMap<>();
            new DataFile(layout.root(), NAME).tree().properties()
                    .forEach(model -> models.put(model.getKey(), about(model.getValue())));
            return new Described(models);
        } catch (IllegalArgumentException e) {
            throw new BadInput(NAME + ": " + e.getMessage());
        }
    }

    /** @throws BadInput where the file does not have the model */
    public About get(String model) {
        About about = models.get(model);
        if (about == null) {
            throw new BadInput(NAME + " does not have " + model + ": run the check with --documents");
        }
        return about;
    }

    /** What the file says else than the model itself, in one line; nothing where the two agree, or there is no file. */
    public static List<String> stale(Layout layout, String model, About now) {
        if (!Files.isRegularFile(file(layout))) {
            return List.of();
        }
        About then = read(layout).models().get(model);
        return then == null || text(then).equals(text(now)) ? List.of()
                : List.of(model + " says of itself else than " + NAME + ": run the check with --documents");
    }

    public void write(Layout layout) {
        try {
            Files.writeString(file(layout), models.entrySet().stream()
                    .map(model -> "  " + ValueJson.quoted(model.getKey()) + ": " + text(model.getValue()))
                    .collect(Collectors.joining(",\n", "{\n", "\n}\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path file(Layout layout) {
        return layout.root().resolve(NAME);
    }

    /** One field a line. */
    private static String text(About about) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", ValueJson.quoted(about.kind()));
        fields.put("protocol", ValueJson.quoted(about.protocol()));
        fields.put("deployment", ValueJson.quoted(about.deployment()));
        fields.put("attacker", ValueJson.quoted(about.attacker()));
        fields.put("clausesOff", texts(about.clausesOff()));
        fields.put("assumed", texts(about.assumed()));
        fields.put("parameters", ValueJson.text(about.parameters()));
        fields.put("bounds", ValueJson.text(about.bounds()));
        fields.put("roles", ValueJson.text(about.roles()));
        fields.put("policies", ValueJson.text(about.policies()));
        return fields.entrySet().stream().map(field -> "    " + ValueJson.quoted(field.getKey()) + ": " + field.getValue())
                .collect(Collectors.joining(",\n", "{\n", "\n  }"));
    }

    private static String texts(List<String> texts) {
        return ValueJson.text(Value.seq(texts.stream().map(Value::of).toList()));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(it -> texts.add(it.asText()));
        return texts;
    }

    private static About about(JsonNode model) {
        return new About(model.path("kind").asText(), model.path("protocol").asText(), model.path("deployment").asText(),
                model.path("attacker").asText(), JsonValue.of(model.path("parameters")),
                JsonValue.of(model.path("bounds")), texts(model.path("clausesOff")),
                texts(model.path("assumed")), JsonValue.of(model.path("roles")),
                JsonValue.of(model.path("policies")));
    }
}
