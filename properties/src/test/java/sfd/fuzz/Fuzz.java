package sfd.fuzz;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fuzzes every target for its share of some time. It ends with 0 if nothing is found, with 3 and the input as hexadecimal
 * digits if something is, with 4 if it cannot run.
 */
public final class Fuzz {

    private static final int NOTHING = 0;
    private static final int FOUND = 3;
    private static final int UNUSABLE = 4;

    private static final String USAGE = "[--seconds N] [--runs N] [--targets a,b] [--keep] [--record FILE] | --replay TARGET HEX";

    private final PrintStream out;
    private long seconds = 60;
    private long runs;
    private List<Target> targets = List.of(Target.values());
    private boolean keep;
    private Optional<Path> record = Optional.empty();

    private Fuzz(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        int status = run(arguments, System.out);
        leave(status);
        System.exit(status);
    }

    static int run(String[] arguments, PrintStream out) {
        try {
            if (arguments.length == 3 && arguments[0].equals("--replay")) {
                return replay(Target.named(arguments[1]), HexFormat.of().parseHex(arguments[2]), out);
            }
            return new Fuzz(out).with(arguments).all();
        } catch (IllegalArgumentException | IOException e) {
            out.println("fuzz: " + e.getMessage());
            return UNUSABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNUSABLE;
        }
    }

    /** The status for Maven, which ends with 1 whatever happened. */
    private static void leave(int status) {
        try {
            Path mark = Files.createDirectories(Corpus.ROOT.resolve("target/fuzz")).resolve("failed");
            Files.deleteIfExists(mark);
            if (status != NOTHING) {
                Files.writeString(mark, Integer.toString(status));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Fuzz with(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--keep")) {
                keep = true;
                continue;
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("options are " + USAGE);
            }
            String value = arguments[i + 1];
            switch (arguments[i++]) {
                case "--seconds" -> seconds = number(value);
                case "--runs" -> runs = number(value);
                case "--targets" -> targets = Stream.of(value.split(",")).map(Target::named).toList();
                case "--record" -> record = Optional.of(Corpus.ROOT.resolve(value));
                default -> throw new IllegalArgumentException("options are " + USAGE);
            }
        }
        return this;
    }

    private static long number(String text) {
        if (!text.matches("[1-9][0-9]{0,11}")) {
            throw new IllegalArgumentException("a whole number of 1 or more is needed, not " + text);
        }
        return Long.parseLong(text);
    }

    private int all() throws IOException, InterruptedException {
        int shares = targets.stream().mapToInt(Target::share).sum();
        List<Tally> tallies = new ArrayList<>();
        out.println(Tally.HEADER);
        for (Target target : targets) {
            var jazzer = new Jazzer(target, Corpus.ROOT.resolve("target/fuzz").resolve(target.label()));
            Tally tally = jazzer.run(Math.max(2, seconds * target.share() / shares), runs);
            tallies.add(tally);
            out.println(tally);
            if (keep && tally.found().isEmpty()) {
                Corpus.keep(target, jazzer.minimised());
            }
        }
        long executions = tallies.stream().mapToLong(Tally::executions).sum();
        List<Tally> found = tallies.stream().filter(it -> it.found().isPresent()).toList();
        out.printf("%,d executions in %.1f s, %d findings%n", executions, tallies.stream().mapToDouble(Tally::seconds).sum(), found.size());
        for (Tally it : found) {
            say(it.target(), Files.readAllBytes(it.found().get()), it.message());
        }
        if (record.isPresent()) {
            write(record.get(), tallies, executions);
        }
        return found.isEmpty() ? NOTHING : FOUND;
    }

    private void say(Target target, byte[] input, String message) {
        byte[] smallest = Shrink.smallest(target, input);
        String what = Shrink.broken(target, smallest).map(Throwable::toString).orElse(message);
        out.println(target.label() + ": " + what.replaceAll("\\p{Cntrl}+", " "));
        out.println("input: " + HexFormat.of().formatHex(smallest));
        out.println("again: -Dargs=\"--replay " + target.label() + " " + HexFormat.of().formatHex(smallest) + "\"");
    }

    private static int replay(Target target, byte[] input, PrintStream out) {
        Optional<Throwable> broken = Shrink.broken(target, input);
        out.println(target.label() + ": " + broken.map(Throwable::toString).orElse("nothing breaks"));
        broken.map(Throwable::getStackTrace).stream().flatMap(Stream::of).limit(8).forEach(it -> out.println("    at " + it));
        return broken.isPresent() ? FOUND : NOTHING;
    }

    private void write(Path file, List<Tally> tallies, long executions) throws IOException {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode run = json.createObjectNode();
        run.put("command", "mvn -q -B -ntp test-compile -Pfuzz -Dargs=\"--seconds " + seconds + "\"");
        run.put("jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        var all = run.putArray("targets");
        for (Tally it : tallies) {
            all.addObject().put("target", it.target().label()).put("executions", it.executions()).put("seconds", Math.round(it.seconds()))
                    .put("edges", it.edges()).put("features", it.features()).put("corpus", it.corpus())
                    .put("findings", it.found().isPresent() ? 1 : 0);
        }
        run.put("executions", executions).put("seconds", Math.round(tallies.stream().mapToDouble(Tally::seconds).sum()));
        Files.writeString(file, json.writeValueAsString(run) + "\n");
    }
}
