package sfd.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Builds {@code rulers.c} where there is a compiler, and says in words what cannot be measured where something is not. */
final class RulersLibrary {

    private static final Path SOURCE = Path.of("properties", "src", "main", "c", "rulers.c");
    private static final Path LIBRARY = Path.of("target", "bench", "librulers.so");

    private RulersLibrary() {
    }

    /** Builds the library anew. @return why it cannot be, or nothing */
    static String build(Path root) {
        Path library = root.resolve(LIBRARY);
        Path include = Path.of(System.getProperty("java.home"), "include");
        try {
            Files.createDirectories(library.getParent());
            Files.deleteIfExists(library);
            Process gcc = new ProcessBuilder("gcc", "-O2", "-Wall", "-shared", "-fPIC", "-I" + include,
                    "-I" + include.resolve("linux"), "-o", library.toString(), root.resolve(SOURCE).toString(), "-ldl")
                    .redirectErrorStream(true).start();
            String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return gcc.waitFor() == 0 ? "" : "gcc does not build rulers.c: " + said.lines().findFirst().orElse("no word why");
        } catch (IOException e) {
            return "no gcc on this machine";
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while gcc ran", e);
        }
    }

    /** Loads it if it was built, and tells of each need why it is not met here. */
    static Map<Need, String> load(Path root) {
        Map<Need, String> missing = new EnumMap<>(Need.class);
        Path library = root.resolve(LIBRARY).toAbsolutePath();
        if (!Files.exists(library)) {
            List.of(Need.C, Need.SHA_INSTRUCTIONS, Need.OPENSSL).forEach(need -> missing.put(need, "no rulers: gcc is not here"));
            return missing;
        }
        System.load(library.toString());
        if (!Machine.hasShaInstructions()) {
            missing.put(Need.SHA_INSTRUCTIONS, "this processor has no SHA instructions");
        }
        if (Rulers.openSsl() != 1) {
            missing.put(Need.OPENSSL, "libcrypto.so.3 is not on this machine");
        }
        return missing;
    }
}
