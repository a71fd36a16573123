package sfd.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sfd.check.Status;
import sfd.gateway.BadFileException;
import sfd.lockstep.RoleFunctions;
import sfd.simulation.Campaign;
import sfd.simulation.Figures;
import sfd.simulation.Protocol;
import sfd.token.JdkDigest;

/** The command line of {@link Campaign}. */
@Command(name = "simulate", sortOptions = false,
        description = {
            "Simulates gateways with both roles of a proposal, several IKE SAs between each two, a network that loses, doubles, delays "
                    + "and parts, crashes anywhere, addresses and clocks that change, and an attacker; and looks at the claims of the "
                    + "specification in every step. The same options, the same run.",
            "Ends with 0 if all claims hold, 3 if one breaks: then it prints the run made small as a message sequence, and the command "
                    + "that does so again."})
final class SimulateCommand implements Callable<Integer> {

    private static final String ALL = "all";

    @Mixin
    private Help help;

    @Option(names = "--exchanges", paramLabel = "COUNT", defaultValue = "100000",
            description = "To be begun, of each protocol; ${DEFAULT-VALUE} if not given. The last run is made to its end.")
    private long exchanges;

    @Option(names = "--seed", paramLabel = "NUMBER", defaultValue = "1",
            description = "Of the first run, the others have the numbers behind it; ${DEFAULT-VALUE} if not given.")
    private long seed;

    @Option(names = "--protocol", paramLabel = "NAME", defaultValue = ALL, description = "qcd, sir, baseline, or all, if not given.")
    private String protocol;

    private final Streams streams;
    private final RoleFunctions roles;

    SimulateCommand(Streams streams) {
        this(streams, RoleFunctions.reference(new JdkDigest()));
    }

    /** @param roles the reference's own, or wrong ones */
    SimulateCommand(Streams streams, RoleFunctions roles) {
        this.streams = streams;
        this.roles = roles;
    }

    @Override
    public Integer call() throws BadFileException {
        if (exchanges < 1) {
            throw new BadFileException("--exchanges must be above 0");
        }
        boolean broken = false;
        for (Protocol it : protocols()) {
            broken |= simulate(it);
        }
        return broken ? Status.UNEXPECTED : Status.DONE;
    }

    private List<Protocol> protocols() throws BadFileException {
        Optional<Protocol> one = Protocol.of(protocol);
        if (one.isEmpty() && !protocol.equals(ALL)) {
            throw new BadFileException("--protocol is qcd, sir, baseline or all, not " + protocol);
        }
        return one.map(List::of).orElseGet(() -> Stream.of(Protocol.values()).toList());
    }

    private boolean simulate(Protocol it) {
        long begun = System.nanoTime();
        Campaign.Outcome outcome = Campaign.of(it, seed, roles, done -> done < exchanges);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Figures.lines(it, outcome.tally()).forEach(streams.out()::println);
        streams.out().println(String.format(Locale.ROOT, "  %,.1f s, %,.0f exchanges a second", seconds, outcome.tally().exchanges() / seconds));
        outcome.failure().ifPresent(failure -> Figures.lines(failure).forEach(streams.out()::println));
        return outcome.failure().isPresent();
    }
}
