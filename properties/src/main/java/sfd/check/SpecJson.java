package sfd.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A JSON file in {@code spec}, with a schema, mostly of its name: what somebody wrote, or what was found in a long run.
 *
 * @param name of the file
 * @param schema its name without what all have behind it
 * @param type of what it holds
 */
public record SpecJson<T>(String name, String schema, Class<T> type) {

    public SpecJson(String name, Class<T> type) {
        this(name, name.replace(".json", ""), type);
    }

    public Path file(Layout layout) {
        return layout.spec().resolve(name);
    }

    /** @throws BadInput where it cannot be read or is not of its form */
    public T read(Layout layout) {
        var file = new DataFile(layout.root(), "spec/" + name);
        return file.as(file.tree(layout.schema(schema)), type);
    }

    public void write(Layout layout, T value) {
        try {
            Files.writeString(file(layout),
                    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
