package sfd.flood;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/** What is flooded: a process of its own, so that its memory is its own. */
final class Target implements AutoCloseable {

    private static final int PATIENCE = 10;

    private final Process process;
    private final InetSocketAddress end;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;

    /**
     * Started, and its first line read.
     *
     * @param port in that line
     */
    private Target(List<String> command, String address, ToIntFunction<String> port) throws IOException {
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String first = in.readLine();
        if (first == null) {
            throw new IOException("what was to be flooded did not start");
        }
        end = new InetSocketAddress(address, port.applyAsInt(first));
        reader = Thread.ofPlatform().daemon().start(() -> in.lines().forEach(line -> {
            synchronized (lines) {
                lines.add(line);
            }
        }));
    }

    /** A UDP echo at this address. */
    static Target echo(String address) throws IOException {
        return new Target(java("-Xmx64m", Echo.class.getName(), address, "0"), address, Integer::parseInt);
    }

    /** A maker of ours, with a secret that it gets in a file. */
    static Target maker(String address, String mainClass, Path secrets) throws IOException {
        return new Target(java("-Xmx64m", mainClass, "peer", "maker", "--address", address, "--ports", "0,0", "--secrets",
                secrets.toString(), "--counts-every", "1"), address, Target::sharedPort);
    }

    private static List<String> java(String... arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        return command;
    }

    private static int sharedPort(String line) {
        String ends = line.substring(0, line.indexOf(']'));
        return Integer.parseInt(ends.substring(ends.lastIndexOf(':') + 1, ends.lastIndexOf('"')));
    }

    InetSocketAddress end() {
        return end;
    }

    /** Its resident memory in octets, as the system counts it; 0 where it does not tell. */
    long memory() {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")).lines()
                    .filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Lines that it printed after the first one. */
    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.toHandle().destroy(); // Its last lines can still be read.
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        reader.join(TimeUnit.SECONDS.toMillis(PATIENCE));
    }
}
