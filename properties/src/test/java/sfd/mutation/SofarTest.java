package sfd.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sfd.check.Layout;
import sfd.mutation.Notice.Kind;
import sfd.traces.tlc.Place;

/** A run that is broken off goes on where it stopped, but never with what came of other texts. */
class SofarTest {

    @TempDir
    Path root;

    private final SpecMutant first = mutant(1);
    private final SpecMutant second = mutant(2);

    private static SpecMutant mutant(int number) {
        return new SpecMutant("Taker", "Matches", SpecMutant.Change.CONJUNCT_DROPPED, number, new Place(1, 1, 1, 1), "TRUE", "a", "TRUE");
    }

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(root.resolve("spec/models"));
        Files.createDirectories(root.resolve("reference/src/main/java"));
        Files.writeString(root.resolve("spec/Taker.tla"), "a");
        Files.writeString(root.resolve("spec/survivors.json"), "{}");
        Files.writeString(root.resolve("reference/src/main/java/Taker.java"), "a");
    }

    private Sofar sofar(String module) {
        return Sofar.of(new Layout(root), module);
    }

    @Test
    void whatCameOfEachIsFoundAgain() throws IOException {
        assertEquals(Map.of(), sofar("Taker").read());
        sofar("Taker").add(first, Optional.of(Kind.MISMATCH));
        sofar("Taker").add(second, Optional.empty());
        // What the command writes itself changes nothing.
        Files.writeString(root.resolve("spec/survivors.json"), "{ }");
        assertEquals(Map.of(first.id(), Optional.of(Kind.MISMATCH), second.id(), Optional.empty()), sofar("Taker").read());
        assertEquals(Map.of(), sofar("Maker").read());
    }

    @Test
    void aLineThatWasBrokenOffSaysNothing() throws IOException {
        sofar("Taker").add(first, Optional.of(Kind.COUNT));
        for (String half : new String[] {"Taker:Matches:conjunct dr", second.id() + "\t", second.id() + "\tVERD"}) {
            Files.writeString(sofar("Taker").file(), half, StandardOpenOption.APPEND);
            assertEquals(Map.of(first.id(), Optional.of(Kind.COUNT)), sofar("Taker").read(), half);
        }
        sofar("Taker").add(second, Optional.empty());
        assertEquals(Map.of(first.id(), Optional.of(Kind.COUNT), second.id(), Optional.empty()), sofar("Taker").read());
    }

    @Test
    void ofOtherTextsNothingIsKnown() throws IOException {
        sofar("Taker").add(first, Optional.of(Kind.VERDICT));
        for (String file : new String[] {"spec/Taker.tla", "spec/manifest.json", "spec/models/Taker.cfg", "reference/src/main/java/Taker.java"}) {
            Path before = sofar("Taker").file();
            Files.writeString(root.resolve(file), "b");
            assertNotEquals(before, sofar("Taker").file(), file);
            assertEquals(Map.of(), sofar("Taker").read(), file);
        }
    }
}
