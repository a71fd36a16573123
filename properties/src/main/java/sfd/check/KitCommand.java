package sfd.check;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sfd.kit.FirstSteps;
import sfd.kit.StepsFile;
import sfd.lockstep.RoleGraph;
import sfd.token.BouncyDigest;
import sfd.traces.tlc.Progress;
import sfd.traces.tlc.Walk;

@Command(name = "kit", sortOptions = false, description = "x")
final class KitCommand implements Callable<Integer> {
    @Mixin
    private Help help;
    @Mixin
    private Project project;
    private final PrintStream out;

    KitCommand(Streams streams) {
        this.out = streams.out();
    }

    @Override
    public Integer call() throws IOException {
        Layout layout = project.layout();
        Manifest manifest = Manifest.read(layout);
        var first = new FirstSteps();
        Path folder = Files.createDirectories(layout.root().resolve("traces/kit/steps"));
        for (Entry entry : manifest.models()) {
            if (entry.temporal() || entry.world() != null) continue;
            RoleGraph graph;
            try (Walk walk = Walk.open(entry.model(layout))) {
                About about = About.of(walk);
                if (!about.isRole() || !about.clausesOff().isEmpty()) continue;
                graph = new RoleGraph(walk.run(Progress.NONE).graph(), about.roles(), about.policies(), new BouncyDigest());
            }
            int[] steps = first.of(graph);
            out.println(entry.name() + " " + graph.role() + " " + steps.length);
            if (steps.length > 0) {
                try (Writer w = Files.newBufferedWriter(folder.resolve(entry.name() + ".steps.jsonl"))) {
                    new StepsFile(entry.name(), graph).write(steps, w);
                }
            }
        }
        return Status.DONE;
    }
}
