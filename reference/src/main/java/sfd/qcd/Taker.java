package sfd.qcd;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import sfd.baseline.Liveness;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.ExchangeTypes;
import sfd.ike.Incoming;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.TokenFlaw;
import sfd.ike.Wire;
import sfd.persistent.PersistentSet;
import sfd.sa.Booking;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.IkeSa;
import sfd.sa.Limiter;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.Digest;
import sfd.token.TokenDigest;

/**
 * The token taker (RFC 6290; draft-nir-ike-qcd-06): it keeps the token that came under protection with an IKE SA.
 * When somebody shows that token in the clear, the maker has lost the SA: a token is the one unprotected message that
 * is proof. Everything else is left to the baseline peer, which this role is made of.
 */
public final class Taker {

    private static final Set<String> NO_CLAUSE = Set.of();

    private Taker() {
    }

    /** One event. Total: what must be ignored leaves the same state object and names the reason. */
    public static Step<TakerState> step(Policy policy, Digest digest, TakerState s, Event event) {
        return switch (event) {
            case Event.Received e -> received(policy, digest, s, e);
            // QCD-4.3-1: a token on the exchange that rekeys is the successor's, and comes with SaRekeyed.
            case Event.Protected e when e.exchange() == ExchangeTypes.CREATE_CHILD_SA -> rest(policy, s, e);
            case Event.Protected e ->
                    keep(policy, digest, rest(policy, s, e), e.spis(), e.payloads(), GRATUITOUS);
            case Event.Lifecycle e -> lifecycle(policy, digest, s, e);
            case Event.Rebooted e -> Step.of(s.restarted(), NO_CLAUSE);
            case Event.Tick e -> rest(policy, s, e).map(next -> next.withVerified(Limiter.NONE));
            case Event.ProtectedEsp e -> rest(policy, s, e);
            case Event.TrafficDue e -> rest(policy, s, e);
            case Event.SecretRolled e -> rest(policy, s, e);
            case Event.ActiveElsewhere e -> rest(policy, s, e);
            case Event.SaReplaced e -> rest(policy, s, e);
            case Event.SaNotReplaced e -> rest(policy, s, e);
            case Event.ResumptionAsked e -> rest(policy, s, e);
        };
    }

    /** What the baseline peer makes of it. */
    private static Step<TakerState> rest(Policy policy, TakerState s, Event event) {
        return Liveness.step(policy, s.liveness(), event).map(s::withLiveness);
    }

    // A token in the clear, from any address and port (QCD-3-9).

    private static final Set<String> NOT_A_TAKER = Set.of("QCD-3-3");

    private static Step<TakerState> received(Policy policy, Digest digest, TakerState s, Event.Received e) {
        Incoming incoming = Wire.decode(e.framing(), e.datagram());
        if (!(incoming instanceof IkeMessage m) || m.endsEncrypted() || !Liveness.speaksOfAnSa(m)
                || tokens(m.payloads()).isEmpty()) {
            return hint(policy, s, incoming);
        }
        return policy.taker()
                ? tokenShown(policy, digest, s, e, m)
                : hint(policy, s, m).citing(NOT_A_TAKER); // QCD-3-3: tokens are silently ignored
    }

    private static Step<TakerState> hint(Policy policy, TakerState s, Incoming incoming) {
        return Liveness.received(policy, s.liveness(), incoming).map(s::withLiveness);
    }

    private static final Set<String> NO_SUCH_IKE_SA = Set.of("QCD-3-6");
    private static final Set<String> LIMITED = Set.of("QCD-8.1-2");
    private static final Set<String> MISMATCH =
            Set.of("QCD-3-5", "QCD-3-6", "QCD-4.5-6", "QCD-5-5", "QCD-8.1-2", "QCD-8.2-4");
    private static final Set<String> MALFORMED = Set.of("QCD-4.1-2", "QCD-5-1");

    /**
     * QCD-3-5: it is compared with the tokens stored for exactly the IKE SA that it is shown for, or beside INVALID_SPI for
     * each of the IKE SAs whose peers chose that child SPI too.
     */
    private static Step<TakerState> tokenShown(Policy policy, Digest digest, TakerState s, Event.Received e,
            IkeMessage m) {
        PersistentSet<IkeSpis> named = Liveness.subject(s.sas(), m);
        // Beside INVALID_SPI the header's SPIs, if it has any of ours, still name an IKE SA.
        PersistentSet<IkeSpis> subject = s.sas().isKnown(m.header().spis()) ? named.plus(m.header().spis()) : named;
        if (subject.isEmpty()) {
            return Step.ignore(s, Judged.NO_SUCH_IKE_SA, NO_SUCH_IKE_SA); // QCD-3-6
        }
        List<IkeSpis> asked = StreamSupport.stream(subject.spliterator(), false)
                .filter(spis -> !policy.tokenNeedsCheck() || s.liveness().isChecking(spis))
                .toList();
        if (asked.isEmpty()) {
            return stillAHint(policy, s, m, Judged.NO_REQUEST_OUTSTANDING, NO_CLAUSE); // READING-5
        }
        // QCD-4.5-3: at least four tokens of a message are looked at.
        List<Payload.Notify> considered = tokens(m.payloads()).stream().limit(policy.tokensHandled()).toList();
        List<Payload.Notify> comparable = considered.stream().filter(token -> isWellFormed(policy, token)).toList();
        if (comparable.isEmpty()) {
            return stillAHint(policy, s, m, Judged.TOKEN_MALFORMED, MALFORMED);
        }
        // QCD-8.1-2, QCD-8.2-5: else a flood of tokens makes us compute digests and nothing else.
        if (!s.verified().allows(policy.verifications(), policy.sources(), e.from().address())) {
            return stillAHint(policy, s, m, Judged.VERIFICATIONS_LIMITED, LIMITED);
        }
        TakerState counted = s.withVerified(s.verified()
                .plus(policy.verifications(), policy.sources(), e.from().address()));
        List<TokenDigest> shown = comparable.stream().map(token -> TokenDigest.of(digest, token.data())).toList();
        // QCD-4.5-4: one that fits is enough.
        List<IkeSpis> proved = asked.stream()
                .filter(spis -> TokenDigest.anyEqual(s.sas().get(spis).map(IkeSa::tokens).orElse(List.of()), shown))
                .toList();
        return proved.isEmpty()
                ? stillAHint(policy, counted, m, Judged.TOKEN_MISMATCH, MISMATCH)
                        .citing(comparable.size() < considered.size() ? MALFORMED : NO_CLAUSE)
                : proved(policy, counted, e, m, proved);
    }

    private static final Set<String> PROVED = Set.of("QCD-3-5", "QCD-3-7", "QCD-3-9", "QCD-4.5-3", "QCD-4.5-4",
            "QCD-4.5-7", "QCD-5-5", "QCD-8.1-2");
    private static final Set<String> PROVED_BY_CHILD = Set.of("QCD-3-5", "QCD-3-7", "QCD-3-9", "QCD-4.5-3",
            "QCD-4.5-4", "QCD-4.5-7", "QCD-5-5", "QCD-8.1-2", "QCD-8.2-3");

    /**
     * QCD-3-7: the IKE SA and all its children are silently deleted, no Delete payload, no answer. QCD-4.5-7: the
     * older text wants an empty response instead of silence; READING-3, BASE-3.1-5: to a request, for a response is
     * answered by nobody.
     */
    private static Step<TakerState> proved(Policy policy, TakerState s, Event.Received e, IkeMessage m,
            List<IkeSpis> proved) {
        Step<TakerState> ended = Step.forEach(s, proved, (state, spis) -> Step.of(
                state.withLiveness(state.liveness().discard(spis)), NO_CLAUSE,
                new Effect.IkeSaDeleted(spis, state.sas().children(spis))));
        boolean answered = policy.text() == Policy.Text.QCD_06 && !m.header().response();
        List<Effect> effects = answered
                ? Stream.concat(ended.effects().stream(), Stream.of(farewell(e, m))).toList()
                : ended.effects();
        return new Step<>(ended.next(), effects, Liveness.invalidSpi(m).isPresent() ? PROVED_BY_CHILD : PROVED)
                .citing(policy.text() == Policy.Text.QCD_06 && !answered ? UNANSWERED : NO_CLAUSE);
    }

    private static final Set<String> UNANSWERED = Set.of("BASE-3.1-5");

    private static Effect farewell(Event.Received e, IkeMessage m) {
        return new Effect.Send(e.to(), e.from(),
                Wire.encode(e.framing(), new IkeMessage(m.header().reply(), List.of())));
    }

    /** QCD-8.2-4, READING-7: beside a token that proved nothing the hint is still a hint. */
    private static Step<TakerState> stillAHint(Policy policy, TakerState s, IkeMessage m, Judged reason,
            Set<String> because) {
        var log = new Effect.Log(reason);
        return Liveness.isHint(m)
                ? hint(policy, s, m).after(log).citing(because)
                : Step.of(s, because, log);
    }

    private static List<Payload.Notify> tokens(List<Payload> payloads) {
        return Payload.notifies(payloads, NotifyTypes.QUICK_CRASH_DETECTION);
    }

    private static final int PROTOCOL_IKE = 1;

    /** QCD-4.1-2, QCD-5-1: 16 to 128 octets, no SPI. READING-2: the protocol ID, only where the policy is strict. */
    private static boolean isWellFormed(Policy policy, Payload.Notify token) {
        return TokenFlaw.of(token).isEmpty()
                && (!policy.strictProtocolId() || token.protocol() == PROTOCOL_IKE);
    }

    // A token under protection.

    private static Step<TakerState> lifecycle(Policy policy, Digest digest, TakerState s, Event.Lifecycle event) {
        Step<TakerState> rest = rest(policy, s, event);
        // News that the table refuses brings no token either, or it would replace that of the SA that is there.
        if (Booking.refusal(s.sas(), event).isPresent()) {
            return rest;
        }
        return switch (event) {
            case Event.SaEstablished e -> keep(policy, digest, rest, e.spis(), e.payloads(), FIRST);
            case Event.SaRekeyed e -> keep(policy, digest, rest, e.successor(), e.payloads(), REKEYED);
            default -> rest;
        };
    }

    private static final Set<String> FIRST = Set.of("QCD-3-1", "QCD-3-2");
    private static final Set<String> REKEYED = Set.of("QCD-4.3-1", "QCD-3-2");
    private static final Set<String> GRATUITOUS = Set.of("QCD-4.4-2", "QCD-3-2");

    /**
     * QCD-3-2: it is stored with its IKE SA, as a digest (QCD-9.1-2), on top of what the baseline did. QCD-5-6: a
     * multihomed taker may keep several, newest first. QCD-4.2-1: without a token nothing is concluded.
     *
     * @param step what the baseline did
     * @param because the clauses that order it to be kept
     */
    private static Step<TakerState> keep(Policy policy, Digest digest, Step<TakerState> step, IkeSpis spis,
            List<Payload> payloads, Set<String> because) {
        List<Payload.Notify> tokens = tokens(payloads);
        Optional<IkeSa> sa = step.next().sas().get(spis);
        if (tokens.isEmpty() || sa.isEmpty()) {
            return step;
        }
        if (!policy.taker()) {
            return step.citing(NOT_A_TAKER); // QCD-3-3: silently ignored, under protection too
        }
        List<TokenDigest> fresh = tokens.stream()
                .filter(token -> isWellFormed(policy, token))
                .limit(policy.tokensKept())
                .map(token -> TokenDigest.of(digest, token.data()))
                .toList();
        if (fresh.isEmpty()) {
            return step.after(new Effect.Log(Judged.TOKEN_MALFORMED)).citing(MALFORMED);
        }
        List<TokenDigest> kept = Stream.concat(fresh.stream(),
                        sa.get().tokens().stream().filter(old -> !fresh.contains(old)))
                .limit(policy.tokensKept())
                .toList();
        return step.map(next -> next.withSas(next.sas().put(sa.get().withTokens(kept)))).citing(because);
    }
}
