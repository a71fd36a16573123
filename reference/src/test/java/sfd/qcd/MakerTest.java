package sfd.qcd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sfd.qcd.Peers.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.octets.Octets;
import sfd.sa.ChildSa;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policies;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.TokenMethod;

/** The token maker, sentence by sentence. */
class MakerTest {

    private static final MakerState REBOOTED = MakerState.initial(secrets(1));

    /** QCD-4.5-1: what the peer of the captured crash could have answered to the first liveness check. */
    @Test
    void theCapturedCrashIsAnsweredWithTheToken() throws IOException {
        Path file = Path.of(System.getProperty("project.root"), "traces", "captures", "strongswan-dpd",
                "datagrams.tsv");
        String[] frame = Files.readAllLines(file).stream().map(line -> line.split("\t"))
                .filter(fields -> fields[0].equals("11")).findFirst().orElseThrow();
        assertEquals("10.77.0.1:4500", frame[2]);
        assertEquals("10.77.0.2:4500", frame[3]);
        var from = new Endpoint(Address.parse("10.77.0.1"), 4500);
        var to = new Endpoint(Address.parse("10.77.0.2"), 4500);

        Step<MakerState> step = Maker.step(POLICY, DIGEST, REBOOTED,
                new Event.Received(from, to, Octets.hex(frame[4])));

        Octets token = TokenMethod.SPIS.token(DIGEST, secret(1), SPIS, from.address());
        Octets expected = Octets.hex("00000000" + "4d7cbbaf52dcbd5c" + "dd9539a8d8608b1d" + "29202520" + "00000002"
                + "0000004c" + "2900000800000004" + "0000002801004023" + token);
        assertEquals(List.of(new Effect.Send(to, from, expected)), step.effects());
        assertEquals(Set.of("BASE-1.5-3", "BASE-2.21.4-1", "QCD-3-4", "QCD-4.5-1", "QCD-4.5-5"), step.because());
    }

    /** QCD-4.5-5: one token for each generation of the secret, newest first. */
    @Test
    void everyGenerationIsShown() {
        IkeMessage answer = onlySent(Maker.step(POLICY, DIGEST, MakerState.initial(secrets(3, 2, 1)),
                received(ALICE, BOB, CHECK, SK)));
        assertEquals(List.of(INVALID_IKE_SPI, token(3, SPIS), token(2, SPIS), token(1, SPIS)), answer.payloads());
    }

    /** BASE-1.5-4: two peers that both lost the SA would otherwise answer each other for ever. */
    @Test
    void aResponseIsNeverAnswered() {
        assertIgnored(REBOOTED, received(ALICE, BOB, CHECK.reply(), SK), Judged.RESPONSE_WITHOUT_IKE_SA);
    }

    /** BASE-1.5-6. */
    @Test
    void onlyWhatLooksProtectedIsAnswered() {
        assertIgnored(REBOOTED, received(ALICE, BOB, CHECK, INVALID_IKE_SPI), Judged.NOT_A_PROTECTED_REQUEST);
        assertIgnored(REBOOTED, received(ALICE, BOB, new IkeHeader(SPIS, ExchangeTypes.IKE_SA_INIT, true, false, 0),
                SK), Judged.NOT_A_PROTECTED_REQUEST);
    }

    /** QCD-9.2-1: never a valid token in the clear for an existing IKE SA, half open ones included (READING-1). */
    @Test
    void theTokenOfAnExistingSaStaysSecret() {
        MakerState halfOpen = bob(POLICY, REBOOTED, halfOpen(ALICE, false));
        assertIgnored(halfOpen, received(EVE, BOB, CHECK, SK), Judged.IKE_SA_EXISTS);
        assertIgnored(bob(POLICY, halfOpen, established(BOBS_CHILD)), received(EVE, BOB, CHECK, SK),
                Judged.IKE_SA_EXISTS);
    }

    /** QCD-9.2-2, QCD-9.2-3: nor of one on another member of the cluster. */
    @Test
    void theTokenOfAnSaElsewhereStaysSecretUntilItIsGone() {
        MakerState listed = bob(POLICY, REBOOTED, new Event.ActiveElsewhere(SPIS, true));
        assertIgnored(listed, received(ALICE, BOB, CHECK, SK), Judged.IKE_SA_ACTIVE_ELSEWHERE);
        MakerState unlisted = bob(POLICY, listed, new Event.ActiveElsewhere(SPIS, false));
        assertEquals(REBOOTED, unlisted);
    }

    /** QCD-8.1-3, BASE-2.21.4-1: first the tokens stop, then the hints, and a tick starts anew. */
    @Test
    void aFloodIsAnsweredWithHintsThenWithSilence() {
        Event request = received(EVE, BOB, CHECK, SK);
        MakerState twice = bob(POLICY, REBOOTED, request, request);
        Step<MakerState> third = Maker.step(POLICY, DIGEST, twice, request);
        assertEquals(List.of(INVALID_IKE_SPI), onlySent(third).payloads());
        assertTrue(third.because().contains("QCD-8.1-3"));
        assertIgnored(third.next(), request, Judged.ANSWERS_LIMITED);
        assertEquals(REBOOTED, bob(POLICY, third.next(), new Event.Tick()));
    }

    /** QCD-8.1-5: with the extension switched off there is the hint of IKEv2 and nothing else. */
    @Test
    void whoIsNoMakerOnlyHints() {
        assertEquals(List.of(INVALID_IKE_SPI), onlySent(Maker.step(Policies.SMALL_BASELINE, DIGEST, REBOOTED,
                received(ALICE, BOB, CHECK, SK))).payloads());
    }

    /** BASE-1.5-1: the SPI is data; zero IKE SPIs; over UDP even if the ESP packet was not. */
    @Test
    void unknownEspIsReportedInTheClear() {
        var straight = new Endpoint(ALICE.address(), Endpoint.NO_UDP);
        Step<MakerState> step = Maker.step(POLICY, DIGEST, REBOOTED, esp(straight, 0, BOBS_CHILD.in()));
        assertEquals(List.of(new Effect.Send(new Endpoint(BOB.address(), 500), new Endpoint(ALICE.address(), 500),
                Octets.hex("0000000000000000 0000000000000000 29202508 00000000 00000028 0000000c0000000b 37bb1d26"))),
                step.effects());
    }

    /** QCD-8.2-2, QCD-4.5-2, QCD-8.2-1: with a persistent map from child SPIs even ESP is answered with the token. */
    @Test
    void theChildMapSurvivesTheCrash() {
        Policy policy = with("childMap", true);
        MakerState crashed = bob(policy, REBOOTED, halfOpen(ALICE, false), established(BOBS_CHILD),
                new Event.Rebooted(secrets(1)));
        IkeMessage answer = onlySent(Maker.step(policy, DIGEST, crashed, esp(ALICE, 4500, BOBS_CHILD.in())));
        assertEquals(IkeSpis.NONE, answer.header().spis());
        assertEquals(Octets.hex("37bb1d26"), answer.notifies(NotifyTypes.INVALID_SPI).getFirst().data());
        assertEquals(token(1, SPIS), answer.payloads().get(1));
    }

    /** QCD-8.2-1: the map forgets what was closed, not what was forgotten. */
    @Test
    void theChildMapForgetsWhatWasClosed() {
        Policy policy = with("childMap", true);
        MakerState s = bob(policy, REBOOTED, halfOpen(ALICE, false), established(BOBS_CHILD));
        Event esp = esp(ALICE, 4500, BOBS_CHILD.in());
        assertEquals(2, onlySent(Maker.step(policy, DIGEST, bob(policy, s, new Event.SaForgotten(SPIS)), esp))
                .payloads().size());
        assertEquals(1, onlySent(Maker.step(policy, DIGEST, bob(policy, s, new Event.SaClosed(SPIS)), esp))
                .payloads().size());
        assertEquals(ChildMap.EMPTY, bob(policy, s, new Event.SaClosed(SPIS)).childMap());
    }

    /** QCD-8.2-1 decides wherever children come and go, and nowhere for who keeps no map. */
    @Test
    void theChildMapIsCitedWhereItFollows() {
        Policy policy = with("childMap", true);
        MakerState opened = bob(policy, REBOOTED, halfOpen(ALICE, false));
        MakerState s = bob(policy, opened, established(BOBS_CHILD));
        assertTrue(followsMap(policy, opened, established(BOBS_CHILD)));
        assertFalse(followsMap(policy, REBOOTED, halfOpen(ALICE, false)));
        assertFalse(followsMap(policy, s, new Event.AddressChanged(SPIS, BOB, EVE, Event.MoveCause.NAT)));
        assertTrue(followsMap(policy, REBOOTED, new Event.SaImported(SPIS, BOB, ALICE, false, "alice", Set.of(BOBS_CHILD), 1)));
        for (Event event : List.of(new Event.SaRekeyed(SPIS, OTHER_SPIS, true, List.of()), new Event.SaClosed(SPIS),
                new Event.SaForgotten(SPIS), new Event.ChildSaCreated(SPIS, new ChildSa(7, 8)),
                new Event.ChildSaClosed(SPIS, BOBS_CHILD.in()), new Event.Rebooted(secrets(1)))) {
            assertTrue(followsMap(policy, s, event), event.toString());
            assertFalse(followsMap(POLICY, s, event), event.toString());
        }
    }

    private static boolean followsMap(Policy policy, MakerState s, Event event) {
        return Maker.step(policy, DIGEST, s, event).because().contains("QCD-8.2-1");
    }

    /** BASE-2.21.4-6, BASE-1.5-5: a peer with an IKE SA is told under its protection. */
    @Test
    void unknownEspOfAPeerIsReportedProtected() {
        MakerState s = bob(POLICY, REBOOTED, halfOpen(ALICE, false), established(BOBS_CHILD));
        Payload report = new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_SPI, Octets.hex("00000abc"));
        assertEquals(List.of(new Effect.SendProtected(SPIS, ExchangeTypes.INFORMATIONAL, false, List.of(report))),
                Maker.step(POLICY, DIGEST, s, esp(ALICE, 4500, 0xabc)).effects());
        // BASE-2.21.4-7: behind a NAT another port is another source.
        var neighbour = new Endpoint(ALICE.address(), 1024);
        assertEquals(report, onlySent(Maker.step(POLICY, DIGEST, s, esp(neighbour, 4500, 0xabc))).payloads().getFirst());
    }

    /** QCD-3-1: the responder's token goes with the final IKE_AUTH response, the initiator's with the request. */
    @Test
    void tokensAreHandedOutInIkeAuth() {
        assertEquals(List.of(new Effect.SendProtected(SPIS, ExchangeTypes.IKE_AUTH, true, List.of(token(1, SPIS)))),
                Maker.step(POLICY, DIGEST, bob(POLICY, REBOOTED, halfOpen(ALICE, false)),
                        established(BOBS_CHILD)).effects());
        assertEquals(List.of(new Effect.SendProtected(SPIS, ExchangeTypes.IKE_AUTH, false, List.of(token(1, SPIS)))),
                Maker.step(POLICY, DIGEST, REBOOTED, halfOpen(ALICE, true)).effects());
    }

    /** QCD-4.3-1, QCD-4.3-2: new SPIs, new token; under the old SA in the answer, under the new one in a request. */
    @Test
    void aRekeyBringsANewToken() {
        MakerState s = bob(POLICY, REBOOTED, halfOpen(ALICE, false), established(BOBS_CHILD));
        assertEquals(List.of(new Effect.SendProtected(SPIS, ExchangeTypes.CREATE_CHILD_SA, true,
                        List.of(token(1, OTHER_SPIS)))),
                Maker.step(POLICY, DIGEST, s, new Event.SaRekeyed(SPIS, OTHER_SPIS, false, List.of())).effects());
        assertEquals(List.of(new Effect.SendProtected(OTHER_SPIS, ExchangeTypes.INFORMATIONAL, false,
                        List.of(token(1, OTHER_SPIS)))),
                Maker.step(POLICY, DIGEST, s, new Event.SaRekeyed(SPIS, OTHER_SPIS, true, List.of())).effects());
    }

    /** QCD-5.2-2, QCD-4.4-1, QCD-4.4-3: a moved taker needs a new token only if its address is in it. */
    @Test
    void onlyATokenWithTheAddressInsideIsReplacedByAMove() {
        Event moved = new Event.AddressChanged(SPIS, BOB, EVE, Event.MoveCause.REQUEST);
        for (TokenMethod method : TokenMethod.values()) {
            Policy policy = with("method", method);
            MakerState s = bob(policy, REBOOTED, halfOpen(ALICE, false), established(BOBS_CHILD));
            List<Effect> expected = method == TokenMethod.SPIS ? List.of() : List.of(new Effect.SendProtected(SPIS,
                    ExchangeTypes.INFORMATIONAL, true,
                    List.of(token(method.token(DIGEST, secret(1), SPIS, EVE.address())))));
            assertEquals(expected, Maker.step(policy, DIGEST, s, moved).effects());
        }
    }

    /** QCD-4.3-4, QCD-5.1-2, QCD-4.4-1: a token is replaced when its generation falls out, not before. */
    @Test
    void aRolloverReplacesOnlyWhatCannotBeMadeAgain() {
        Policy two = with("generations", 2);
        MakerState s = bob(two, REBOOTED, halfOpen(ALICE, false), established(BOBS_CHILD));
        Step<MakerState> second = Maker.step(two, DIGEST, s, new Event.SecretRolled(secret(2)));
        assertEquals(List.of(), second.effects());
        assertIgnored(second.next(), new Event.SecretRolled(secret(2)), Judged.SECRET_NOT_NEWER);
        Step<MakerState> third = Maker.step(two, DIGEST, second.next(), new Event.SecretRolled(secret(3)));
        assertEquals(List.of(new Effect.SendProtected(SPIS, ExchangeTypes.INFORMATIONAL, false,
                List.of(token(3, SPIS)))), third.effects());
        // It is a token like any other that is handed out: QCD-4.1-1.
        assertEquals(Set.of("QCD-5.1-2", "QCD-4.4-1", "QCD-4.3-4", "QCD-4.1-1"), third.because());
        assertEquals(secrets(3, 2), third.next().secrets());
    }

    private static void assertIgnored(MakerState s, Event event, Judged reason) {
        Step<MakerState> step = Maker.step(POLICY, DIGEST, s, event);
        assertSame(s, step.next());
        assertEquals(List.of(log(reason)), step.effects());
        assertFalse(step.because().isEmpty());
    }
}
