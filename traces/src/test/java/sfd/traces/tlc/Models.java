package sfd.traces.tlc;

import java.nio.file.Path;

/** The models of the tests, and those of the project. */
final class Models {

    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Path OWN = ROOT.resolve("traces/src/test/resources/models");
    private static final Path MODELS = ROOT.resolve("spec/models");

    private Models() {
    }

    static Model counter(String config) {
        return Model.of(OWN.resolve("Counter.tla"), OWN.resolve(config + ".cfg"));
    }

    static Model toggle() {
        return Model.of(OWN.resolve("Switch.tla"), OWN.resolve("Switch.cfg"));
    }

    static Model canary() {
        return Model.of(OWN.resolve("Canary.tla"), OWN.resolve("Canary.cfg"));
    }

    static Model maker(String config) {
        return ofSpec("MakerModel", config);
    }

    static Model ofSpec(String module, String config) {
        return Model.of(MODELS.resolve(module + ".tla"), MODELS.resolve(config + ".cfg"));
    }
}
