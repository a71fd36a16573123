package sfd.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both directions with strongSwan's daemon, in two network namespaces. */
class StrongswanTest {

    private static final String GCM = "aes256gcm16-prfsha256-x25519";
    private static final String CBC = "aes256-sha256-x25519";
    private static final String BOTH = "AES_GCM_16_256,AES_CBC_256_HMAC_SHA2_256_128";

    @TempDir
    private Path folder;

    @BeforeEach
    void installed() {
        for (String program : List.of("ip", "charon-systemd", "swanctl", "ping")) {
            boolean there = Arrays.stream((System.getenv("PATH") + ":/usr/sbin").split(":"))
                    .anyMatch(it -> Path.of(it, program).toFile().canExecute());
            assumeTrue(there, program + " is not installed, so no SA is made with strongSwan");
        }
        assumeTrue("root".equals(System.getProperty("user.name")), "only root makes network namespaces, so no SA is made with strongSwan");
        String refused = Namespaces.refused();
        assumeTrue(refused.isEmpty(), () -> "there are no network namespaces here, so no SA is made with strongSwan: " + refused);
    }

    private static void userSpace() {
        assumeTrue(Path.of("/dev/net/tun").toFile().exists()
                && Path.of("/usr/lib/ipsec/plugins/libstrongswan-kernel-libipsec.so").toFile().exists(),
                "there is no /dev/net/tun or strongSwan has no ESP of its own (libcharon-extra-plugins), so no ESP goes to strongSwan");
    }

    /** Runs our peer beside a daemon. */
    private List<String> run(String role, Nat nat, String proposals, boolean userSpace) throws IOException, InterruptedException {
        try (Namespaces namespaces = new Namespaces(); Strongswan daemon = new Strongswan(folder, namespaces.theirs(), proposals, userSpace)) {
            String ping = "ip netns exec " + namespaces.theirs() + " ping -c 1 -W 5 -I " + LivePeer.THEIR_HOST + " " + LivePeer.OUR_HOST;
            Process peer = Namespaces.in(namespaces.ours(), List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), LivePeer.class.getName(), role,
                    nat.name(), BOTH, folder.resolve("session.json").toString(), daemon.control("--initiate --child net"),
                    daemon.control("--rekey --ike sfd"), daemon.control("--terminate --ike sfd"), ping))
                    .redirectErrorStream(true).start();
            List<String> lines = peer.inputReader().lines().toList();
            assertTrue(peer.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, peer.exitValue(), () -> String.join("\n", lines) + "\n" + logged(daemon));
            return lines;
        }
    }

    private static String logged(Strongswan daemon) {
        try {
            return daemon.logged();
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void weInitiateWithGcm() throws IOException, InterruptedException {
        List<String> lines = run("initiate", Nat.DETECT, GCM, false);
        // Whether there is a child SA is the kernel's word; the IKE SA stands without one.
        assertTrue(lines.getFirst().matches("established AES_GCM_16_256 500 children [01]"), lines.getFirst());
        assertEquals(List.of("token of the peer false", "asked and answered 1", "file read back", "alive []", "rekeyed by us", "alive []",
                "ended by us"), lines.subList(1, lines.size()));
    }

    @Test
    void weInitiateWithCbcAndNat() throws IOException, InterruptedException {
        userSpace();
        assertEquals(List.of("established AES_CBC_256_HMAC_SHA2_256_128 4500 children 1", "token of the peer false",
                "asked and answered 1", "file read back", "alive []", "echo 3", "rekeyed by us", "alive []", "ended by us"),
                run("initiate", Nat.FORCE, CBC, true));
    }

    @Test
    void itInitiates() throws IOException, InterruptedException {
        userSpace();
        assertEquals(List.of("established AES_GCM_16_256 4500 children 1", "token of the peer false", "asked and answered 1",
                "file read back", "alive []", "echo 3", "pinged 0", "rekeyed by the peer", "alive []", "ended by the peer"),
                run("respond", Nat.FORCE, GCM + "," + CBC, true));
    }
}
