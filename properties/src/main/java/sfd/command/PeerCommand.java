package sfd.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sfd.alphabet.BadLineException;
import sfd.alphabet.EndpointText;
import sfd.alphabet.EventLine;
import sfd.alphabet.OneLine;
import sfd.check.Status;
import sfd.gateway.BadFileException;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.peer.Peer;
import sfd.sa.Event;

/** The command line of {@link Peer}. */
@Command(name = "peer", sortOptions = false,
        description = {
            "A gateway in one of the roles, on UDP: it answers and asks as the reference says, until it is stopped. One JSON line "
                    + "for each step in which it did something; all else is counted.",
            "On the standard input it takes other events, as answer does: {\"event\":\"TrafficDue\",\"spiI\":...}. The end of "
                    + "the input does not stop it.",
            "Ends with 0 when it is stopped, 4 for a file, an option or a port that cannot be used."})
final class PeerCommand implements Callable<Integer> {

    @Mixin
    private Help help;

    @Parameters(paramLabel = "ROLE",
            description = "maker or taker of tokens, peerX or peerY of stateless recovery, or baseline: IKEv2 alone.")
    private String role;

    @Option(names = "--address", paramLabel = "ADDRESS", defaultValue = "127.0.0.1",
            description = "Where it listens, one of this host's own; ${DEFAULT-VALUE} if not given.")
    private String address;

    @Option(names = "--ports", paramLabel = "PORT", split = ",", defaultValue = "500,4500",
            description = "Two UDP ports, that for IKE and that for IKE and ESP; ${DEFAULT-VALUE} if not given, 0 for one that "
                    + "the system chooses.")
    private List<Integer> ports;

    @Option(names = "--policy", paramLabel = "FILE",
            description = "A JSON object with those fields of the policy that differ from the role's defaults.")
    private Path policy;

    @Option(names = "--secrets", paramLabel = "FILE",
            description = "The secrets for tokens or cookies: the folder of a store, which only its owner may use, or a file with "
                    + "one a line as 64 hexadecimal digits, newest first. In a store a maker's map of child SAs is kept too.")
    private Path secrets;

    @Option(names = "--make-store", description = "Makes the store at --secrets, with a first secret, if there is none yet. "
            + "Without this that is an error: a disk that is not there must not be taken for a first start.")
    private boolean makeStore;

    @Option(names = "--roll-every", paramLabel = "SECONDS", description = "A new secret so often, kept in the store before it is "
            + "used; as many earlier ones stay as the policy's generations say.")
    private Long rollEvery;

    @Option(names = "--sas", paramLabel = "FILE", description = "The IKE SAs of the gateway, a JSON array.")
    private Path sas;

    @Option(names = "--psk", paramLabel = "FILE", description = "A pre-shared key, to make IKE SAs with whoever has it too: the "
            + "first line as text, or behind 0x as hexadecimal digits. Without it nothing that is encrypted is understood.")
    private Path psk;

    @Option(names = "--id", paramLabel = "NAME", defaultValue = "peer.test", description = "Who this end says that it is; "
            + "${DEFAULT-VALUE} if not given.")
    private String id;

    @Option(names = "--initiate", paramLabel = "ADDRESS:PORT", description = "Makes an IKE SA with this end at once.")
    private String initiate;

    @Option(names = "--tick-millis", paramLabel = "MILLIS", defaultValue = "100",
            description = "Length of a tick, to which all limits of the policy refer; ${DEFAULT-VALUE} if not given.")
    private long tickMillis;

    @Option(names = "--capture", paramLabel = "FILE", description = "A pcap of what comes and goes.")
    private Path capture;

    @Option(names = "--capture-octets", paramLabel = "OCTETS", defaultValue = "67108864",
            description = "In it at most; ${DEFAULT-VALUE} if not given.")
    private long captureOctets;

    @Option(names = "--every-step", description = "A line also for steps that only name a reason.")
    private boolean everyStep;

    @Option(names = "--lines-a-second", paramLabel = "LINES", defaultValue = "50",
            description = "At most, what is more is counted; ${DEFAULT-VALUE} if not given.")
    private int linesASecond;

    @Option(names = "--counts-every", paramLabel = "SECONDS", defaultValue = "10",
            description = "Between two lines of counts; ${DEFAULT-VALUE} if not given.")
    private int countsEvery;

    @Option(names = "--for", paramLabel = "SECONDS", description = "Stops by itself after so long.")
    private Long seconds;

    private final Streams streams;

    PeerCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws BadFileException, IOException {
        var ended = new CountDownLatch(1);
        require(secrets != null || !makeStore, "--make-store needs --secrets");
        if (makeStore) {
            Peer.makeStore(secrets, role);
        }
        try (Peer peer = Peer.open(options(), streams.out(), this::warn)) {
            var hook = new Thread(() -> {
                peer.stop();
                await(ended);
            });
            Runtime.getRuntime().addShutdownHook(hook);
            Thread.ofPlatform().daemon().name("events").start(() -> events(peer));
            require(rollEvery == null || peer.hasStore() && rollEvery > 0, "--roll-every must be above 0, and needs a store");
            if (rollEvery != null) {
                Thread.ofPlatform().daemon().name("rollover").start(() -> roll(peer));
            }
            if (seconds != null) {
                Thread.ofPlatform().daemon().name("end").start(() -> stopLater(peer));
            }
            peer.serve();
        } finally {
            ended.countDown();
        }
        return Status.DONE;
    }

    private Peer.Options options() throws BadFileException {
        require(tickMillis > 0, "--tick-millis must be above 0");
        require(ports.size() == 2, "--ports needs two, with a comma between");
        require(ports.stream().allMatch(port -> port >= 0 && port <= 0xFFFF), "--ports must be 0 to 65535");
        require(linesASecond >= 0 && countsEvery > 0, "--lines-a-second must not be below 0, and --counts-every above it");
        require(seconds == null || seconds >= 0, "--for must not be below 0");
        return new Peer.Options(role, own(address), ports, Optional.ofNullable(policy), Optional.ofNullable(secrets),
                Optional.ofNullable(sas), TimeUnit.MILLISECONDS.toNanos(tickMillis), Optional.ofNullable(capture), captureOctets,
                new Peer.LineOptions(everyStep, linesASecond, countsEvery), ike());
    }

    private Optional<Peer.Ike> ike() throws BadFileException {
        require(psk != null || initiate == null, "--initiate needs --psk");
        require(!id.isEmpty() && id.chars().allMatch(it -> it > ' ' && it <= '~'), "--id must be a name in ASCII");
        return psk == null ? Optional.empty() : Optional.of(new Peer.Ike(psk, id, initiate == null ? Optional.empty() : Optional.of(end())));
    }

    private Endpoint end() throws BadFileException {
        try {
            Endpoint end = EndpointText.parse("--initiate ", initiate);
            require(end.port() != Endpoint.NO_UDP, "--initiate needs a port too");
            return end;
        } catch (BadLineException e) {
            throw new BadFileException(e.getMessage());
        }
    }

    private static Address own(String text) throws BadFileException {
        Address address;
        try {
            address = Address.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadFileException("--address needs an address like 192.0.2.1 or 2001:db8::1");
        }
        require(!address.equals(Address.parse("0.0.0.0")) && !address.equals(Address.parse("::")),
                "--address must be one address: an IKE SA has ends");
        return address;
    }

    private static void require(boolean met, String sentence) throws BadFileException {
        if (!met) {
            throw new BadFileException(sentence);
        }
    }

    /** A line that is no event is said and passed over. */
    private void events(Peer peer) {
        try (var lines = new Scanner(streams.in(), StandardCharsets.ISO_8859_1)) {
            for (int number = 1; lines.hasNextLine(); number++) {
                String line = lines.nextLine();
                if (!line.isBlank()) {
                    try {
                        Event event = EventLine.parse(line).event();
                        if (event instanceof Event.SecretRolled && peer.hasStore()) {
                            warn("line " + number + ": the secrets are those of the store, and --roll-every makes new ones");
                        } else {
                            peer.tell(event);
                        }
                    } catch (BadLineException e) {
                        warn("line " + number + ": " + e.getMessage());
                    }
                }
            }
        }
    }

    /** What cannot be kept is not used; it is tried again when the next is due. */
    private void roll(Peer peer) {
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(rollEvery);
                try {
                    peer.roll();
                } catch (BadFileException e) {
                    warn("the secret is not rolled over: " + e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopLater(Peer peer) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
            peer.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch ended) {
        try {
            ended.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void warn(String sentence) {
        streams.err().println("peer: " + OneLine.of(sentence));
    }
}
