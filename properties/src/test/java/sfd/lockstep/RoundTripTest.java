package sfd.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import sfd.ike.IkeSpis;
import sfd.ike.Incoming;
import sfd.ike.Reason;
import sfd.ike.Wire;
import sfd.sa.Event;
import sfd.sa.IkeSa;
import sfd.sa.Policy;
import sfd.token.JdkDigest;
import sfd.traces.value.Value;

/** Model to Java and back is the identity, and what is in neither is refused. */
class RoundTripTest {

    private final Concretise concretise = new Concretise(new JdkDigest());
    private final Abstract inverse = new Abstract(concretise);

    private static Value record(Object... fields) {
        var record = new TreeMap<String, Value>();
        for (int i = 0; i < fields.length; i += 2) {
            record.put((String) fields[i], switch (fields[i + 1]) {
                case Value value -> value;
                case String text -> Value.of(text);
                case Integer number -> Value.of(number);
                case Boolean bool -> Value.of(bool);
                default -> throw new IllegalArgumentException();
            });
        }
        return Value.record(record);
    }

    private static Value endpoint(String address, int port) {
        return record("address", address, "port", port);
    }

    private static Value token(String address, String octets) {
        return record("secret", 2, "spis", 1, "address", address, "octets", octets);
    }

    private static Value notify(Value token, int protocol, int spiSize) {
        return record("type", "N", "notify", "QCD_TOKEN", "protocol", protocol, "spiSize", spiSize, "token", token);
    }

    private static Value payloads() {
        return Value.seq(record("type", "OTHER"), record("type", "N", "notify", "INVALID_IKE_SPI"),
                record("type", "N", "notify", "INVALID_SPI", "spi", "zz"),
                record("type", "N", "notify", "INITIAL_CONTACT"),
                notify(token("any", "all"), 1, 0), notify(token("A2", "all"), 0, 4), notify(token("any", "first16"), 1, 0),
                notify(token("any", "first15"), 1, 0), notify(token("any", "one-more"), 1, 0),
                notify(token("any", "too-long"), 1, 0),
                record("type", "V"),
                record("type", "N", "notify", "COOKIE", "cookie", cookie(0, endpoint("", 0), endpoint("A", 4500), "all")),
                checkSpi("QUERY", 2, "", cookie(2, endpoint("A", 4500), endpoint("B", 500), "all")),
                checkSpi("NACK", 1, "", cookie(1, endpoint("A", 4500), endpoint("B", 500), "first8")),
                checkSpi("ACK", 1, "", NO_COOKIE), checkSpi("ACK", 0, "b1", NO_COOKIE),
                checkSpi("LONE", 0, "", cookie(0, endpoint("", 0), endpoint("E", 4500), "all")),
                record("type", "N", "notify", "CHECK_SPI", "subtype", "BROKEN", "flaw", "cookie-size"),
                record("type", "N", "notify", "CHECK_SPI", "subtype", "BROKEN", "flaw", "subtype"),
                record("type", "N", "notify", "CHECK_SPI", "subtype", "BROKEN", "flaw", "spi-size"),
                record("type", "N", "notify", "CHECK_SPI", "subtype", "BROKEN", "flaw", "short"));
    }

    private static final Value NO_COOKIE = record("secret", 0, "spis", 0, "from", endpoint("", 0), "to", endpoint("", 0),
            "octets", "none");

    private static Value cookie(int spis, Value from, Value to, String octets) {
        return record("secret", 1, "spis", spis, "from", from, "to", to, "octets", octets);
    }

    private static Value checkSpi(String subtype, int spis, String child, Value cookie) {
        return record("type", "N", "notify", "CHECK_SPI", "subtype", subtype, "spis", spis, "child", child,
                "cookie", cookie);
    }

    private static Value ike(int spis, Value payloads) {
        return record("kind", "ike", "spis", spis, "exchange", "CREATE_CHILD_SA", "initiator", true, "response", false,
                "id", 7, "payloads", payloads);
    }

    private static Value received(int port, Value message) {
        return record("type", "Received", "from", endpoint("E", port == 0 ? 0 : 4500), "to", endpoint("B2", port), "message", message);
    }

    private static Value children() {
        return Value.set(record("in", "b1", "out", "a1"), record("in", "b2", "out", "a2"));
    }

    static Stream<Value> events() {
        return Stream.of(
                received(4500, ike(1, payloads())),
                received(500, ike(0, Value.seq(record("type", "SK")))),
                received(500, ike(0, Value.seq(record("type", "SKF", "number", 2, "total", 3)))),
                received(4500, record("kind", "esp", "spi", "a1")),
                received(0, record("kind", "esp", "spi", "b2")),
                received(0, record("kind", "ah", "spi", "b2")),
                received(4500, record("kind", "keepalive")),
                record("type", "Protected", "spis", 2, "exchange", "INFORMATIONAL", "response", true, "payloads", payloads()),
                record("type", "ProtectedEsp", "spi", "b1"),
                record("type", "SaHalfOpen", "spis", 1, "here", endpoint("B", 500), "peer", endpoint("A", 4501), "initiator", false),
                record("type", "SaEstablished", "spis", 1, "identity", "alice", "children", children(),
                        "payloads", payloads()),
                record("type", "SaRekeyed", "old", 1, "new", 2, "initiator", true, "payloads", Value.seq()),
                record("type", "SaImported", "spis", 1, "here", endpoint("B", 500), "peer", endpoint("A", 500),
                        "initiator", true, "identity", "bob", "children", children(),
                        "secret", 3),
                record("type", "SaClosed", "spis", 1),
                record("type", "SaForgotten", "spis", 9),
                record("type", "AddressChanged", "spis", 1, "here", endpoint("B", 500), "peer", endpoint("A2", 4500),
                        "cause", "nat"),
                record("type", "ChildSaCreated", "spis", 1, "child", record("in", "b3", "out", "a3")),
                record("type", "ChildSaClosed", "spis", 1, "spi", "b3"),
                record("type", "SecretRolled", "secret", 4),
                record("type", "Rebooted", "secrets", Value.seq(Value.of(2), Value.of(1))),
                record("type", "ActiveElsewhere", "spis", 1, "active", true),
                record("type", "TrafficDue", "spis", 1),
                record("type", "SaReplaced", "old", 1, "new", 2),
                record("type", "SaNotReplaced", "spis", 1),
                record("type", "ResumptionAsked", "from", endpoint("A", 4500), "to", endpoint("B", 500), "under", 2, "spis", 1,
                        "initiator", true, "id", 3, "ticket", "refused", "own", NO_COOKIE,
                        "cookie", cookie(1, endpoint("A", 4500), endpoint("B", 500), "all")),
                record("type", "Tick"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void eventsComeBack(Value event) {
        assertEquals(event, inverse.event(concretise.event(event)));
    }

    @Test
    void everyKindOfEventIsAmongThem() {
        List<Class<?>> kinds = events().<Class<?>>map(event -> concretise.event(event).getClass()).distinct().toList();
        assertEquals(Stream.of(Event.class.getPermittedSubclasses())
                .flatMap(it -> it.isInterface() ? Arrays.stream(it.getPermittedSubclasses()) : Stream.of(it)).count(), kinds.size());
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void malformedOctetsAreRefusedForTheirReason(Reason reason) {
        Value event = received(reason == Reason.AH_TOO_SHORT ? 0 : 4500, record("kind", "malformed", "reason", reason.name()));
        Event.Received received = (Event.Received) concretise.event(event);
        assertEquals(reason, ((Incoming.Malformed) Wire.decode(received.framing(), received.datagram())).reason());
        assertEquals(event, inverse.event(received));
    }

    @Test
    void effectsComeBackInTheirOrder() {
        Value effects = Value.seq(
                record("type", "Log", "reason", "TOKEN_MISMATCH"),
                record("type", "Log", "reason", "TRAILING_OCTETS"),
                record("type", "Send", "from", endpoint("B", 500), "to", endpoint("A", 4500), "message", ike(1, payloads())),
                record("type", "SendProtected", "spis", 1, "exchange", "IKE_AUTH", "response", true, "payloads", payloads()),
                record("type", "Retransmit", "spis", 1),
                record("type", "IkeSaDeleted", "spis", 1, "children", children()),
                record("type", "ChildSaDeleted", "spis", 1, "child", record("in", "b1", "out", "a1")),
                record("type", "Initiate", "replaces", 1, "from", endpoint("A", 500), "to", endpoint("B", 500), "payloads", payloads()),
                record("type", "Accept", "from", endpoint("A", 4500), "payloads", payloads()));
        assertEquals(effects, inverse.effects(concretise.effects(effects)));
        assertNotEquals(effects, inverse.effects(concretise.effects(effects).reversed()));
    }

    private static Value table() {
        Value sa = record("phase", "established", "here", endpoint("B", 4500), "peer", endpoint("A", 4500), "initiator", true,
                "identity", "alice", "children", children(),
                "tokens", Value.seq(token("any", "all"), token("any", "one-more")), "secret", 2);
        Value half = record("phase", "half-open", "here", endpoint("B", 500), "peer", endpoint("A2", 4501), "initiator", false,
                "identity", "nobody",
                "children", Value.set(), "tokens", Value.seq(), "secret", 0);
        return Value.function(Map.of(Value.of(1), sa, Value.of(2), half));
    }

    private static TreeMap<String, Value> liveness() {
        return new TreeMap<>(Map.of("sas", table(),
                "checks", Value.function(Map.of(Value.of(2), record("sent", 2, "age", 1))),
                "hinted", Value.of(1), "heard", Value.set(Value.of(1), Value.of(2))));
    }

    @Test
    void statesComeBack() {
        var roles = new Roles(concretise.messages(), RoleFunctions.reference(new JdkDigest()));
        Value policy = Policies.abstraction(Policy.RFC6290);
        Value maker = record("sas", table(), "answered", 2, "answeredTo", counts(),
                "reported", Value.function(Map.of(Value.of(2), Value.of(1))), "secrets", Value.seq(Value.of(3), Value.of(1)),
                "elsewhere", Value.set(Value.of(2)), "childMap", Value.function(Map.of(Value.of("b1"), Value.of(1), Value.of("b2"), Value.of(7))));
        assertSame(maker, roles.role("maker", policy));
        assertSame(Value.record(liveness()), roles.role("baseline", policy));
        TreeMap<String, Value> taker = liveness();
        taker.put("verified", counts());
        assertSame(Value.record(taker), roles.role("taker", policy));
        Value peerX = record("sas", table(), "answered", 2, "answeredTo", counts(),
                "reported", Value.function(Map.of(Value.of(1), Value.of(2))), "told", 1, "verified", counts(), "offered", counts(), "secrets", Value.seq(Value.of(3), Value.of(1)),
                "elsewhere", Value.set(List.of(Value.of(1))),
                "lingering", Value.function(Map.of(Value.of("b1"), Value.of(2))));
        assertSame(peerX, roles.role("peerX", policy));
        TreeMap<String, Value> peerY = liveness();
        peerY.put("secrets", Value.seq(Value.of(1)));
        peerY.put("able", Value.set(Value.of(1)));
        peerY.put("verified", counts());
        peerY.put("asked", Value.function(Map.of(Value.of("B"), Value.of(1), Value.of("others"), Value.of(2))));
        peerY.put("damped", Value.function(Map.of(Value.of("bob"), Value.of(2))));
        peerY.put("recoveries", Value.function(Map.of(Value.of(1), record("wait", 1, "cookie",
                cookie(0, endpoint("", 0), endpoint("A", 4500), "all"), "sure", true), Value.of(2), record("wait", 0, "cookie", NO_COOKIE, "sure", false))));
        assertSame(Value.record(peerY), roles.role("peerY", policy));
    }

    private static Value counts() {
        return Value.function(Map.of(Value.of("E"), Value.of(2), Value.of("others"), Value.of(1)));
    }

    private static <S> void assertSame(Value state, Role<S> role) {
        assertEquals(state, role.abstraction().apply(role.concretise().apply(state)));
    }

    @Test
    void policiesComeBack() {
        for (Policy policy : List.of(Policy.RFC6290, Policy.BASELINE)) {
            assertEquals(policy, Policies.concretise(Policies.abstraction(policy)));
        }
        assertEquals(Policy.class.getRecordComponents().length, Policies.abstraction(Policy.RFC6290).entries().size());
    }

    /** A field that the records of both sides gain must be added here too. */
    @Test
    void theModelSeesEveryFieldOfAnSa() {
        // The two halves of its name are not among them: that is what the table has it under.
        assertEquals(IkeSa.class.getRecordComponents().length - 2,
                table().entries().get(Value.of(1)).entries().size());
    }

    @Test
    void whatOneSideDoesNotHaveIsRefused() {
        assertThrows(NotInModelException.class, () -> concretise.event(record("type", "Rejected")));
        assertThrows(NotInModelException.class, () -> Names.address("Z"));
        assertThrows(NotInModelException.class, () -> inverse.event(
                new Event.SaClosed(new IkeSpis(1, 2))));
        assertThrows(NotInModelException.class, () -> inverse.event(new Event.ProtectedEsp(5)));
        Event unknownToken = new Concretise(new JdkDigest()).event(received(4500, ike(1, payloads())));
        assertThrows(NotInModelException.class, () -> inverse.event(unknownToken));
    }
}
