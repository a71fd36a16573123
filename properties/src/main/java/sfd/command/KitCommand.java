package sfd.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sfd.check.BadInput;
import sfd.check.ChosenSteps;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.RoleModels;
import sfd.check.Status;
import sfd.kit.KitFolder;

/** The command line of {@link sfd.kit}. */
@Command(name = "kit", sortOptions = false,
        description = "Writes the graphs of all role models in octets, as gzip-compressed JSON lines, and a manifest with "
                + "their checksums: enough to hold an implementation in any language to the roles. traces/kit/README.md says "
                + "what is in them. Takes some three minutes.")
final class KitCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Where to write them; made if it is not there.")
    private Path folder;

    @Option(names = "--chosen", description = "Writes the committed steps in traces/kit/steps anew, and "
            + "traces/vectors/answer.json, instead.")
    private boolean chosen;

    @Mixin
    private Help help;

    @Mixin
    private Project project;

    private final PrintStream out;

    KitCommand(Streams streams) {
        this.out = streams.out();
    }

    @Override
    public Integer call() {
        if (chosen == (folder != null)) {
            throw new BadInput("either a folder for the whole graphs, or --chosen");
        }
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new BadInput(folder + " is no folder");
        }
        Layout layout = project.layout();
        try {
            var models = new RoleModels(layout, Manifest.read(layout));
            if (chosen) {
                new ChosenSteps(layout, out).write(models);
            } else {
                write(models);
            }
            return Status.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(RoleModels models) throws IOException {
        var kit = new KitFolder(folder);
        models.walk((entry, graph) -> out.printf("%-28s %-9s %,7d states %,9d steps %,11d octets%n", entry.name(), graph.role(),
                graph.graph().stateCount(), graph.graph().edgeCount(), kit.add(entry.name(), graph)));
        kit.close();
    }
}
