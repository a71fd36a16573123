package sfd.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sfd.check.Status;
import sfd.flood.FloodRun;
import sfd.gateway.BadFileException;

/** The command line of {@link FloodRun}. */
@Command(name = "flood", sortOptions = false,
        description = {
            "Floods a maker of ours on loopback with requests about SAs that it does not have, and a plain UDP echo with the same; an "
                    + "honest peer asks meanwhile. Prints both and their ratio: times of one machine at one moment say little else.",
            "Ends with 0 if every honest request was answered in the end, the memory stayed flat and no line was printed for a packet, "
                    + "3 if not."})
final class FloodCommand implements Callable<Integer> {

    @Mixin
    private Help help;

    @Option(names = "--datagrams", paramLabel = "COUNT", defaultValue = "1000000", description = "Of each flood; ${DEFAULT-VALUE} if not given.")
    private long datagrams;

    @Option(names = "--per-second", paramLabel = "COUNT", defaultValue = "0", description = "At most; 0, if not given, for as fast as it goes.")
    private long perSecond;

    private final Streams streams;

    FloodCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws BadFileException, IOException, InterruptedException {
        if (datagrams < 1 || perSecond < 0) {
            throw new BadFileException("--datagrams must be above 0, and --per-second not below");
        }
        return FloodRun.run(Sfd.class.getName(), datagrams, perSecond, streams.out()) ? Status.DONE : Status.UNEXPECTED;
    }
}
