package sfd.kept;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sfd.check.Manifest;

/** The author's loop on one small model: a guard is taken out and comes back. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WatchTest {

    @TempDir
    Path root;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private void await(String words) throws InterruptedException {
        for (int waited = 0; !out.toString().contains(words); waited++) {
            assertTrue(waited < 600, () -> words + "\n" + out);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    void aChangedGuardIsSeen() throws IOException, InterruptedException {
        SmallProject project = SmallProject.in(root, "Method51", "\"result\": \"holds\"");
        var watch = new Thread(() -> new Watch(project.layout(), Manifest::models, new PrintStream(out, true)).run());
        watch.start();
        try {
            await("1 model: as expected");
            Path maker = root.resolve("spec/Maker.tla");
            String text = Files.readString(maker);
            save(maker, text.replace("~Clause(\"QCD-9.2-1\", m.kind = \"ike\" => ~Exists(policy, s, m.spis))", "FALSE"));
            await("1 model: 1 NOT as expected");
            assertTrue(out.toString().contains("Maker.tla saved: 1 model to check"), out::toString);
            assertTrue(out.toString().contains("Small: NoTokenForExistingSaProp is violated in "), out::toString);
            assertTrue(out.toString().contains("N(QCD_TOKEN of IKE SA 1"), out::toString);
            save(maker, text.replaceFirst("==", "= ="));
            await("1 model: 1 NOT as expected");
            save(maker, text);
            await("1 model: as expected");
            String manifest = Files.readString(root.resolve("spec/manifest.json"));
            save(root.resolve("spec/manifest.json"), "{");
            await("spec/manifest.json:1:2 is not JSON: Unexpected end-of-input: expected close marker for Object\n");
            save(root.resolve("spec/manifest.json"), manifest);
            await("no model to check, all known results stand");
        } finally {
            watch.interrupt();
            watch.join();
        }
    }

    private void save(Path file, String text) throws IOException {
        assertFalse(text.equals(Files.readString(file)));
        out.reset();
        Files.writeString(file, text);
    }
}
