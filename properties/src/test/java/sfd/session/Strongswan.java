package sfd.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** strongSwan's daemon in a network namespace, with files of its own. */
final class Strongswan implements AutoCloseable {

    private final Path folder;
    private final Process daemon;

    /**
     * @param proposals of IKE, in strongSwan's words
     * @param userSpace ESP is the daemon's own work, always in UDP: some kernels have the table of SAs, but no ESP
     */
    Strongswan(Path folder, String namespace, String proposals, boolean userSpace) throws IOException, InterruptedException {
        this.folder = folder;
        Path configuration = Files.writeString(folder.resolve("strongswan.conf"), """
                charon-systemd {
                    load = random nonce aes sha1 sha2 hmac kdf gcm openssl curve25519%s kernel-netlink socket-default vici updown
                    plugins { vici { socket = %s } }
                    filelog { log { path = %s, default = 1, ike = 2, flush_line = yes } }
                    journal { default = -1 }
                }
                """.replace(", ", "\n").formatted(userSpace ? " kernel-libipsec" : "", uri(), log()));
        Path connections = Files.writeString(folder.resolve("swanctl.conf"), """
                connections {
                    sfd {
                        version = 2
                        local_addrs = %s
                        remote_addrs = %s
                        proposals = %s
                        dpd_delay = 1s
                        local { auth = psk, id = bob.example }
                        remote { auth = psk, id = alice.example }
                        children { net { local_ts = %s/32, remote_ts = %s/32, esp_proposals = aes256gcm16 } }
                    }
                }
                secrets { ike { id-1 = alice.example, id-2 = bob.example, secret = "a secret of both" } }
                """.replace(", ", "\n").formatted(LivePeer.THERE, LivePeer.HERE, proposals, LivePeer.THEIR_HOST, LivePeer.OUR_HOST));
        ProcessBuilder builder = Namespaces.in(namespace, List.of("charon-systemd"));
        builder.environment().put("STRONGSWAN_CONF", configuration.toString());
        daemon = builder.redirectErrorStream(true).redirectOutput(folder.resolve("charon.out").toFile()).start();
        for (int i = 0; i < 100 && !Files.exists(folder.resolve("vici")); i++) {
            Thread.sleep(50);
        }
        Process load = new ProcessBuilder(("swanctl --load-all --uri " + uri() + " --file " + connections).split(" "))
                .redirectErrorStream(true).redirectOutput(folder.resolve("swanctl.out").toFile()).start();
        if (!load.waitFor(10, TimeUnit.SECONDS) || load.exitValue() != 0) {
            close();
            throw new IOException("swanctl: " + Files.readString(folder.resolve("swanctl.out")));
        }
    }

    private String uri() {
        return "unix://" + folder.resolve("vici");
    }

    private Path log() {
        return folder.resolve("charon.log");
    }

    /** What the daemon logged so far. */
    String logged() throws IOException {
        return Files.readString(log());
    }

    /** A command that controls the daemon. */
    String control(String words) {
        return "swanctl " + words + " --uri " + uri();
    }

    @Override
    public void close() {
        daemon.destroy();
        try {
            if (!daemon.waitFor(10, TimeUnit.SECONDS)) {
                daemon.destroyForcibly();
            }
        } catch (InterruptedException e) {
            daemon.destroyForcibly();
        }
    }
}
