package sfd.kept;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sfd.check.Described;
import sfd.check.Entry;
import sfd.check.Examined;
import sfd.check.Known;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.Run;
import sfd.lockstep.SmallModel;

/** A project with one small role model, all as expected. */
record SmallProject(Layout layout) {

    private static final String MANIFEST = """
            {"models": [{"name": "Small", "module": "models/MakerModel.tla", "config": "models/Small.cfg",
              "time": "quick", "says": "A small one.", "assumptions": ["one SA"],
              "expected": {"TypeOK": {"result": "holds"}, "RegenerableInv": {"result": "holds"}, "NoTokenForExistingSaProp": {%s}},
              "states": %d, "transitions": %d}]}
            """;

    /** @param policy of the maker, an operator of its model. @param expected of the property that looks at tokens */
    static SmallProject in(Path root, String policy, String expected) throws IOException {
        SmallModel.copySpec(Path.of(System.getProperty("project.root")), root);
        SmallModel.maker(root, "{}", policy);
        var project = new SmallProject(new Layout(root));
        project.manifest(MANIFEST.formatted(expected, 0, 0));
        Described.ask(project.layout, Manifest.read(project.layout)).write(project.layout);
        Examined counted = project.check(Known.NOTHING);
        project.manifest(MANIFEST.formatted(expected, counted.states(), counted.transitions()));
        return project;
    }

    void manifest(String text) throws IOException {
        Files.writeString(layout.root().resolve("spec/manifest.json"), text);
    }

    Entry entry() {
        return Manifest.read(layout).models().getFirst();
    }

    Examined check(Known known) {
        return new Run(layout, 0, known, new PrintStream(new ByteArrayOutputStream())).of(List.of(entry()), it -> { }).getFirst();
    }
}
