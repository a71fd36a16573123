package sfd.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import sfd.catalogue.Catalogue;
import sfd.catalogue.Citations;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.Status;
import sfd.pages.Attacks;
import sfd.pages.Explanation;
import sfd.pages.Findings;
import sfd.pages.Mends;
import sfd.sensitivity.Ablation;

/** The command line of {@link Explanation}. */
@Command(name = "explain", sortOptions = false,
        description = "Says what stands behind an id: the rule of a clause, its level and section, the readings that decide "
                + "what it means, where spec and reference cite it, the findings that name it, and what comes out of "
                + "their models, with the shortest attack. Takes ids of clauses and readings as they stand in `because` and in "
                + "the sources, of findings, such as F21, of mends, such as M8, and names of models. Ends with 0, or with 4 for an unknown id.")
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private Help help;

    @Mixin
    private Project project;

    @Parameters(arity = "1", paramLabel = "ID", description = "Of a clause, a reading, a finding or a mend, or the name of a model.")
    private String id;

    private final Streams streams;

    ExplainCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Layout layout = project.layout();
        try {
            new Explanation(Catalogue.read(layout.root()), Citations.scan(layout.root()), Findings.read(layout), Mends.read(layout), Ablation.KEPT.read(layout),
                    new Attacks(layout, Manifest.read(layout)))
                    .lines(id).forEach(streams.out()::println);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Status.DONE;
    }
}
