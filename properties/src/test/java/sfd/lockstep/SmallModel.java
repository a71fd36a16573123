package sfd.lockstep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the spec with one small configuration, for tests that want to change something. */
public final class SmallModel {

    /** The name of the configuration. */
    public static final String NAME = "Small";

    private static final String MAKER = """
            SPECIFICATION Spec
            VIEW View
            CONSTANTS
              Off = %s
              Role = "maker"
              RolePolicy <- %s
              Spis = {1}
              Homes = {"A"}
              Remote = {}
              Offers = "few"
              Generations = {1}
            INVARIANTS TypeOK RegenerableInv
            PROPERTIES NoTokenForExistingSaProp
            """;

    private static final String TAKER = """
            SPECIFICATION Spec
            VIEW View
            CONSTANTS
              Off = %s
              Role = "taker"
              RolePolicy <- %s
              Spis = {1}
              Generations = {1}
              Rekeys = FALSE
              Shares = FALSE
              Contact = FALSE
              Fewer = TRUE
            INVARIANTS TypeOK
            PROPERTIES OnlyTheTokenEndsProp
            """;

    private SmallModel() {
    }

    /** Modules and schemas in {@code root}, no configuration. */
    public static void copySpec(Path project, Path root) throws IOException {
        for (String folder : List.of("spec", "spec/models", "spec/schemas")) {
            Files.createDirectories(root.resolve(folder));
            try (Stream<Path> files = Files.list(project.resolve(folder))) {
                for (Path file : files.filter(it -> it.toString().matches(".*\\.(tla|schema\\.json)")).toList()) {
                    Files.copy(file, root.resolve(folder).resolve(file.getFileName()));
                }
            }
        }
    }

    /** A token maker with one IKE SA. @param off a TLA+ set of clause ids. @param policy an operator of the module */
    public static Path maker(Path root, String off, String policy) throws IOException {
        return Files.writeString(root.resolve("spec/models/" + NAME + ".cfg"), MAKER.formatted(off, policy));
    }

    /** A token taker with one IKE SA. */
    public static Path taker(Path root, String off, String policy) throws IOException {
        return Files.writeString(root.resolve("spec/models/" + NAME + ".cfg"), TAKER.formatted(off, policy));
    }
}
