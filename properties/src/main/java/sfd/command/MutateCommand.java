package sfd.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sfd.check.BadInput;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.Status;
import sfd.mutation.CodeMutants;
import sfd.mutation.SpecMutation;

/** The command line of {@link sfd.mutation}. */
@Command(name = "mutate", sortOptions = false,
        description = "Plants mutants of the spec's role modules, one change each, and says what notices each: a verdict or the size "
                + "of a role model, or a step that the Java does otherwise. Writes spec/survivors.json. Takes an hour or two for all "
                + "modules. With --sample it plants some and compares with the file: it ends with 3 if something differs.")
final class MutateCommand implements Callable<Integer> {

    @Option(names = "--module", paramLabel = "NAME", description = "Mutants of this module only; may be repeated.")
    private List<String> modules = new ArrayList<>();

    @Option(names = "--again", description = "Plants what survives and is not judged yet in all models, from end to end.")
    private boolean again;

    @Option(names = "--sample", paramLabel = "NUMBER", description = "So many of them only; the file stays as it is.")
    private Integer sample;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Which ones; by default the seed is 1.")
    private long seed = 1;

    @Option(names = "--reference", paramLabel = "FOLDER", description = "Takes what PIT left in this folder of mutants of the reference "
            + "into spec/code-mutants.json; plants nothing. properties/README.md says how PIT is run.")
    private Path reference;

    @Option(names = "--tries", paramLabel = "NUMBER", description = "With --reference: the tries of each property in that run.")
    private int tries;

    @Mixin
    private Help help;

    @Mixin
    private Project project;

    private final PrintStream out;

    MutateCommand(Streams streams) {
        this.out = streams.out();
    }

    @Override
    public Integer call() {
        List<String> chosen = modules.isEmpty() ? SpecMutation.modules() : modules;
        for (String module : chosen) {
            if (!SpecMutation.modules().contains(module)) {
                throw new BadInput("there are no mutants of " + module + ", only of " + String.join(", ", SpecMutation.modules()));
            }
        }
        Layout layout = project.layout();
        if (reference != null) {
            CodeMutants.KEPT.write(layout, CodeMutants.with(layout, reference, tries));
            return Status.DONE;
        }
        try (var mutation = new SpecMutation(layout, Manifest.read(layout))) {
            if (sample != null) {
                return mutation.sample(chosen, sample, seed, out) ? Status.DONE : Status.UNEXPECTED;
            }
            chosen.forEach(module -> {
                if (again) {
                    mutation.again(module, out);
                } else {
                    mutation.keep(module, out);
                }
            });
            return Status.DONE;
        }
    }
}
