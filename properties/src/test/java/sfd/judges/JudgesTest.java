package sfd.judges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults in what walks, compares, exports and reads verdicts: a test must fail with each. Some of them each time, all with
 * {@code -Djudges=all}, those whose names begin in some way with that beginning in its place.
 */
class JudgesTest {

    private static final String WANTED = System.getProperty("judges", "");
    private static final int SAMPLE = 5;
    private static final long SEED = 6290;

    private static final Map<String, String> NOTICED = new TreeMap<>();

    @TempDir
    static Path scratch;

    private static List<Planted> chosen() {
        if (!WANTED.isEmpty()) {
            return Planted.all().stream().filter(it -> WANTED.equals("all") || it.name().startsWith(WANTED)).toList();
        }
        var shuffled = new ArrayList<>(Planted.all());
        Collections.shuffle(shuffled, new Random(SEED));
        return shuffled.subList(0, SAMPLE);
    }

    @TestFactory
    Stream<DynamicTest> eachFaultIsNoticed() {
        return chosen().stream().map(it -> dynamicTest(it.name() + ": " + it.says(), () -> {
            Path folder = scratch.resolve(it.name());
            it.into(folder);
            Optional<String> failure = TestProcess.run(folder, List.of(it.test()));
            assertTrue(failure.isPresent(), () -> it.says() + ", and " + it.test() + " passes");
            NOTICED.put(it.name(), failure.get());
        }));
    }

    /** Else any failure of theirs would count as notice. */
    @Test
    void theTestsPassWhereNothingIsPlanted() throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("nothing"));
        assertEquals(Optional.empty(),
                TestProcess.run(folder, chosen().stream().map(Planted::test).collect(Collectors.toCollection(TreeSet::new))));
    }

    @Test
    void eachStillApplies() {
        assertTrue(Planted.all().size() >= 40);
        Planted.all().forEach(it -> assertTrue(!it.source().isEmpty() && !it.before().equals(it.after())));
    }

    @AfterAll
    static void print() {
        NOTICED.forEach((name, failure) -> System.out.println(name + ": " + (failure.length() < 160 ? failure : failure.substring(0, 160))));
    }
}
