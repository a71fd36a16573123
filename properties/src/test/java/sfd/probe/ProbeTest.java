package sfd.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.peer.Askable;
import sfd.shell.Watch;

/** The probe against our own peers, which keep every clause that can be observed of them. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ProbeTest {

    /** Cases with a pause of their own, which say something only of who knows stateless recovery. */
    private static final Set<String> SLOW = Set.of("hint-to-recover", "denied", "confirmed");

    /** What every one of them has, by its daemon. */
    private static final List<String> OF_ALL = List.of("BASE-1.5-4", "BASE-2.6-3", "BASE-2.21.4-2", "BASE-2.21.4-3", "BASE-3.1-3",
            "BASE-3.2-1", "BASE-3.10-1", "QCD-4.5-6");

    /** What each is there for. */
    private static final Map<String, List<String>> OWN = Map.of(
            "maker", List.of("QCD-1.1-1", "QCD-3-1", "QCD-3-4", "QCD-4.1-1", "QCD-4.2-3", "QCD-4.3-1", "QCD-4.5-1", "QCD-5-1", "QCD-5-3",
                    "QCD-5-4", "QCD-9.2-1", "BASE-1.5-3", "BASE-1.5-1", "BASE-2.21.4-9"),
            "taker", List.of("QCD-3-2", "QCD-3-5", "QCD-3-7", "QCD-4.5-7", "BASE-2.21.4-4"),
            "baseline", List.of("BASE-1.5-1", "BASE-1.5-3", "BASE-2.21.4-4", "BASE-2.21.4-9"),
            "peerX", List.of("BASE-1.5-1", "BASE-1.5-3", "SIR-3.2.2-7", "SIR-3.2.2-8", "SIR-5-1", "SIR-6-2"),
            "peerY", List.of("SIR-3.2.2-9", "SIR-5-1"));

    /** After the dampening a Y asks, and believes what comes with its cookie. */
    private static final List<String> RECOVERING = List.of("SIR-3.2.2-4", "SIR-3.2.2-9", "SIR-3.2.2-11");

    @TempDir
    private static Path folder;

    private static final Map<String, Future<List<Judgement>>> JUDGED = new HashMap<>();
    private static final ExecutorService EACH = Executors.newCachedThreadPool();
    private static Future<List<Judgement>> recovering;

    /** All at once, for most of the time is waiting. */
    @BeforeAll
    static void ask() {
        recovering = EACH.submit(() -> {
            try (Askable peer = Askable.real("peerY", Files.createDirectory(folder.resolve("recovering")))) {
                return Asking.patiently(peer, "denied"::equals);
            }
        });
        OWN.forEach((role, own) -> JUDGED.put(role, EACH.submit(() -> {
            try (Askable peer = Askable.real(role, folder)) {
                return Asking.all(peer, id -> !SLOW.contains(id), it -> isAgainst(it) || it.verdict() == Verdict.UNOBSERVABLE && isWanted(it, own));
            }
        })));
    }

    @AfterAll
    static void end() {
        EACH.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"maker", "taker", "baseline", "peerX", "peerY"})
    void ourOwnPeersKeepWhatCanBeObserved(String role) throws Exception {
        List<Judgement> judged = JUDGED.get(role).get();
        assertEquals(List.of(), judged.stream().filter(ProbeTest::isAgainst).map(it -> it.id() + ": " + it.sentence()).toList());
        Set<String> met = judged.stream().filter(it -> it.verdict() == Verdict.MEETS).flatMap(it -> it.clauseIds().stream())
                .collect(Collectors.toSet());
        assertEquals(List.of(), Stream.of(OF_ALL, OWN.get(role)).flatMap(List::stream).filter(it -> !met.contains(it)).toList(),
                () -> role + " meets only " + met);
    }

    private static boolean isAgainst(Judgement it) {
        return it.verdict() == Verdict.BREAKS || it.verdict() == Verdict.DEPARTS;
    }

    /** It could have been about a clause that is wanted: one that failed for want of an answer says of none. */
    private static boolean isWanted(Judgement it, List<String> wanted) {
        return it.clauses().isEmpty() || it.clauseIds().stream().anyMatch(wanted::contains);
    }

    @Test
    void aPeerYAsksAndBelievesItsCookie() throws Exception {
        Judgement denied = recovering.get().getFirst();
        assertEquals(RECOVERING, denied.clauseIds(), denied.sentence());
        assertEquals(Verdict.MEETS, denied.verdict());
    }

    /** Silence is no virtue of who is not there. */
    @Test
    void nobodyKeepsNothing() throws Exception {
        int port;
        try (var free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<Judgement> judged = ask(port, 600, "keepalive", "unknown-response.plain-37-initiator-4500", "hint-unknown.child-spi", "liveness");
        assertEquals(Set.of(Verdict.UNOBSERVABLE), judged.stream().map(Judgement::verdict).collect(Collectors.toSet()));
    }

    @Test
    void noMoreIsSentThanAllowed() throws Exception {
        List<Judgement> judged = ask(9, 7, "burst", "keepalive");
        assertTrue(judged.getLast().sentence().contains("7 datagrams"), judged.getLast().sentence());
    }

    private static List<Judgement> ask(int port, int most, String... ids) throws IOException {
        var end = new Endpoint(Address.parse("127.0.0.1"), port);
        return new Probe(new Target(end.address(), end, end, Optional.empty()), new Probe.Options(10_000_000, most, 1_000,
                Set.of(ids)::contains), new Watch() { }, new SecureRandom()).run(judged -> { });
    }

    @Test
    void theReportHasTheFormOfItsSchema() throws Exception {
        try (Askable peer = Askable.real("maker", folder)) {
            List<Judgement> judged = Asking.all(peer, Set.of("presence", "unknown-request-again", "token-handed-out", "malformed.cut-off")::contains,
                    it -> false);
            var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SchemaLocation.of(
                    Path.of(System.getProperty("project.root"), "traces", "schemas", "probe.schema.json").toUri().toString()));
            String report = Report.of(Asking.target(peer), 20, judged).toString();
            assertEquals(List.of(), List.copyOf(schema.validate(report, InputFormat.JSON)));
            assertEquals(1, schema.validate(report.replace("\"meets\":", "\"keeps\":"), InputFormat.JSON).stream()
                    .filter(it -> it.getMessage().contains("keeps")).count());
        }
    }
}
