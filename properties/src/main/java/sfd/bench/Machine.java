package sfd.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is measured on. */
public final class Machine {

    private static final Path CPUS = Path.of("/proc/cpuinfo");

    private Machine() {
    }

    /** Its processor and how many cores of it there are. */
    public static String name() {
        String model = cpuinfo().lines().filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).trim()).findFirst().orElse(System.getProperty("os.arch"));
        return "%s, %d cores, %s".formatted(model, Runtime.getRuntime().availableProcessors(),
                hasShaInstructions() ? "SHA instructions" : "no SHA instructions");
    }

    static boolean hasShaInstructions() {
        return cpuinfo().contains(" sha_ni");
    }

    /** Empty where there is no such file. */
    private static String cpuinfo() {
        try {
            return Files.exists(CPUS) ? Files.readString(CPUS) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
