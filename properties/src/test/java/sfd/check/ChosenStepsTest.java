package sfd.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sfd.command.Sfd;
import sfd.command.Streams;
import sfd.lockstep.RoleGraph;
import sfd.token.BouncyDigest;
import sfd.traces.tlc.Progress;
import sfd.traces.tlc.Walk;

/** Committed steps that are not the model's are found; here on a small one, by every check on each. */
class ChosenStepsTest {

    private static final Layout PROJECT = new Layout(Path.of(System.getProperty("project.root")));
    private static final String NAME = "LivenessPatientOneSa";
    private static final String ANEW = ": run kit --chosen";

    private static RoleGraph graph;

    @TempDir
    private Path root;

    @BeforeAll
    static void walk() {
        try (Walk walk = Walk.open(Manifest.read(PROJECT).get(NAME).model(PROJECT))) {
            About about = About.of(walk);
            graph = new RoleGraph(walk.run(Progress.NONE).graph(), about.roles(), about.policies(), new BouncyDigest());
        }
    }

    private List<String> stale(String file, String lines) throws IOException {
        Path folder = ChosenSteps.folder(new Layout(root));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(file + ChosenSteps.END), lines);
        return ChosenSteps.stale(new Layout(root), NAME, graph);
    }

    private static String committed(String model) throws IOException {
        return Files.readString(ChosenSteps.folder(PROJECT).resolve(model + ChosenSteps.END));
    }

    @Test
    void theCommittedOnesAreTheModels() {
        assertEquals(List.of(), ChosenSteps.stale(PROJECT, NAME, graph));
    }

    private static boolean draws(Entry entry) {
        try (Walk walk = Walk.open(entry.model(PROJECT))) {
            return About.of(walk).policies().entries().values().stream().allMatch(it -> it.field("drawn").integer() > 0);
        }
    }

    /**
     * A model whose steps are all of a kind that was seen before has those that its policy is about. Those with a draw have
     * none: it stands around a role, and the kit is of the roles.
     */
    @Test
    void everyRoleModelHasSome() throws IOException {
        Set<String> models = Manifest.read(PROJECT).models().stream()
                .filter(it -> it.world() == null && !it.temporal() && !draws(it)).map(Entry::name).collect(Collectors.toSet());
        Set<String> files = ChosenSteps.committed(PROJECT).stream()
                .map(it -> it.getFileName().toString().replace(ChosenSteps.END, "")).collect(Collectors.toSet());
        // All that this one offers the models before it offer too, but for the walk that it makes of it.
        assertTrue(models.remove("MakerMovesOneSa"));
        assertEquals(models, files, ANEW);
    }

    @Test
    void theVectorsOfAnswersAreThoseThatTheStepsMake() throws IOException {
        assertEquals(ChosenSteps.vectorsOf(PROJECT), Files.readString(ChosenSteps.vectors(PROJECT)), ANEW);
    }

    @Test
    void aChangedStepIsStale() throws IOException {
        String lines = committed(NAME);
        assertTrue(lines.contains("\"because\":[]}"));
        assertEquals(List.of("traces/kit/steps/" + NAME + ".steps.jsonl: not as the model has these steps" + ANEW),
                stale(NAME, lines.replaceFirst("\"because\":\\[]}", "\"because\":[\"BASE-2.4-1\"]}")));
    }

    @Test
    void aKindOfStepThatIsNotThereIsMissed() throws IOException {
        stale("Liveness", committed("Liveness"));
        assertEquals(List.of(), stale(NAME, committed(NAME)));
        String without = committed("Liveness").lines().filter(line -> !line.contains("\"event\":\"TrafficDue\""))
                .collect(Collectors.joining("\n", "", "\n"));
        String said = String.join("", stale("Liveness", without));
        assertTrue(said.startsWith("traces/kit/steps/" + NAME + ".steps.jsonl: there is no step like StepKind[event=TrafficDue"), said);
    }

    @Test
    void whatIsNoJsonIsOneLine() throws IOException {
        List<String> said = stale(NAME, "{\n");
        assertTrue(said.size() == 1 && said.getFirst().lines().count() == 1 && said.getFirst().endsWith(ANEW), said::toString);
    }

    @Test
    void theCommandWantsAFolderOrToChoose() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "");
        assertRefused("kit: either a folder for the whole graphs, or --chosen");
        assertRefused("kit: either a folder for the whole graphs, or --chosen", root.toString(), "--chosen");
        assertRefused("kit: " + file + " is no folder", file.toString());
        assertRefused("kit: --project: " + root + " has no spec/manifest.json", root.toString(), "--project", root.toString());
    }

    private static void assertRefused(String line, String... arguments) {
        var err = new ByteArrayOutputStream();
        assertEquals(Status.UNUSABLE, Sfd.run(new Streams(new ByteArrayInputStream(new byte[0]),
                new PrintStream(new ByteArrayOutputStream()), new PrintStream(err)), Sfd.with("kit", arguments)));
        assertEquals(List.of(line), err.toString().lines().toList());
    }
}
