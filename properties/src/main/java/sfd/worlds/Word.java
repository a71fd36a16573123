package sfd.worlds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sfd.traces.json.JsonValue;
import sfd.traces.value.Value;

/**
 * A word in the name of a model, and what it says of the model's world.
 *
 * @param word as it stands there, from a capital letter or a digit to the next
 * @param field of the world, with dots
 * @param is one of these values
 * @param atLeast or a number that is not less; null where values are named
 */
public record Word(String word, String field, List<Value> is, Long atLeast) {

    static Word of(JsonNode word) {
        var is = new ArrayList<Value>();
        word.path("is").forEach(it -> is.add(JsonValue.of(it)));
        return new Word(word.path("word").asText(), word.path("field").asText(), List.copyOf(is),
                word.has("atLeast") ? word.get("atLeast").asLong() : null);
    }

    /** Whether a name has it, but not as a part of a longer one of these words. */
    public boolean standsIn(String name, List<Word> all) {
        return places(name).anyMatch(here -> all.stream().filter(it -> it.word.length() > word.length() && it.word.contains(word))
                .noneMatch(longer -> longer.places(name).anyMatch(there ->
                        there.start() <= here.start() && here.end() <= there.end())));
    }

    private Stream<MatchResult> places(String name) {
        return Pattern.compile(Pattern.quote(word) + "(?![a-z])").matcher(name).results();
    }

    /** Whether it is true of a world. */
    public boolean isTrueOf(Value world) {
        Value value = Fields.at(world, field);
        return atLeast == null ? is.contains(value) : value.integer() >= atLeast;
    }
}
