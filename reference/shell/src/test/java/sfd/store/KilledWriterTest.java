package sfd.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sfd.token.Secret;
import sfd.token.Secrets;

/**
 * A writer that is killed, and another one in the same place, many times: what it told last is there, and nothing has to be put
 * right by hand. {@code -Dkills=500} for more of them.
 */
class KilledWriterTest {

    private static final int KILLS = Integer.getInteger("kills", 24);
    /** Rollovers that a writer may tell before its end is due: on a busy machine time alone would not bring it so far. */
    private static final int FIRST = 5;
    /** And some dozen more, where the machine is free. */
    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(60);

    @TempDir
    private Path root;

    private final Random random = new Random(1);
    private String told = "";
    private int rollovers;
    private int midway;

    @Test
    void whoeverIsKilledLeavesWhatHeTold() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            kill();
            check();
        }
        assertTrue(rollovers > KILLS, rollovers + " rollovers");
        System.out.println("killed writers: " + KILLS + ", rollovers told: " + rollovers + ", killed with a file half written or a "
                + "rollover untold: " + midway + ", secrets lost: 0");
    }

    private void kill() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx32m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Writer.class.getName(),
                root.resolve("store").toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); !"under way".equals(line); line = in.readLine()) {
                assertTrue(line != null, "the writer did not start");
                told = line;
            }
            for (int more = random.nextInt(FIRST); more > 0; more--) {
                told = in.readLine();
                rollovers++;
            }
            LockSupport.parkNanos(random.nextLong(LONGEST));
            process.toHandle().destroyForcibly(); // Its last lines can still be read.
            List<String> lines = in.lines().toList();
            process.waitFor();
            // The last line may have been cut short.
            for (String line : lines) {
                if (line.length() > line.indexOf(' ') + 2 * 32) {
                    told = line;
                    rollovers++;
                }
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private void check() throws StoreException {
        boolean written = Files.exists(root.resolve("store").resolve("tokens.new")) || Files.exists(root.resolve("store").resolve("children.new"));
        try (Store store = Store.open(new SystemDisk(), root.resolve("store"))) {
            Secrets found = store.tokenSecrets().read(Secrets.MOST);
            int generation = Integer.parseInt(told.substring(0, told.indexOf(' ')));
            Optional<Secret> last = found.get(generation);
            assertEquals(Optional.of(told), last.map(it -> it.generation() + " " + Writer.token(it)), () -> "found " + found);
            assertTrue(found.newest().generation() <= generation + 1, () -> told + " and found " + found);
            store.children().read();
            midway += written || found.newest().generation() > generation ? 1 : 0;
        }
    }
}
