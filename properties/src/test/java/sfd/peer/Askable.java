package sfd.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import sfd.gateway.BadFileException;
import sfd.gateway.GatewayRole;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.VendorId;
import sfd.octets.Octets;
import sfd.sa.SaTable;
import sfd.sa.SpiHash;
import sfd.session.Identity;
import sfd.session.Key;
import sfd.session.Setup;
import sfd.shell.Daemon;
import sfd.shell.Shell;
import sfd.token.JdkDigest;
import sfd.token.Secret;
import sfd.token.Secrets;

/** A peer on loopback with a pre-shared key, in a thread of its own: as it is, or with a fault in it. */
public final class Askable implements AutoCloseable {

    public static final Octets KEY = Octets.hex("00112233445566778899aabbccddeeff");

    private static final Address HERE = Address.parse("127.0.0.1");
    private static final Octets SECRET = Octets.hex("ab".repeat(Secret.LENGTH));

    /** Of a tick: five seconds of dampening become one. */
    private static final long TICK_MILLIS = 20;

    private final List<Endpoint> ends;
    private final Runnable stop;
    private final Thread thread;

    private interface Serving {
        void serve() throws IOException;
    }

    private Askable(List<Endpoint> ends, Serving serving, Runnable stop, AutoCloseable closed) {
        this.ends = ends;
        this.stop = stop;
        thread = Thread.ofPlatform().start(() -> {
            try (closed) {
                serving.serve();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** The command {@code peer} in that role. */
    public static Askable real(String role, Path folder) throws IOException, BadFileException {
        boolean secrets = GatewayRole.named(role).hasSecrets(GatewayRole.named(role).defaults());
        Peer peer = Peer.open(new Peer.Options(role, HERE, List.of(0, 0), Optional.empty(),
                secrets ? Optional.of(kept(folder.resolve(role + ".secrets"), SECRET.toString())) : Optional.empty(), Optional.empty(),
                TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS), Optional.empty(), 0, new Peer.LineOptions(false, 50, 1),
                Optional.of(new Peer.Ike(kept(folder.resolve(role + ".psk"), "0x" + KEY), "peer.test", Optional.empty()))),
                new PrintStream(OutputStream.nullOutputStream()), warning -> {
            throw new AssertionError(warning);
        });
        return new Askable(peer.ends(), peer::serve, peer::stop, peer);
    }

    private static Path kept(Path file, String text) throws IOException {
        return Files.setPosixFilePermissions(Files.writeString(file, text + "\n"), PosixFilePermissions.fromString("rw-------"));
    }

    /** A gateway in that role and a daemon, both as they are, with something between them and the network. */
    public static Askable faulty(String role, UnaryOperator<Daemon> fault) throws IOException, BadFileException {
        GatewayRole named = GatewayRole.named(role);
        var random = new SecureRandom();
        var at = new Endpoint(HERE, 500);
        var service = new Served(named.start(named.defaults(), new JdkDigest(), new Secrets(List.of(Secret.of(1, SECRET))),
                new GatewayRole.Sas(SaTable.empty(new SpiHash(random.nextLong(), random.nextLong())), List.of())));
        Setup setup = Setup.hosts(at, at, Identity.fqdn("peer.test"), Identity.fqdn("anybody"), Key.of(KEY)).expecting(Optional.empty())
                .withExtra(named.isOfSir() ? List.of(VendorId.PAYLOAD) : List.of(), List.of());
        Daemon daemon = fault.apply(new IkeDaemon(setup, Key.of(SECRET), random));
        Shell shell = Shell.open(HERE, List.of(0, 0), service, daemon, List.of());
        return new Askable(shell.ends(), () -> shell.serve(System::nanoTime, TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS)), shell::stop, shell);
    }

    /** For IKE, and for IKE and ESP. */
    public List<Endpoint> ends() {
        return ends;
    }

    @Override
    public void close() throws InterruptedException {
        stop.run();
        thread.join();
    }
}
