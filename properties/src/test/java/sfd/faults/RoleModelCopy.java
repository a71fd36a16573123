package sfd.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import sfd.traces.graph.Graph;
import sfd.traces.tlc.Model;
import sfd.traces.tlc.Progress;
import sfd.traces.tlc.Walk;
import sfd.traces.value.Value;

/**
 * A role model as its configuration has it, with some of the constants changed and nothing to be checked: only the
 * graph is wanted.
 */
public record RoleModelCopy(String name, String text) {

    private static final Path MODELS = Path.of(System.getProperty("project.root"), "spec", "models");

    /**
     * What one walk gives.
     *
     * @param generated successors that TLC found, repetitions included
     */
    public record Walked(Graph graph, Value roles, Value policies, long generated) {
    }

    /** @param name of the configuration among the models, such as {@code Taker} */
    static RoleModelCopy of(String name) {
        try {
            return new RoleModelCopy(name, Files.readString(MODELS.resolve(name + ".cfg"))
                    .replaceAll("(?m)^(INVARIANTS|PROPERTIES) .*\\R?", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * With another value of a constant.
     *
     * @throws IllegalArgumentException where the configuration does not have the constant
     */
    RoleModelCopy with(String constant, String value) {
        String line = "(?m)^  " + constant + " (=|<-) .*$";
        String changed = text.replaceAll(line, "  " + constant + " $1 " + value);
        if (!Pattern.compile(line).matcher(text).find()) {
            throw new IllegalArgumentException(name + " has no constant " + constant);
        }
        return new RoleModelCopy(name, changed);
    }

    /** The same for one IKE SA instead of two: most of what a role does it does for one. */
    RoleModelCopy oneSa() {
        return with("Spis", "{1}");
    }

    /** The same with no events but the daemon's news about its SAs. */
    RoleModelCopy newsOnly() {
        String others = text.contains("Role = \"maker\"") ? "Fixed" : "Datagrams";
        return new RoleModelCopy(name,
                text.replace("CONSTANTS\n", "CONSTANTS\n  " + others + " <- Lives\n  Rest <- Lives\n"));
    }

    /** The same of makers and peers X and Y with no datagrams, but with all that their daemon may say. */
    RoleModelCopy noDatagrams() {
        return new RoleModelCopy(name, text.replace("CONSTANTS\n", "CONSTANTS\n  Fixed <- Lives\n"));
    }

    RoleModelCopy without(String clause) {
        return with("Off", "{\"" + clause + "\"}");
    }

    /** @param scratch a folder for the configuration */
    public Walked walk(Path scratch) {
        Path config = scratch.resolve(name + ".cfg");
        try {
            Files.writeString(config, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Walk walk = Walk.open(Model.of(MODELS.resolve(module()), config))) {
            Value roles = walk.constant("Roles").orElseThrow();
            Value policies = walk.constant("Policies").orElseThrow();
            sfd.traces.tlc.Walked walked = walk.run(Progress.NONE);
            return new Walked(walked.graph(), roles, policies, walked.generated());
        }
    }

    private String module() {
        return switch (text.replaceAll("(?s).*Role = \"(\\w+)\".*", "$1")) {
            case "maker" -> "MakerModel.tla";
            case "peerX" -> "PeerXModel.tla";
            case "peerY" -> "PeerYModel.tla";
            default -> "TakerModel.tla";
        };
    }
}
