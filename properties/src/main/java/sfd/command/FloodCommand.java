package sfd.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sfd.check.Status;
import sfd.flood.FloodRun;
import sfd.flood.roles.Plan;
import sfd.flood.roles.Results;
import sfd.flood.roles.RoleFloods;
import sfd.gateway.BadFileException;

/** The command line of {@link FloodRun}. */
@Command(name = "flood", sortOptions = false,
        description = {
            "Floods a maker of ours on loopback with requests about SAs that it does not have, and a plain UDP echo with the same; an "
                    + "honest peer asks meanwhile. Prints both and their ratio: times of one machine at one moment say little else.",
            "With --roles no sockets: datagrams of every kind, from 10^6 sources, go into the steps of the roles, each with 10^5 IKE SAs, "
                    + "without the draw and with it. Memory, work within the limits, how long honest peers wait, and how often they are "
                    + "drawn, beside what the formula says. Pictures and results in target/flood.",
            "Ends with 0 if every honest request was answered in the end, the memory stayed flat and no line was printed for a packet; "
                    + "with --roles, if memory and work stayed within their bounds and the formula within those of what was "
                    + "measured. 3 if not."})
final class FloodCommand implements Callable<Integer> {

    private static final long DATAGRAMS = 1_000_000;
    private static final long AT_ROLES = 10_000_000;

    @Mixin
    private Help help;

    @Mixin
    private Project project;

    @Option(names = "--datagrams", paramLabel = "COUNT", description = "Of each flood; 1000000 if not given, with --roles 10000000.")
    private Long datagrams;

    @Option(names = "--per-second", paramLabel = "COUNT", defaultValue = "0", description = "At most; 0, if not given, for as fast as it goes.")
    private long perSecond;

    @Option(names = "--roles", description = "At the roles themselves, in this process.")
    private boolean roles;

    @Option(names = "--quick", description = "With --roles: 10^4 IKE SAs, one rate, fewer draws; --datagrams plays no part.")
    private boolean quick;

    @Option(names = "--kind", paramLabel = "ID", description = "With --roles: this kind only; may be repeated.")
    private List<String> kinds = new ArrayList<>();

    @Option(names = "--keep", description = "With --roles: keeps the results in properties/flood/results.json, which the page's table is "
            + "made from (with check --documents); those of other kinds stay.")
    private boolean keep;

    private final Streams streams;

    FloodCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws BadFileException, IOException, InterruptedException {
        if (datagrams != null && datagrams < 1 || perSecond < 0) {
            throw new BadFileException("--datagrams must be above 0, and --per-second not below");
        }
        if (!roles && (quick || keep || !kinds.isEmpty()) || roles && perSecond > 0) {
            throw new BadFileException("--quick, --kind and --keep are for --roles, and --per-second is not");
        }
        if (roles) {
            return status(atRoles());
        }
        return FloodRun.run(Sfd.class.getName(), datagrams == null ? DATAGRAMS : datagrams, perSecond, streams.out())
                ? Status.DONE : Status.UNEXPECTED;
    }

    /** How a flood at the roles ends. */
    static int status(Results results) {
        return results.broken().isEmpty() ? Status.DONE : Status.UNEXPECTED;
    }

    private Results atRoles() throws BadFileException {
        for (String kind : kinds) {
            if (!RoleFloods.ids().contains(kind)) {
                throw new BadFileException("there is no kind " + kind + ", only " + String.join(", ", RoleFloods.ids()));
            }
        }
        Path root = project.layout().root();
        Results results = RoleFloods.run(root, "java -jar properties/target/sfd.jar flood --roles" + (quick ? " --quick" : "")
                        + (datagrams == null ? "" : " --datagrams " + datagrams),
                quick ? Plan.QUICK : Plan.of(datagrams == null ? AT_ROLES : datagrams), kinds, streams.out());
        if (keep) {
            RoleFloods.keep(root, results);
        }
        return results;
    }
}
