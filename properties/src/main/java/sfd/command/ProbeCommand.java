package sfd.command;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sfd.alphabet.OneLine;
import sfd.check.Status;
import sfd.gateway.BadFileException;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.octets.Octets;
import sfd.peer.PskFile;
import sfd.probe.Judgement;
import sfd.probe.Neighbourhood;
import sfd.probe.Probe;
import sfd.probe.Report;
import sfd.probe.Target;
import sfd.probe.Verdict;
import sfd.session.Identity;
import sfd.shell.PacketFile;
import sfd.shell.Watch;

/** The command line of {@link Probe}. */
@Command(name = "probe", sortOptions = false,
        description = {
            "Asks an IKEv2 implementation at an address what a stranger can ask or, with a pre-shared key, a peer; and says of each "
                    + "reaction which clauses it meets, breaks (a MUST), departs from (a weaker word, or a rule of this project), "
                    + "or leaves unobservable. One line a case.",
            "Only for what is yours: it opens IKE SAs there, sends what is malformed, and shows what an attacker could do.",
            "Ends with 0 if nothing is broken, 3 if some clause is, 4 for an address, a file or an option that cannot be used."})
final class ProbeCommand implements Callable<Integer> {

    private static final long CAPTURE_OCTETS = 1 << 26;

    @Mixin
    private Help help;

    @Parameters(paramLabel = "HOST", description = "Address or name of the implementation.")
    private String host;

    @Option(names = "--psk", paramLabel = "FILE", description = "A pre-shared key, to make IKE SAs with: the first line as text, or "
            + "behind 0x as hexadecimal digits. Without it only what a stranger can ask is asked.")
    private Path psk;

    @Option(names = "--id", paramLabel = "NAME", defaultValue = "probe.test", description = "Who this end says that it is, a name or "
            + "an address; ${DEFAULT-VALUE} if not given.")
    private String id;

    @Option(names = "--ports", paramLabel = "PORT", split = ",", defaultValue = "500,4500",
            description = "Its UDP ports, that for IKE and that for IKE and ESP; ${DEFAULT-VALUE} if not given.")
    private List<Integer> ports;

    @Option(names = "--from", paramLabel = "ADDRESS", description = "Our address; by default the one that the way there has.")
    private String from;

    @Option(names = "--wait-millis", paramLabel = "MILLIS", defaultValue = "700",
            description = "For an answer; ${DEFAULT-VALUE} if not given.")
    private long waitMillis;

    @Option(names = "--only", paramLabel = "ID", description = "Only this case, or these variants of one; may be given again.")
    private List<String> only;

    @Option(names = "--at-most", paramLabel = "DATAGRAMS", defaultValue = "600",
            description = "Sent in all; ${DEFAULT-VALUE} if not given. What then is left is not asked.")
    private int most;

    @Option(names = "--a-second", paramLabel = "DATAGRAMS", defaultValue = "20",
            description = "Sent at most, but for one burst of 50; ${DEFAULT-VALUE} if not given.")
    private int aSecond;

    @Option(names = "--anywhere", description = "Also an address that is neither this host's nor of a private network.")
    private boolean anywhere;

    @Option(names = "--capture", paramLabel = "FILE", description = "A pcap of all that comes and goes.")
    private Path capture;

    @Option(names = "--json", paramLabel = "FILE", description = "All that was asked, came and was judged.")
    private Path json;

    private final Streams streams;

    ProbeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws BadFileException {
        require(ports.size() == 2 && ports.stream().allMatch(port -> port > 0 && port <= 0xFFFF), "--ports needs two of 1 to 65535");
        require(waitMillis > 0 && most > 0 && aSecond > 0, "--wait-millis, --at-most and --a-second must be above 0");
        require(only == null || only.stream().allMatch(it -> Probe.ids().stream().anyMatch(known -> isOf(it, known))),
                "--only must be one of " + Probe.ids().stream().map(it -> it.split("\\.")[0]).distinct().collect(Collectors.joining(", ")));
        Target target = target();
        writable();
        var options = new Probe.Options(TimeUnit.MILLISECONDS.toNanos(waitMillis), most, aSecond,
                it -> only == null || only.stream().anyMatch(wanted -> isOf(wanted, it)));
        try (PacketFile packets = capture == null ? null : new PacketFile(Files.newOutputStream(capture), ProbeCommand::sinceEpoch, CAPTURE_OCTETS)) {
            var probe = new Probe(target, options, packets == null ? new Watch() { } : packets, new SecureRandom());
            List<Judgement> judged = probe.run(this::print);
            streams.out().println(Stream.of(Verdict.values())
                    .map(it -> it + " " + judged.stream().filter(one -> one.verdict() == it).count()).collect(Collectors.joining(", "))
                    + "; " + judged.size() + " cases, " + probe.sent() + " datagrams to " + target.ike() + " and " + target.shared());
            if (json != null) {
                Files.writeString(json, Report.of(target, probe.sent(), judged).toPrettyString() + "\n");
            }
            return judged.stream().anyMatch(it -> it.verdict() == Verdict.BREAKS) ? Status.UNEXPECTED : Status.DONE;
        } catch (BindException e) {
            throw new BadFileException("nothing can be sent from " + target.here() + ": " + e.getMessage());
        } catch (IOException e) {
            throw new BadFileException(OneLine.of(e));
        }
    }

    /** Before anything is asked: what was found cannot be kept otherwise. */
    private void writable() throws BadFileException {
        try {
            if (json != null) {
                Files.newOutputStream(json, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
            }
        } catch (IOException e) {
            throw new BadFileException(OneLine.of(e));
        }
    }

    private static boolean isOf(String wanted, String id) {
        return id.equals(wanted) || id.startsWith(wanted + ".");
    }

    private void print(Judgement it) {
        streams.out().printf(Locale.ROOT, "%-12s %-38s %s%s%n", it.verdict(), it.id(),
                it.clauses().isEmpty() ? "" : String.join(" ", it.clauseIds()) + ": ", it.sentence());
    }

    private Target target() throws BadFileException {
        Address there = address("HOST", host);
        require(anywhere || Neighbourhood.holds(there),
                there + " is neither this host's nor of a private network; --anywhere asks it all the same");
        Address here = from == null ? way(there) : address("--from", from);
        require(here.octets().length() == there.octets().length(), "--from must be of the same kind as HOST, IPv4 or IPv6");
        require(!id.isEmpty() && id.chars().allMatch(it -> it > ' ' && it <= '~'), "--id must be a name in ASCII");
        return new Target(here, new Endpoint(there, ports.get(0)), new Endpoint(there, ports.get(1)),
                psk == null ? Optional.empty() : Optional.of(new Target.Credentials(PskFile.read(psk), identity())));
    }

    private Identity identity() {
        try {
            return Identity.address(Address.parse(id));
        } catch (IllegalArgumentException isName) {
            return Identity.fqdn(id);
        }
    }

    private static Address address(String what, String text) throws BadFileException {
        try {
            return new Address(Octets.of(InetAddress.getByName(text).getAddress()));
        } catch (UnknownHostException e) {
            throw new BadFileException(what + ": " + text + " is no address, and no name that is known");
        }
    }

    /** The address of ours that packets there have: asked of the system, nothing is sent. */
    private static Address way(Address there) throws BadFileException {
        try (var socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(there.octets().toArray()), 9));
            return new Address(Octets.of(socket.getLocalAddress().getAddress()));
        } catch (SocketException | UnknownHostException | java.io.UncheckedIOException e) {
            throw new BadFileException("there is no way to " + there + ": " + e.getMessage());
        }
    }

    private static long sinceEpoch() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000 + now.getNano();
    }

    private static void require(boolean met, String sentence) throws BadFileException {
        if (!met) {
            throw new BadFileException(sentence);
        }
    }
}
