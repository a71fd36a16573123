package sfd.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sfd.check.BadInput;
import sfd.check.Layout;
import sfd.check.Status;
import sfd.draw.Sequence;
import sfd.sampling.Sampled;
import sfd.sampling.Sampler;

/** The command line of {@link Sampler}. */
@Command(name = "sample", sortOptions = false,
        description = {
            "Takes behaviours by chance through worlds that are too large to be searched, those of spec/sampled.json: in each state on the "
                    + "way all that may happen is judged, and what a role does is replayed on the Java. No proof of anything, and kept apart "
                    + "from what is.",
            "Ends with 0 if nothing is violated and nothing differs, 3 if not, and draws the first such behaviour."})
final class SampleCommand implements Callable<Integer> {

    @Mixin
    private Help help;

    @Mixin
    private Project project;

    @Option(names = "--world", paramLabel = "NAME", description = "Of spec/sampled.json; may be repeated. Without it all.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--behaviours", paramLabel = "COUNT", defaultValue = "100", description = "Of each world; ${DEFAULT-VALUE} if not given.")
    private int behaviours;

    @Option(names = "--keep", description = "Keeps what comes out in spec/sampled.json.")
    private boolean keep;

    private final Streams streams;

    SampleCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (behaviours < 1) {
            throw new BadInput("--behaviours must be above 0");
        }
        Layout layout = project.layout();
        List<Sampled.Large> worlds = Sampled.KEPT.read(layout).worlds();
        for (String name : names) {
            if (worlds.stream().noneMatch(it -> it.name().equals(name))) {
                throw new BadInput("spec/sampled.json has no world " + name);
            }
        }
        boolean clean = true;
        List<Sampled.Large> after = new ArrayList<>();
        for (Sampled.Large world : worlds) {
            if (!names.isEmpty() && !names.contains(world.name())) {
                after.add(world);
                continue;
            }
            Sampler.Sample sample = new Sampler(layout).sample(world, behaviours);
            clean &= print(world, sample);
            after.add(world.with(sample.found()));
        }
        if (keep) {
            Sampled.KEPT.write(layout, new Sampled(after));
        }
        return clean ? Status.DONE : Status.UNEXPECTED;
    }

    private boolean print(Sampled.Large world, Sampler.Sample sample) {
        Sampled.Found found = sample.found();
        streams.out().printf("%s: %,d behaviours of at most %d steps, %,d states, %,d transitions, %,d replayed, %,d mismatches; reached %s; "
                        + "violated %s%n", world.name(), found.behaviours(), found.longest(), found.states(), found.transitions(), found.replayed(),
                found.mismatches(), found.reached(), found.violated());
        sample.violations().stream().filter(it -> !it.property().startsWith("Reach")).findFirst().ifPresent(it -> {
            streams.out().println(it.property() + " by seed " + it.seed() + ":");
            Sequence.lines(it.trace()).forEach(streams.out()::println);
        });
        return found.violated().isEmpty() && found.mismatches() == 0;
    }
}
