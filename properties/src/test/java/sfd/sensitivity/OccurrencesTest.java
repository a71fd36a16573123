package sfd.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.pages.Holes;
import sfd.sa.Effect;
import sfd.sa.LogReason;

/** What is kept of what occurs is of today's models, complete, and some of it is looked for anew. */
class OccurrencesTest {

    private static final Layout LAYOUT = new Layout(Path.of(System.getProperty("project.root")));
    private static final Occurrences KEPT = Occurrences.KEPT.read(LAYOUT);

    /** No message of the alphabet is so short that not even a bare hint may answer it. */
    private static final Set<String> IN_NO_MODEL = Set.of("ANSWER_TOO_LARGE");

    @Test
    void itHasItsForm() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(LAYOUT.spec().resolve("schemas/occurrences.schema.json")));
        assertEquals(Set.of(), schema.validate(new ObjectMapper().readTree(Occurrences.KEPT.file(LAYOUT).toFile())));
    }

    @Test
    void everyEffectAndEveryReasonIsThere() {
        assertEquals(Stream.of(Effect.class.getPermittedSubclasses()).map(Class::getSimpleName).filter(it -> !it.equals("Log"))
                .collect(Collectors.toSet()), KEPT.effects().keySet());
        var reasons = new TreeSet<>(KEPT.reasons().keySet());
        assertEquals(IN_NO_MODEL, Stream.of(LogReason.Judged.values()).map(Enum::name).filter(it -> !reasons.contains(it))
                .collect(Collectors.toSet()), "logged in no model at all");
    }

    /** A hole has a reason, and where there is none, none is given. */
    @Test
    void whatOccursInNoSystemHasItsReason() {
        assertEquals(Stream.of(KEPT.messages(), KEPT.effects(), KEPT.reasons()).flatMap(it -> it.entrySet().stream())
                .filter(it -> it.getValue().isEmpty()).map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(Holes.named()));
    }

    @Test
    void itNamesModels() {
        Manifest manifest = Manifest.read(LAYOUT);
        Stream.of(KEPT.messages(), KEPT.effects(), KEPT.reasons()).flatMap(it -> it.values().stream()).flatMap(List::stream)
                .forEach(manifest::get);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QcdSpokenOnPathOneSa", "SirOnPathOneSa"})
    void aModelLookedAtAnew(String model) {
        Occurrences now = Occurrences.of(LAYOUT, List.of(Manifest.read(LAYOUT).get(model)), new PrintStream(OutputStream.nullOutputStream()));
        assertEquals(in(KEPT.messages(), model), in(now.messages(), model));
        assertEquals(in(KEPT.effects(), model), in(now.effects(), model));
        assertEquals(in(KEPT.reasons(), model), in(now.reasons(), model));
        assertTrue(!in(now.messages(), model).isEmpty());
    }

    private static Set<String> in(Map<String, List<String>> found, String model) {
        return found.entrySet().stream().filter(it -> it.getValue().contains(model)).map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
