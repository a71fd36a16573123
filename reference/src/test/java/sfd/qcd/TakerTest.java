package sfd.qcd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sfd.qcd.Peers.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sfd.ike.Framings;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Limiter;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;
import sfd.sa.Step;

/** The token taker, sentence by sentence. */
class TakerTest {

    private static final Effect GONE = new Effect.IkeSaDeleted(SPIS, Set.of(ALICES_CHILD));
    private static final Effect CHECKED =
            new Effect.SendProtected(SPIS, ExchangeTypes.INFORMATIONAL, false, List.of());

    /** QCD-3-7, QCD-3-9: the SA and its children go, nobody is told, and it does not matter who brought the token. */
    @Test
    void itsTokenEndsTheSaInSilence() {
        Step<TakerState> step = shown(POLICY, INVALID_IKE_SPI, token(1, SPIS));
        assertEquals(List.of(GONE), step.effects());
        assertEquals(0, step.next().sas().size());
        assertEquals(List.of(GONE), Taker.step(POLICY, DIGEST, aliceWithToken(),
                received(EVE, ALICE, CHECK.reply(), INVALID_IKE_SPI, token(1, SPIS))).effects());
    }

    /** QCD-4.5-7: the older text wants an empty response. */
    @Test
    void theOlderTextAnswers() {
        Policy older = with("text", Policy.Text.QCD_06);
        Step<TakerState> step = Taker.step(older, DIGEST, aliceWithToken(),
                received(BOB, ALICE, new IkeHeader(SPIS, 37, false, false, 7), INVALID_IKE_SPI, token(1, SPIS)));
        assertEquals(GONE, step.effects().getFirst());
        var send = (Effect.Send) step.effects().get(1);
        assertEquals(new IkeMessage(new IkeHeader(SPIS, 37, true, true, 7), List.of()),
                Wire.decode(Framings.of(4500), send.datagram()));
    }

    /** QCD-3-6, QCD-4.5-6, QCD-3-5, QCD-5-5: a token of another SA, of another secret, or with one octet changed proves nothing. */
    @Test
    void anotherTokenIsOnlyTheHintBesideIt() {
        Octets right = token(1, SPIS).data();
        byte[] almost = right.toArray();
        almost[31] ^= 1;
        for (Payload wrong : List.of(token(1, OTHER_SPIS), token(2, SPIS), token(Octets.of(almost)),
                token(right.slice(0, 16)), token(right.slice(16, 32)), token(Octets.concat(right, Octets.hex("00"))))) {
            Step<TakerState> step = shown(POLICY, INVALID_IKE_SPI, wrong);
            assertEquals(List.of(log(Judged.TOKEN_MISMATCH), CHECKED), step.effects());
            assertEquals(aliceWithToken().sas(), step.next().sas());
        }
    }

    /** QCD-4.5-3, QCD-4.5-4: any one of four is enough; the fifth is not looked at. */
    @Test
    void oneOfFourIsEnough() {
        for (int place = 0; place < 5; place++) {
            var payloads = new ArrayList<Payload>(List.of(INVALID_IKE_SPI));
            for (int i = 0; i < 5; i++) {
                payloads.add(i == place ? token(1, SPIS) : token(1, OTHER_SPIS));
            }
            Step<TakerState> step = shown(POLICY, payloads.toArray(Payload[]::new));
            assertEquals(place < 4, step.effects().contains(GONE), "place " + place);
        }
    }

    /** QCD-5-1, QCD-4.1-2: 16 to 128 octets are kept as a token, fewer or more are not. */
    @ParameterizedTest
    @ValueSource(ints = {15, 16, 128, 129})
    void theLengthOfATokenHasBounds(int length) {
        Payload token = token(Octets.hex("5a".repeat(length)));
        TakerState s = alice(POLICY, TakerState.INITIAL, halfOpen(BOB, true));
        Step<TakerState> step = Taker.step(POLICY, DIGEST, s, established(ALICES_CHILD, token));
        boolean fits = length == 16 || length == 128;
        assertEquals(fits ? List.of() : List.of(log(Judged.TOKEN_MALFORMED)), step.effects());
        assertEquals(fits ? 1 : 0, step.next().sas().get(SPIS).orElseThrow().tokens().size());
    }

    /** QCD-3-5: beside INVALID_SPI about a child SA that is not there any more the header still names the IKE SA. */
    @Test
    void theHeaderCountsBesideAnUnknownChild() {
        Payload unknown = new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_SPI, Octets.hex("00009999"));
        assertTrue(shown(POLICY, unknown, token(1, SPIS)).effects().contains(GONE));
        assertFalse(shown(POLICY, unknown, token(1, OTHER_SPIS)).effects().contains(GONE));
    }

    /** QCD-4.3-1: a token on the exchange that rekeys belongs to the successor, and does not replace that of the old SA. */
    @Test
    void aTokenOfTheSuccessorIsNotKeptForTheOldSa() {
        TakerState s = alice(POLICY, aliceWithToken(),
                new Event.Protected(SPIS, ExchangeTypes.CREATE_CHILD_SA, true, List.of(token(1, OTHER_SPIS))));
        assertEquals(aliceWithToken().sas().get(SPIS), s.sas().get(SPIS));
    }

    /** READING-2: the protocol ID is not looked at unless the policy is strict. */
    @Test
    void theProtocolIdIsIgnoredUnlessStrict() {
        Payload odd = new Payload.Notify(0, Octets.EMPTY, NotifyTypes.QUICK_CRASH_DETECTION, token(1, SPIS).data());
        assertTrue(shown(POLICY, odd).effects().contains(GONE));
        assertEquals(List.of(log(Judged.TOKEN_MALFORMED)), shown(with("strictProtocolId", true), odd).effects());
    }

    /** QCD-4.1-2: a token notification with an SPI is malformed. */
    @Test
    void aTokenWithAnSpiProvesNothing() {
        Payload odd = new Payload.Notify(1, Octets.hex("00000001"), NotifyTypes.QUICK_CRASH_DETECTION,
                token(1, SPIS).data());
        assertEquals(List.of(log(Judged.TOKEN_MALFORMED)), shown(POLICY, odd).effects());
    }

    /** QCD-8.2-3: beside INVALID_SPI the token is that of the child's IKE SA, whatever the header says. */
    @Test
    void theChildsSpiFindsTheIkeSa() {
        var hint = new IkeHeader(IkeSpis.NONE, ExchangeTypes.INFORMATIONAL, true, false, 0);
        Payload invalidSpi = new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_SPI, Octets.hex("37bb1d26"));
        Step<TakerState> step = Taker.step(POLICY, DIGEST, aliceWithToken(),
                received(BOB, ALICE, hint, invalidSpi, token(1, SPIS)));
        assertEquals(List.of(GONE), step.effects());
        assertTrue(step.because().contains("QCD-8.2-3"));
    }

    /** BASE-1.5-1: INVALID_SPI with other than four octets names no child; it is no hint. */
    @Test
    void anInvalidSpiWithoutAnSpiIsNoHint() {
        Payload odd = new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_SPI, Octets.hex("37bb1d"));
        assertEquals(List.of(log(Judged.NO_HINT)), shown(POLICY, odd).effects());
    }

    /** QCD-8.1-2: one source is limited, another one is not; beyond the sources told apart all share one limit. */
    @Test
    void comparisonsAreLimitedForEachSource() {
        Policy one = with("verifications", 1, "sources", 1);
        Event wrong = received(EVE, ALICE, CHECK.reply(), token(2, SPIS));
        TakerState s = alice(one, aliceWithToken(), wrong);
        assertEquals(List.of(log(Judged.VERIFICATIONS_LIMITED)), Taker.step(one, DIGEST, s, wrong).effects());
        Event right = received(BOB, ALICE, CHECK.reply(), token(1, SPIS));
        assertEquals(List.of(GONE), Taker.step(one, DIGEST, s, right).effects());
        TakerState shared = alice(one, s,
                received(new Endpoint(Address.parse("203.0.113.99"), 4500), ALICE, CHECK.reply(), token(2, SPIS)));
        assertEquals(List.of(log(Judged.VERIFICATIONS_LIMITED)), Taker.step(one, DIGEST, shared, right).effects());
        assertEquals(List.of(GONE), Taker.step(one, DIGEST, alice(one, shared, new Event.Tick()), right).effects());
    }

    /** QCD-8.1-2: a policy may set no limit; then nothing is counted either. */
    @Test
    void comparisonsMayBeUnlimited() {
        Policy unlimited = with("verifications", 0);
        Event wrong = received(EVE, ALICE, CHECK.reply(), token(2, SPIS));
        assertSame(Limiter.NONE, alice(unlimited, aliceWithToken(), wrong, wrong, wrong).verified());
        assertEquals(List.of(log(Judged.TOKEN_MISMATCH)),
                Taker.step(unlimited, DIGEST, alice(unlimited, aliceWithToken(), wrong, wrong), wrong).effects());
    }

    /** QCD-3-3: who is no taker ignores tokens; the hint stays a hint. */
    @Test
    void whoIsNoTakerOnlyChecks() {
        Policy policy = with("taker", false);
        assertEquals(List.of(CHECKED), shown(policy, INVALID_IKE_SPI, token(1, SPIS)).effects());
        // Under protection too, and said wherever a token was passed over.
        TakerState opened = alice(policy, TakerState.INITIAL, halfOpen(BOB, true));
        for (Step<TakerState> step : List.of(
                Taker.step(policy, DIGEST, opened, established(ALICES_CHILD, token(1, SPIS))),
                Taker.step(policy, DIGEST, aliceWithToken(), new Event.SaRekeyed(SPIS, OTHER_SPIS, true,
                        List.of(token(1, OTHER_SPIS)))),
                Taker.step(policy, DIGEST, aliceWithToken(), new Event.Protected(SPIS, ExchangeTypes.INFORMATIONAL, false,
                        List.of(token(2, SPIS)))))) {
            assertTrue(step.because().contains("QCD-3-3"), step.toString());
        }
        assertFalse(Taker.step(policy, DIGEST, opened, established(ALICES_CHILD)).because().contains("QCD-3-3"));
    }

    /** QCD-3-2, QCD-4.4-2, QCD-5-6: a token may come in any protected message; the newest is kept, or the newest few. */
    @Test
    void gratuitousTokensAreKept() {
        Event replaced = new Event.Protected(SPIS, ExchangeTypes.INFORMATIONAL, false, List.of(token(2, SPIS)));
        for (int kept = 1; kept <= 2; kept++) {
            Policy policy = with("tokensKept", kept);
            TakerState s = alice(policy, aliceWithToken(), replaced);
            assertTrue(shown(policy, s, token(2, SPIS)).effects().contains(GONE));
            assertEquals(kept == 2, shown(policy, s, token(1, SPIS)).effects().contains(GONE));
        }
    }

    /** BASE-2.6-1: news that the table refuses must not replace the token of the SA that is there. */
    @Test
    void aRefusedSaBringsNoToken() {
        TakerState s = aliceWithToken();
        Step<TakerState> step = Taker.step(POLICY, DIGEST, s, established(ALICES_CHILD, token(2, SPIS)));
        assertSame(s, step.next());
        assertEquals(List.of(log(Judged.IKE_SA_EXISTS)), step.effects());
    }

    private static Step<TakerState> shown(Policy policy, Payload... payloads) {
        return shown(policy, aliceWithToken(), payloads);
    }

    private static Step<TakerState> shown(Policy policy, TakerState s, Payload... payloads) {
        return Taker.step(policy, DIGEST, s, received(BOB, ALICE, CHECK.reply(), payloads));
    }
}
