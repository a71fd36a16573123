package sfd.peer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import sfd.alphabet.OneLine;
import sfd.gateway.BadFileException;
import sfd.gateway.GatewayRole;
import sfd.gateway.PolicyFile;
import sfd.gateway.SasFile;
import sfd.gateway.SecretsFile;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.VendorId;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.sa.SpiHash;
import sfd.session.Identity;
import sfd.session.Key;
import sfd.session.Setup;
import sfd.shell.Daemon;
import sfd.shell.PacketFile;
import sfd.shell.Shell;
import sfd.shell.Watch;
import sfd.token.JdkDigest;
import sfd.token.Secret;
import sfd.token.Secrets;

/**
 * The command {@code peer}: binds UDP ports, and answers and asks as the role says. A thread for each peer, with a digest of
 * its own; another one reads events, and one writes lines.
 */
public final class Peer implements AutoCloseable {

    private final Shell shell;
    private final Told told;
    private final LineWriter lines;
    private final Optional<PacketFile> capture;
    private final Optional<IkeDaemon> ike;
    private final Optional<Keeping> keeping;
    private final Options options;

    private Peer(Shell shell, Told told, LineWriter lines, Optional<PacketFile> capture, Optional<IkeDaemon> ike,
            Optional<Keeping> keeping, Options options) {
        this.shell = shell;
        this.told = told;
        this.lines = lines;
        this.capture = capture;
        this.ike = ike;
        this.keeping = keeping;
        this.options = options;
    }

    /**
     * What it is and where.
     *
     * @param role maker, taker, peerX, peerY or baseline
     * @param address one of this host's; not one that stands for all of them, for an SA has ends
     * @param ports where IKE arrives, usually 500, and where IKE and ESP do, usually 4500; 0 for one that the system chooses
     * @param policy file; without it the defaults of the role
     * @param secrets file, or the folder of a store, for a maker, peerX or peerY only
     * @param sas file; without it there are no SAs
     * @param tickNanos length of a tick in nanoseconds
     * @param capture file for what comes and goes, replaced if it is there
     * @param captureOctets in that file at most
     * @param lines how much is printed
     * @param ike to make IKE SAs; without it there are only those of the file, and nothing verifies
     */
    public record Options(String role, Address address, List<Integer> ports, Optional<Path> policy, Optional<Path> secrets,
            Optional<Path> sas, long tickNanos, Optional<Path> capture, long captureOctets, LineOptions lines, Optional<Ike> ike) {
    }

    /**
     * What IKE SAs are made with.
     *
     * @param psk file of the pre-shared key, alike at both ends
     * @param id a name, who this end says that it is
     * @param initiate the other end, if an IKE SA is to be made at once
     */
    public record Ike(Path psk, String id, Optional<Endpoint> initiate) {
    }

    /**
     * How much is printed.
     *
     * @param everyStep also steps that only name a reason
     * @param aSecond lines in a second at most
     * @param countsEvery seconds between two lines of counts
     */
    public record LineOptions(boolean everyStep, int aSecond, int countsEvery) {
    }

    /**
     * Reads the files and binds the ports; nothing is served before {@link #serve}.
     *
     * @param warn told of what is unwise, in one sentence
     * @throws BadFileException in one sentence, what cannot be used
     */
    public static Peer open(Options options, PrintStream out, Consumer<String> warn) throws BadFileException {
        GatewayRole role = GatewayRole.named(options.role());
        Policy policy = options.policy().isPresent() ? PolicyFile.read(options.policy().get(), role) : role.defaults();
        Optional<Keeping> keeping = keeping(options, role, policy, warn);
        try {
            return open(options, role, policy, keeping, out, warn);
        } catch (BadFileException e) {
            keeping.ifPresent(Keeping::close);
            throw e;
        }
    }

    private static Peer open(Options options, GatewayRole role, Policy policy, Optional<Keeping> keeping, PrintStream out,
            Consumer<String> warn) throws BadFileException {
        Secrets secrets = keeping.isPresent() ? keeping.get().secrets() : secrets(options, policy, warn);
        var random = new SecureRandom();
        var entries = new ArrayList<>(keeping.isPresent() ? keeping.get().lost() : List.of());
        entries.addAll(options.sas().isPresent() ? SasFile.read(options.sas().get(), role, policy) : List.of());
        var sas = new GatewayRole.Sas(SaTable.empty(new SpiHash(random.nextLong(), random.nextLong())), entries);
        var served = new Served(role.start(policy, new JdkDigest(), secrets, sas));
        Optional<PacketFile> capture = capture(options);
        var lines = new LineWriter(out);
        var told = new Told(lines, System::nanoTime, options.lines());
        var watches = new ArrayList<Watch>(List.of(told));
        capture.ifPresent(watches::addFirst);
        keeping.ifPresent(watches::add);
        Optional<IkeDaemon> ike = ike(options, role, random);
        try {
            Daemon daemon = ike.isPresent() ? ike.get() : Daemon.NONE;
            Shell shell = Shell.open(options.address(), options.ports(), served, daemon, watches);
            keeping.ifPresent(it -> it.keep(served));
            return new Peer(shell, told, lines, capture, ike, keeping, options);
        } catch (IOException e) {
            lines.close();
            throw new BadFileException(OneLine.of(e.getMessage()));
        }
    }

    private static Optional<IkeDaemon> ike(Options options, GatewayRole role, SecureRandom random) throws BadFileException {
        if (options.ike().isEmpty()) {
            return Optional.empty();
        }
        // The ends of each SA are those of its first message.
        var anywhere = new Endpoint(options.address(), Wire.IKE_PORT);
        Setup setup = Setup.hosts(anywhere, anywhere, Identity.fqdn(options.ike().get().id()), Identity.fqdn("anybody"),
                PskFile.read(options.ike().get().psk())).expecting(Optional.empty())
                .withExtra(role.isOfSir() ? List.of(VendorId.PAYLOAD) : List.of(), List.of());
        byte[] cookieKey = new byte[Secret.LENGTH];
        random.nextBytes(cookieKey);
        return Optional.of(new IkeDaemon(setup, Key.of(Octets.of(cookieKey)), random));
    }

    private static Optional<Keeping> keeping(Options options, GatewayRole role, Policy policy, Consumer<String> warn)
            throws BadFileException {
        if (options.secrets().isPresent() && !role.hasSecrets(policy)) {
            throw new BadFileException("--secrets is for a maker, peerX or peerY only");
        }
        return options.secrets().isPresent() ? Keeping.at(options.secrets().get(), role, policy, warn) : Optional.empty();
    }

    /** Makes a store with a first secret for the role, as far as they are not there yet. */
    public static void makeStore(Path folder, String role) throws BadFileException {
        Keeping.make(folder, GatewayRole.named(role));
    }

    private static Secrets secrets(Options options, Policy policy, Consumer<String> warn) throws BadFileException {
        if (options.secrets().isEmpty()) {
            return Secrets.NONE;
        }
        Secrets secrets = SecretsFile.read(options.secrets().get(), policy);
        SecretsFile.warning(options.secrets().get()).ifPresent(warn);
        return secrets;
    }

    private static Optional<PacketFile> capture(Options options) throws BadFileException {
        if (options.capture().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PacketFile(Files.newOutputStream(options.capture().get()), Peer::sinceEpoch,
                    options.captureOctets()));
        } catch (IOException e) {
            throw new BadFileException("the capture cannot be written: " + OneLine.of(e));
        }
    }

    private static long sinceEpoch() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000 + now.getNano();
    }

    /** Serves until {@link #stop}. */
    public void serve() throws IOException {
        ObjectNode started = told.line().put("peer", options.role());
        ArrayNode ends = started.putArray("ends");
        shell.ends().forEach(end -> ends.add(end.toString()));
        told.print(started.put("tickSeconds", options.tickNanos() / 1e9));
        if (ike.isPresent() && options.ike().get().initiate().isPresent()) {
            Endpoint peer = options.ike().get().initiate().get();
            Endpoint here = shell.ends().get(peer.port() == Wire.IKE_PORT ? 0 : 1);
            shell.send(ike.get().begin(here, peer));
        }
        shell.serve(System::nanoTime, options.tickNanos());
    }

    /** Our ends, in the order of the port numbers. */
    public List<Endpoint> ends() {
        return shell.ends();
    }

    /** Another event, from any thread. */
    public void tell(Event event) {
        shell.tell(event);
    }

    /** True if the secrets are in a store, so that none comes from elsewhere. */
    public boolean hasStore() {
        return keeping.isPresent();
    }

    /** A new generation of the secret in the store, from any thread, but one at a time. */
    public void roll() throws BadFileException {
        if (keeping.isPresent()) {
            tell(keeping.get().roll());
        }
    }

    /** Ends {@link #serve}, from any thread. */
    public void stop() {
        shell.stop();
    }

    /** Gives the ports back and prints the last line. */
    @Override
    public void close() throws IOException {
        shell.close();
        keeping.ifPresent(Keeping::close);
        ObjectNode stopped = told.line().put("stopped", true);
        told.putCounts(stopped);
        if (capture.isPresent()) {
            capture.get().close();
            stopped.put("leftOutOfCapture", capture.get().leftOut());
            capture.get().broken().ifPresent(why -> stopped.put("captureBroken", why));
        }
        told.print(stopped);
        lines.close();
    }
}
