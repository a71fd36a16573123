package sfd.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What was found in a long run, kept as a JSON file in {@code spec}.
 *
 * @param name of the file
 * @param type of what it holds
 */
public record SpecJson<T>(String name, Class<T> type) {

    public Path file(Layout layout) {
        return layout.spec().resolve(name);
    }

    /** @throws BadInput where it cannot be read */
    public T read(Layout layout) {
        try {
            return new ObjectMapper().readValue(file(layout).toFile(), type);
        } catch (IOException e) {
            throw new BadInput("spec/" + name + ": " + e.getMessage().replaceAll("\\s+", " "));
        }
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
