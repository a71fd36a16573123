package sfd.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import sfd.alphabet.OneLine;

/**
 * A JSON file of the project, which people edit. What is wrong in it is one line: the file, the line in it, the place, and
 * what may stand there.
 *
 * @param root the project's folder
 * @param name of the file, from there
 */
public record DataFile(Path root, String name) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws BadInput where it cannot be read or is no JSON */
    public JsonNode tree() {
        String text = text();
        if (text.isBlank()) {
            throw new BadInput(name + " is empty");
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new BadInput(name + (e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr())
                    + " is not JSON: " + OneLine.of(e.getOriginalMessage()).replaceFirst(" \\(start marker at .*", ""));
        }
    }

    /** @throws BadInput where it is not of this form, or cannot be read */
    public JsonNode tree(Path schema) {
        JsonNode tree = tree();
        JsonNode form = new DataFile(root, root.relativize(schema).toString()).tree();
        // In English whoever asks: the library has its sentences in many languages.
        var config = SchemaValidatorsConfig.builder().locale(Locale.ROOT).build();
        var faults = List.copyOf(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(form, config).validate(tree));
        if (!faults.isEmpty()) {
            var fault = SchemaFault.foremost(faults, form);
            throw bad(fault.place(), fault.sentence() + (faults.size() == 1 ? "" : "; " + (faults.size() - 1) + " more"));
        }
        return tree;
    }

    /** @throws BadInput where it does not say what a value of this type needs, or cannot be read */
    public <T> T as(Class<T> type) {
        return as(tree(), type);
    }

    /** The same, where its form is right. */
    public <T> T as(JsonNode tree, Class<T> type) {
        try {
            T value = JSON.treeToValue(tree, type);
            if (value == null) {
                throw new BadInput(name + " says null");
            }
            return value;
        } catch (JsonMappingException e) {
            JsonPointer place = place(e);
            throw bad(place, SchemaFault.named(place) + ": " + OneLine.of(e.getOriginalMessage()));
        } catch (JsonProcessingException e) {
            throw new BadInput(name + ": " + OneLine.of(e.getOriginalMessage()));
        }
    }

    private BadInput bad(JsonPointer place, String sentence) {
        return new BadInput(name + ":" + JsonLines.line(text(), place) + ": " + sentence);
    }

    private static JsonPointer place(JsonMappingException e) {
        JsonPointer place = JsonPointer.empty();
        for (JsonMappingException.Reference step : e.getPath()) {
            place = step.getFieldName() == null ? place.appendIndex(Math.max(0, step.getIndex())) : place.appendProperty(step.getFieldName());
        }
        return place;
    }

    private String text() {
        try {
            return Files.readString(root.resolve(name));
        } catch (java.nio.charset.MalformedInputException e) {
            throw new BadInput(name + " is not in UTF-8");
        } catch (IOException e) {
            throw new BadInput(Files.isDirectory(root.resolve(name)) ? name + " is a folder" : OneLine.of(e));
        }
    }
}
