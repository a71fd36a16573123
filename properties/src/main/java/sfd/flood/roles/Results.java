package sfd.flood.roles;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sfd.check.DataFile;
import sfd.check.Layout;
import java.util.stream.Stream;

/**
 * What a run found, as a file (see {@code spec/schemas/flood.schema.json}).
 *
 * @param command that makes it anew
 * @param machine its processor and how many of its cores there are
 * @param jdk name and version of the JVM
 * @param floods one of each kind
 * @param waiting memory by the length of what waits
 */
public record Results(String command, String machine, String jdk, Plan plan, List<Flooded> floods, List<Waiting> waiting) {

    /** Those that are kept, beside the sources. */
    public static final Path FILE = Path.of("properties", "flood", "results.json");

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public Results {
        floods = List.copyOf(floods);
        waiting = List.copyOf(waiting);
    }

    /** The last ones that were kept. @throws sfd.check.BadInput where they cannot be read or are not of their form */
    public static Results read(Path root) {
        var file = new DataFile(root, FILE.toString());
        return file.as(file.tree(new Layout(root).schema("flood")), Results.class);
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With those kinds of others that are not here, if they come of the same plan; in this order. */
    Results with(Results others, List<String> order) {
        if (!others.plan.equals(plan)) {
            return this;
        }
        return new Results(command, machine, jdk, plan, order.stream().flatMap(id -> Stream.of(floods, others.floods)
                .flatMap(List::stream).filter(it -> it.id().equals(id)).limit(1)).toList(), waiting);
    }

    /** Of all states beside their tables the most. */
    public long mostOctets() {
        return Stream.concat(floods.stream().flatMap(it -> Stream.of(it.without().octets(), it.with().octets())),
                waiting.stream().map(Waiting::octets)).mapToLong(it -> it).max().orElse(0);
    }

    /** What does not hold, in words; empty if all does. */
    public List<String> broken() {
        return Stream.concat(floods.stream().flatMap(it -> it.broken(plan.octets()).stream()),
                waiting.stream().filter(it -> it.octets() > plan.octets())
                        .map(it -> "datagrams of %d octets that wait at a %s: %d octets beside the table".formatted(it.length(), it.at(), it.octets())))
                .toList();
    }
}
