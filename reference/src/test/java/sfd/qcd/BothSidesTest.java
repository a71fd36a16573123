package sfd.qcd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sfd.qcd.Peers.*;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason.Judged;
import sfd.sa.Step;
import sfd.token.TokenMethod;

/** What maker and taker do for each other, sentence by sentence; and what neither may conclude. */
class BothSidesTest {

    private static final MakerState BOB_WITH_SECRET = MakerState.initial(secrets(1));
    private static final Event.Received REQUEST = received(ALICE, BOB, CHECK, SK);

    /** QCD-1.1-1, QCD-5-3, QCD-5.1-1: what Bob shows after the crash is what he gave before it, and it ends the SA at Alice. */
    @Test
    void theTokenShownIsTheTokenGiven() {
        Step<MakerState> given = Maker.step(POLICY, DIGEST, bob(POLICY, BOB_WITH_SECRET, halfOpen(ALICE, false)),
                established(BOBS_CHILD));
        List<Payload> payloads = ((Effect.SendProtected) given.effects().getFirst()).payloads();
        TakerState alice = alice(POLICY, TakerState.INITIAL, halfOpen(BOB, true),
                established(ALICES_CHILD, payloads.getFirst()));
        MakerState rebooted = bob(POLICY, given.next(), new Event.Rebooted(secrets(1)));
        var shown = (Effect.Send) Maker.step(POLICY, DIGEST, rebooted, REQUEST).effects().getFirst();
        assertEquals(List.of(new Effect.IkeSaDeleted(SPIS, Set.of(ALICES_CHILD))),
                Taker.step(POLICY, DIGEST, alice, new Event.Received(shown.from(), shown.to(), shown.datagram()))
                        .effects());
    }

    /** QCD-6-1: a member with the same secret shows the same token, though it never had the SA. */
    @Test
    void aStandbyShowsTheSameToken() {
        assertEquals(token(1, SPIS), tokenOf(onlySent(Maker.step(POLICY, DIGEST, BOB_WITH_SECRET, REQUEST))));
    }

    /** QCD-4.2-4: Alice, who gave no token, crashes; Bob learns it by giving up only. */
    @Test
    void onlyTheMakersCrashShows() {
        IkeMessage answer = onlySent(Maker.step(with("maker", false), DIGEST, BOB_WITH_SECRET, REQUEST));
        assertEquals(List.of(INVALID_IKE_SPI), answer.payloads());
    }

    /** QCD-4.2-1: no token in IKE_AUTH, none in an INFORMATIONAL: nothing is concluded and nothing logged. */
    @Test
    void noTokenIsNoSign() {
        Step<TakerState> step = Taker.step(POLICY, DIGEST,
                alice(POLICY, TakerState.INITIAL, halfOpen(BOB, true)), established(ALICES_CHILD));
        assertEquals(List.of(), step.effects());
        assertTrue(step.next().sas().isEstablished(SPIS));
        assertEquals(aliceWithToken(), alice(POLICY, aliceWithToken(),
                new Event.Protected(SPIS, ExchangeTypes.INFORMATIONAL, true, List.of())));
    }

    /** QCD-4.2-2, QCD-8.1-1: Bob gives his token whatever Alice is; who is no taker passes it over (QCD-3-3). */
    @Test
    void theTokenIsGivenUnasked() {
        Step<TakerState> step = Taker.step(with("taker", false), DIGEST,
                alice(POLICY, TakerState.INITIAL, halfOpen(BOB, true)), established(ALICES_CHILD, token(1, SPIS)));
        assertEquals(List.of(), step.effects());
        assertEquals(List.of(), step.next().sas().get(SPIS).orElseThrow().tokens());
    }

    /** QCD-5.3-1: with the SA its token goes; a later SA with the same SPIs does not have it. */
    @Test
    void aClosedSaLeavesNoToken() {
        TakerState again = alice(POLICY, aliceWithToken(), new Event.SaClosed(SPIS), halfOpen(BOB, true),
                established(ALICES_CHILD));
        assertEquals(List.of(), again.sas().get(SPIS).orElseThrow().tokens());
    }

    /** QCD-5.2-4: of a taker's two addresses a token of method 5.2 fits one. */
    @Test
    void aTokenFitsOneAddress() {
        assertNotEquals(TokenMethod.SPIS_AND_ADDRESS.token(DIGEST, secret(1), SPIS, ALICE.address()),
                TokenMethod.SPIS_AND_ADDRESS.token(DIGEST, secret(1), SPIS, EVE.address()));
    }

    /** QCD-5-4, QCD-5-7, QCD-5-8: by either method no two of many SPI pairs share a token. Sampled. */
    @Property(tries = 50)
    void tokensOfDifferentSpisDiffer(@ForAll long start) {
        var seen = new HashSet<Octets>();
        for (long i = 0; i < 100; i++) {
            for (TokenMethod method : TokenMethod.values()) {
                assertTrue(seen.add(method.token(DIGEST, secret(1), new IkeSpis(start, start + i), ALICE.address())));
                assertTrue(seen.add(method.token(DIGEST, secret(1), new IkeSpis(start + i + 1, start), ALICE.address())));
            }
        }
    }

    /** QCD-8.2-4, QCD-8.2-5: a wrong token beside INVALID_SPI is a hint still, and counts against the limit. */
    @Test
    void aWrongTokenBesideInvalidSpiIsStillAHint() {
        Payload invalidSpi = new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_SPI,
                new OctetWriter().u32(ALICES_CHILD.out()).toOctets());
        var header = new IkeHeader(IkeSpis.NONE, ExchangeTypes.INFORMATIONAL, true, false, 0);
        Step<TakerState> step = Taker.step(POLICY, DIGEST, aliceWithToken(),
                received(BOB, ALICE, header, invalidSpi, token(2, SPIS)));
        assertEquals(log(Judged.TOKEN_MISMATCH), step.effects().getFirst());
        assertTrue(step.next().liveness().isChecking(SPIS));
        TakerState s = alice(with("verifications", 1), aliceWithToken(),
                received(BOB, ALICE, header, invalidSpi, token(2, SPIS)));
        assertEquals(log(Judged.VERIFICATIONS_LIMITED), Taker.step(with("verifications", 1), DIGEST, s,
                received(BOB, ALICE, header, invalidSpi, token(1, SPIS))).effects().getFirst());
    }

    /** BASE-2.21.4-8: what is reported under one IKE SA changes no other, and starts no check of it. */
    @Test
    void aProtectedReportChangesNothing() {
        Payload report = new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_SPI,
                new OctetWriter().u32(ALICES_CHILD.out()).toOctets());
        assertEquals(aliceWithToken(), alice(POLICY, aliceWithToken(),
                new Event.Protected(SPIS, ExchangeTypes.INFORMATIONAL, false, List.of(report))));
    }

    /** BASE-2.6-3: the SPIs alone name the SA; neither the source nor the initiator flag has a part in it. */
    @Test
    void anSaIsFoundByItsSpis() {
        MakerState s = bob(POLICY, BOB_WITH_SECRET, halfOpen(ALICE, false), established(BOBS_CHILD));
        for (boolean initiator : new boolean[] {true, false}) {
            assertEquals(List.of(log(Judged.IKE_SA_EXISTS)), Maker.step(POLICY, DIGEST, s, received(EVE, BOB,
                    new IkeHeader(SPIS, ExchangeTypes.INFORMATIONAL, initiator, false, 2), SK)).effects());
        }
    }

    /** BASE-2.4-9: an SA may be forgotten at any time, half open or not, and is unknown from then on. */
    @Test
    void anSaMayBeForgotten() {
        MakerState s = bob(POLICY, BOB_WITH_SECRET, halfOpen(ALICE, false), new Event.SaForgotten(SPIS));
        assertEquals(token(1, SPIS), tokenOf(onlySent(Maker.step(POLICY, DIGEST, s, REQUEST))));
    }

    /** BASE-2.5-1: the token is found wherever it stands. */
    @Test
    void theOrderOfPayloadsDoesNotMatter() {
        Payload other = new Payload.Other(43, Octets.hex("00"));
        for (Payload[] chain : List.of(new Payload[] {token(1, SPIS), INVALID_IKE_SPI, other},
                new Payload[] {other, INVALID_IKE_SPI, token(1, SPIS)})) {
            assertEquals(0, alice(POLICY, aliceWithToken(), received(BOB, ALICE, CHECK.reply(), chain)).sas().size());
        }
    }

    private static Payload tokenOf(IkeMessage message) {
        return message.notifies(NotifyTypes.QUICK_CRASH_DETECTION).getFirst();
    }
}
