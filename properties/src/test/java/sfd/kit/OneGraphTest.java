package sfd.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A model has one file, whichever process made it and whatever else that process walked before: TLC takes sets of strings in
 * the order in which it first met them, so the numbers of states and steps would be others.
 */
class OneGraphTest {

    private static final List<String> MODEL = List.of("PeerYModel", "PeerYWaitsOneSa");
    private static final List<String> BEFORE = List.of("TakerModel", "TakerNot");

    @Test
    void aloneAndAfterAnotherModelItIsTheSame() throws IOException, InterruptedException {
        List<String> both = new ArrayList<>(BEFORE);
        both.addAll(MODEL);
        assertEquals(ofAnotherProcess(MODEL).getLast(), ofAnotherProcess(both).getLast());
    }

    private static List<String> ofAnotherProcess(List<String> models) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-Dproject.root=" + Kit.ROOT, "-cp", System.getProperty("java.class.path"), WalkedAlone.class.getName()));
        command.addAll(models);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.lines().toList();
    }
}
