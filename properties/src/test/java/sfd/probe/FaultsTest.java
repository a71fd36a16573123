package sfd.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sfd.ike.CheckSpi;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.Incoming;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.peer.Askable;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.shell.Daemon.Turn;

/** Peers with one fault each: the probe finds it and names the clause. Without them {@link ProbeTest} finds nothing. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FaultsTest {

    private static final Payload HINT = new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_IKE_SPI, Octets.EMPTY);
    private static final Random RANDOM = new Random(7);

    private static Payload token(int length) {
        return new Payload.Notify(1, Octets.EMPTY, NotifyTypes.QUICK_CRASH_DETECTION, random(length));
    }

    private static Octets random(int length) {
        byte[] octets = new byte[length];
        RANDOM.nextBytes(octets);
        return Octets.of(octets);
    }

    private enum Planted {
        ANOTHER_TOKEN_EACH_TIME("maker", "unknown-request-again", Verdict.BREAKS, "QCD-1.1-1",
                (between, event, turn) -> Between.data(turn, NotifyTypes.QUICK_CRASH_DETECTION, it -> random(it.length()))),
        ANOTHER_TOKEN_THAN_HANDED_OUT("maker", "token-after-delete", Verdict.BREAKS, "QCD-5-3",
                (between, event, turn) -> Between.data(turn, NotifyTypes.QUICK_CRASH_DETECTION, it -> it.slice(0, it.length() - 1))),
        ONE_TOKEN_FOR_ALL("maker", "tokens-differ", Verdict.BREAKS, "QCD-5-4",
                (between, event, turn) -> Between.data(turn, NotifyTypes.QUICK_CRASH_DETECTION, it -> Octets.of(new byte[it.length()]))),
        TOKEN_OF_8_OCTETS("maker", "unknown-request.37-initiator-7-500", Verdict.BREAKS, "QCD-5-1",
                (between, event, turn) -> Between.data(turn, NotifyTypes.QUICK_CRASH_DETECTION, it -> it.slice(0, 8))),
        TOKEN_WITHOUT_HINT("maker", "unknown-request.37-initiator-7-500", Verdict.DEPARTS, "QCD-4.5-1",
                (between, event, turn) -> Between.answers(turn, it -> new IkeMessage(it.header(),
                        it.payloads().stream().filter(payload -> !payload.equals(HINT)).toList()))),
        TOKEN_OF_A_LIVING_SA("maker", "wrong-integrity", Verdict.BREAKS, "QCD-9.2-1",
                (between, event, turn) -> Between.message(event).filter(it -> it.endsEncrypted() && between.isLive(it)).isPresent()
                        ? Between.answering(turn, event, HINT, token(32)) : turn),
        TOKEN_OF_A_HALF_OPEN_SA("maker", "half-open", Verdict.BREAKS, "QCD-9.2-1",
                (between, event, turn) -> turn.send().isEmpty()
                        && Between.message(event).filter(it -> it.endsEncrypted() && it.header().messageId() == 2).isPresent()
                        ? Between.answering(turn, event, HINT, token(32)) : turn),
        ANSWERS_A_RESPONSE("maker", "unknown-response.encrypted-37-initiator-500", Verdict.BREAKS, "BASE-1.5-4",
                (between, event, turn) -> Between.message(event).filter(it -> it.header().response() && it.endsEncrypted()).isPresent()
                        ? Between.answering(turn, event, HINT) : turn),
        ANOTHER_MESSAGE_ID("maker", "unknown-request.37-initiator-7-500", Verdict.BREAKS, "BASE-1.5-3",
                (between, event, turn) -> Between.headers(turn, it -> new IkeHeader(it.spis(), it.exchange(), it.initiator(), it.response(), 0))),
        ANOTHER_EXCHANGE("baseline", "unknown-request.36-initiator-7-500", Verdict.BREAKS, "BASE-1.5-3",
                (between, event, turn) -> Between.headers(turn, it ->
                        new IkeHeader(it.spis(), ExchangeTypes.INFORMATIONAL, it.initiator(), it.response(), it.messageId()))),
        NO_RESPONSE_FLAG("baseline", "unknown-request.37-initiator-7-500", Verdict.BREAKS, "BASE-1.5-3",
                (between, event, turn) -> Between.headers(turn, it -> new IkeHeader(it.spis(), it.exchange(), it.initiator(), false, it.messageId()))),
        INITIATOR_FLAG_COPIED("baseline", "unknown-request.37-responder-0-500", Verdict.BREAKS, "BASE-3.1-3",
                (between, event, turn) -> Between.headers(turn, it -> new IkeHeader(it.spis(), it.exchange(), false, it.response(), it.messageId()))),
        AMPLIFIES("maker", "amplification", Verdict.DEPARTS, "BASE-2.21.4-9",
                (between, event, turn) -> Between.answers(turn, it -> new IkeMessage(it.header(),
                        List.of(HINT, token(32), token(32), token(32), token(32))))),
        ENDED_BY_A_WRONG_TOKEN("taker", "wrong-token.stranger", Verdict.BREAKS, "QCD-3-5",
                (between, event, turn) -> ended(between, event, turn, NotifyTypes.QUICK_CRASH_DETECTION)),
        ENDED_BY_A_HINT("baseline", "hint.ike-spi", Verdict.BREAKS, "BASE-2.21.4-3",
                (between, event, turn) -> ended(between, event, turn, NotifyTypes.INVALID_IKE_SPI)),
        A_HINT_ANSWERED("taker", "hint.ike-spi", Verdict.BREAKS, "BASE-2.21.4-2",
                (between, event, turn) -> Between.message(event).filter(it -> !it.notifies(NotifyTypes.INVALID_IKE_SPI).isEmpty()).isPresent()
                        ? Between.answering(turn, event, HINT) : turn),
        A_TOKEN_THAT_VERIFIED_ANSWERED("taker", "right-token.peer", Verdict.BREAKS, "QCD-4.5-7",
                (between, event, turn) -> Between.message(event).filter(it -> !it.notifies(NotifyTypes.QUICK_CRASH_DETECTION).isEmpty()).isPresent()
                        ? Between.answering(turn, event) : turn),
        AN_ACK_WITHOUT_COOKIE_ANSWERED("peerY", "verdict-unknown.ack-without-cookie", Verdict.BREAKS, "SIR-3.2.2-9",
                (between, event, turn) -> Between.message(event).filter(it -> !it.notifies(NotifyTypes.CHECK_SPI).isEmpty()).isPresent()
                        ? Between.answering(turn, event, HINT) : turn),
        A_LIVING_SA_DENIED("peerX", "query-live.peer", Verdict.BREAKS, "SIR-3.2.2-7",
                (between, event, turn) -> Between.data(turn, NotifyTypes.CHECK_SPI,
                        it -> Octets.concat(Octets.of((byte) CheckSpi.Subtype.NACK.ordinal()), it.slice(1, it.length())))),
        COOKIE_NOT_REFLECTED("peerX", "query-ike-spi", Verdict.DEPARTS, "SIR-3.2.2-8",
                (between, event, turn) -> Between.data(turn, NotifyTypes.CHECK_SPI,
                        it -> Octets.concat(it.slice(0, it.length() - 1), Octets.of((byte) ~it.at(it.length() - 1))))),
        RESERVED_BITS_REFUSED("baseline", "tolerated.flags", Verdict.BREAKS, "BASE-3.1-3",
                (between, event, turn) -> event instanceof Event.Received it && it.datagram().length() > 24 && it.datagram().at(4 + 19) == 0xDF
                        ? new Turn(List.of(), List.of()) : turn),
        MALFORMED_ANSWERED("baseline", "malformed.octets-behind", Verdict.DEPARTS, "BASE-3.1-4",
                (between, event, turn) -> event instanceof Event.Received it && it.datagram().length() > 28
                        && Wire.decode(it.framing(), it.datagram()) instanceof Incoming.Malformed
                        ? new Turn(List.of(new Effect.Send(it.to(), it.from(), Wire.encode(it.framing(),
                                new IkeMessage(Wire.header(it.datagram(), 4).reply(), List.of(HINT))))), List.of()) : turn),
        AN_UNKNOWN_PAYLOAD_REFUSED("baseline", "unknown-payload", Verdict.BREAKS, "BASE-3.2-1",
                (between, event, turn) -> Between.message(event).filter(it -> it.payloads().stream().anyMatch(payload -> payload.payloadType() == 200))
                        .isPresent() ? new Turn(List.of(), List.of()) : turn);

        private final String role;
        private final String asked;
        private final Verdict verdict;
        private final String clause;
        private final Between.Fault fault;

        Planted(String role, String asked, Verdict verdict, String clause, Between.Fault fault) {
            this.role = role;
            this.asked = asked;
            this.verdict = verdict;
            this.clause = clause;
            this.fault = fault;
        }

        private static Turn ended(Between between, Event event, Turn turn, int notify) {
            return Between.message(event).filter(it -> between.isLive(it) && !it.notifies(notify).isEmpty())
                    .map(it -> Between.telling(turn, new Event.SaClosed(it.header().spis()))).orElse(turn);
        }
    }

    @ParameterizedTest
    @EnumSource
    void itIsFoundAndTheClauseNamed(Planted planted) throws Exception {
        try (Askable peer = Askable.faulty(planted.role, daemon -> new Between(daemon, planted.fault))) {
            Judgement spoiled = Asking.all(peer, planted.asked::equals, it -> it.verdict() != planted.verdict).getFirst();
            assertEquals(planted.verdict, spoiled.verdict(), spoiled.sentence());
            assertTrue(spoiled.clauseIds().contains(planted.clause), spoiled.sentence());
        }
    }
}
