package sfd.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The processes of a cluster, each with its way to the server. */
final class Cluster implements AutoCloseable {

    private static final int AT_ONCE = 200;

    private final Redis redis;
    private final Map<String, Link> links = new HashMap<>();
    private final Map<String, Running> running = new HashMap<>();

    private record Running(Process process, BufferedReader in, OutputStream out) {
    }

    Cluster(Redis redis) throws IOException {
        this.redis = redis;
        for (String name : Member.ALL) {
            links.put(name, new Link(redis.port()));
            start(name);
        }
    }

    List<String> up() {
        return Member.ALL.stream().filter(running::containsKey).toList();
    }

    boolean isUp(String name) {
        return running.containsKey(name);
    }

    Link link(String name) {
        return links.get(name);
    }

    /** Whether a member can reach the list by what was done to it. */
    boolean reaches(String name) {
        return redis.isUp() && links.get(name).state() == Link.State.OPEN;
    }

    void start(String name) throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Member.class.getName(),
                Integer.toString(links.get(name).port()), name).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        if (!"under way".equals(in.readLine())) {
            throw new IOException(name + " did not start");
        }
        running.put(name, new Running(process, in, process.getOutputStream()));
    }

    void kill(String name) throws InterruptedException {
        Process process = running.remove(name).process();
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    String tell(String name, String line) throws IOException {
        return tell(name, List.of(line)).getFirst();
    }

    /** The answers to many lines. */
    List<String> tell(String name, List<String> lines) throws IOException {
        Running it = running.get(name);
        var answers = new ArrayList<String>();
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            List<String> some = lines.subList(from, Math.min(lines.size(), from + AT_ONCE));
            it.out().write((String.join("\n", some) + "\n").getBytes(StandardCharsets.US_ASCII));
            it.out().flush();
            for (int i = 0; i < some.size(); i++) {
                String answer = it.in().readLine();
                if (answer == null) {
                    throw new IOException(name + " ended");
                }
                answers.add(answer);
            }
        }
        return answers;
    }

    @Override
    public void close() throws Exception {
        for (String name : up()) {
            kill(name);
        }
        for (Link link : links.values()) {
            link.close();
        }
    }
}
