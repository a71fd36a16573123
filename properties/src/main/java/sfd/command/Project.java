package sfd.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import sfd.check.BadInput;
import sfd.check.Layout;
import sfd.traces.tlc.Home;

/** Where the project is, for commands that need its files. */
final class Project {

    @Option(names = "--project", paramLabel = "FOLDER", description = "The project's folder. Without it: the one that the "
            + "current folder is in, else the one that the jar stands in.")
    private Path given;

    /** @throws BadInput where there is no project */
    Layout layout() {
        if (given != null) {
            return Optional.of(new Layout(given.toAbsolutePath().normalize())).filter(Layout::isThere)
                    .orElseThrow(() -> new BadInput("--project: " + given + " has no spec/manifest.json"));
        }
        return Layout.ofBuild()
                .or(() -> Layout.around(Path.of("")))
                .or(() -> Layout.around(Home.of(Project.class)))
                .orElseThrow(() -> new BadInput("neither the current folder nor the jar is in the project, whose folder "
                        + "has a spec/manifest.json; name it with --project FOLDER"));
    }
}
