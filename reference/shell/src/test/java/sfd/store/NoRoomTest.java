package sfd.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file system without room, and one that must not be written: small ones of the kernel's, in a namespace of their own. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class NoRoomTest {

    private static final String MOUNT = "mount -t tmpfs -o size=192k,mode=700 none \"$0\" || exit 77; exec \"$@\"";

    @TempDir
    private Path place;

    @Test
    void whatWasKeptStays() throws Exception {
        List<String> said = run(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx32m", "-XX:+UseSerialGC",
                "-XX:-UsePerfData", "-cp", System.getProperty("java.class.path"), NoRoom.class.getName(), place.toString());
        assertEquals(List.of("rollover FULL", "map FULL", "newest true map 1 leftovers false", "rollover done", "map FULL",
                "read-only true", "rollover READ_ONLY", "open READ_ONLY"), said);
    }

    /** In namespaces for users and mounts, where they can be had. */
    private List<String> run(String... command) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/unshare")), "there is no unshare here, so no small file system can be mounted");
        var all = new ArrayList<>(List.of("/usr/bin/unshare", "--user", "--map-root-user", "--mount", "sh", "-c", MOUNT,
                place.toString()));
        all.addAll(List.of(command));
        Process process = new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        int ended = process.waitFor();
        assumeTrue(ended != 77 && (ended != 1 || !lines.isEmpty()), "no file system can be mounted in a namespace here");
        return lines;
    }
}
