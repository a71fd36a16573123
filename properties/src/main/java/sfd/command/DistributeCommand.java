package sfd.command;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sfd.check.BadInput;
import sfd.check.Entry;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.Result;
import sfd.check.Status;
import sfd.check.WorldConfiguration;
import sfd.traces.distributed.Coordinator;
import sfd.traces.distributed.Searched;
import sfd.traces.distributed.Worker;
import sfd.worlds.RoleConfiguration;

/** The command line of a search by more machines than one. */
@Command(name = "distribute", sortOptions = false,
        description = {
            "Searches a system model with TLC's own distributed mode: this is the coordinator, and on each further machine "
                    + "`sfd distribute --join ADDRESS` is a worker. Judges the invariants that are expected to hold, for what fails would end "
                    + "the search, and properties of steps TLC judges there on some steps only. Says whether they hold and as many states were "
                    + "found as the manifest has.",
            "Whoever reaches the port can make coordinator and workers run what he likes: use a network for this alone. Without "
                    + "--address it is loopback.",
            "Ends with 0 if so, 3 if not, 4 for input that cannot be used."})
final class DistributeCommand implements Callable<Integer> {

    @Mixin
    private Help help;

    @Mixin
    private Project project;

    @Parameters(arity = "0..1", paramLabel = "MODEL", description = "Of spec/manifest.json, with a world and nothing temporal.")
    private String model;

    @Option(names = "--join", paramLabel = "ADDRESS", description = "In place of a model: works for the coordinator there.")
    private String coordinator;

    @Option(names = "--address", paramLabel = "ADDRESS", defaultValue = "127.0.0.1",
            description = "At which to listen, and which the others reach; ${DEFAULT-VALUE} if not given.")
    private String address;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "10997", description = "Of the coordinator; ${DEFAULT-VALUE} if not given.")
    private int port;

    @Option(names = "--workers", paramLabel = "COUNT", defaultValue = "0",
            description = "To start here too, each with a thread for each core; ${DEFAULT-VALUE} if not given.")
    private int workers;

    private final Streams streams;

    DistributeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if ((model == null) == (coordinator == null)) {
            throw new BadInput("either MODEL or --join ADDRESS");
        }
        if (port < 1 || port > 65_535 || workers < 0 || workers > 64) {
            throw new BadInput("--port is a number from 1 to 65535, --workers from 0 to 64");
        }
        requireLocal(address);
        return coordinator == null ? search() : work();
    }

    private static void requireLocal(String address) {
        try {
            if (NetworkInterface.getByInetAddress(InetAddress.getByName(address)) == null) {
                throw new BadInput("--address: " + address + " is none of this machine's");
            }
        } catch (UnknownHostException | SocketException e) {
            throw new BadInput("--address: there is no " + address);
        }
    }

    private int work() {
        try (Worker worker = Worker.start(address, coordinator, port)) {
            return worker.work(streams.out()::println) ? Status.DONE : Status.UNEXPECTED;
        }
    }

    private int search() {
        Layout layout = project.layout();
        Entry entry = Manifest.read(layout).get(model);
        if (entry.world() == null || entry.temporal()) {
            throw new BadInput(model + " is no system model, or is temporal: TLC's distributed mode takes neither fairness nor one role's policies");
        }
        // TLC's workers judge an action property on those steps only that lead to a state not yet seen.
        List<String> holding = entry.expected().entrySet().stream().filter(it -> it.getValue().result() == Result.HOLDS)
                .map(Map.Entry::getKey).filter(RoleConfiguration::isInvariant).toList();
        String config = new WorldConfiguration(entry.world(), entry.off(), false, holding).text();
        List<Worker> started = new ArrayList<>();
        try (Coordinator search = Coordinator.start(entry.model(layout), config, address, port)) {
            IntStream.range(0, workers).forEach(it -> started.add(Worker.start(address, address, port)));
            Searched found = search.search(streams.out()::println);
            boolean same = found.complete() && found.distinct() == entry.states();
            streams.out().println(found.complete()
                    ? "%s: %s hold; %,d states, expected %,d".formatted(model, String.join(", ", holding), found.distinct(), entry.states())
                    : model + ": the search came to no end, or something is violated");
            return same ? Status.DONE : Status.UNEXPECTED;
        } finally {
            started.forEach(Worker::close);
        }
    }
}
