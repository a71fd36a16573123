package sfd.command;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The jar's first class, for a JVM that may be too old for all others, and so compiled at level 11: it looks for a newer
 * one on this machine, as the build does, and hands over to it.
 */
public final class Start {

    /** As in {@code Status}, which an older JVM cannot read. */
    private static final int UNUSABLE = 4;
    private static final int NEEDED = 21;

    private Start() {
    }

    public static void main(String[] arguments) throws Exception {
        if (Runtime.version().feature() < NEEDED) {
            System.exit(handOver(arguments));
        }
        try {
            Class.forName("sfd.command.Sfd").getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static int handOver(String[] arguments) throws IOException, InterruptedException {
        String newer = newer();
        if (newer == null) {
            System.err.println("sfd: this needs a Java of " + NEEDED + " or newer, and there is none on this machine, only "
                    + Runtime.version().feature() + ": install one (the package openjdk-21-jdk, or Temurin as an archive, "
                    + "unpacked in the folder .jdks of your home)");
            return UNUSABLE;
        }
        List<String> command = new ArrayList<>(List.of(newer));
        command.addAll(options());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Start.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** What this JVM was given before the jar, as far as it can be seen: size of memory, and properties. */
    private static List<String> options() {
        List<String> options = new ArrayList<>();
        for (String argument : ProcessHandle.current().info().arguments().orElse(new String[0])) {
            if (argument.equals("-jar") || !argument.startsWith("-")) {
                break;
            }
            if (argument.startsWith("-Xm") || argument.startsWith("-D")) {
                options.add(argument);
            }
        }
        return options;
    }

    /** The places in which the build looks too; null where there is none. */
    private static String newer() {
        List<File> homes = new ArrayList<>();
        for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
            if (variable.getKey().matches("JAVA.*_HOME")) {
                homes.add(new File(variable.getValue()));
            }
        }
        String user = System.getProperty("user.home");
        for (String folder : List.of(user + "/.jdks", user + "/.sdkman/candidates/java", user + "/.gradle/jdks",
                user + "/.jbang/cache/jdks", user + "/.asdf/installs/java", user + "/.jenv/versions", "/usr/lib/jvm",
                "/usr/lib64/jvm", "/usr/java", "/opt", "/opt/java", user + "/Library/Java/JavaVirtualMachines",
                "/Library/Java/JavaVirtualMachines", "C:/Program Files/Java", "C:/Program Files/Eclipse Adoptium")) {
            File[] found = new File(folder).listFiles();
            for (File home : found == null ? new File[0] : found) {
                homes.add(home);
                homes.add(new File(home, "Contents/Home"));
            }
        }
        return homes.stream().filter(Start::isNewer).map(home -> home + "/bin/java").findFirst().orElse(null);
    }

    /** By the file in which a Java says what it is. */
    private static boolean isNewer(File home) {
        Path release = new File(home, "release").toPath();
        if (!Files.isRegularFile(release)) {
            return false;
        }
        try {
            for (String line : Files.readAllLines(release)) {
                if (line.startsWith("JAVA_VERSION=")) {
                    return Integer.parseInt(line.replaceAll("[^0-9]*([0-9]+).*", "$1")) >= NEEDED;
                }
            }
            return false;
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }
}
