package sfd.qcd;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import sfd.baseline.Hints;
import sfd.baseline.HintsState;
import sfd.ike.Address;
import sfd.ike.IkeSpis;
import sfd.ike.Incoming;
import sfd.ike.Outline;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.persistent.PersistentSet;
import sfd.sa.Answering;
import sfd.sa.Booking;
import sfd.sa.Event;
import sfd.sa.Ignored;
import sfd.sa.LogReason;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.Digest;
import sfd.token.Secret;

/**
 * The token maker (RFC 6290; draft-nir-ike-qcd-06): it hands out a token for each IKE SA under the SA's own
 * protection, and after a crash shows the same token, unprotected, to whoever still uses that SA.
 *
 * <p>With {@code maker} off in its policy this is the baseline peer that lost its SAs: plain hints.
 */
public final class Maker {

    private static final Set<String> NO_CLAUSE = Set.of();

    private Maker() {
    }

    /** One event. Total: what must be ignored leaves the same state object and names the reason. */
    public static Step<MakerState> step(Policy policy, Digest digest, MakerState s, Event event) {
        return switch (event) {
            case Event.Received e -> received(policy, digest, s, e);
            case Event.Protected e -> Answering.verified(s, s.sas(), e);
            case Event.Lifecycle e -> lifecycle(policy, digest, s, e);
            case Event.SecretRolled e -> Rollover.secretRolled(policy, digest, s, e);
            case Event.Rebooted e -> Step.of(s.restarted(policy, e.secrets()), FROM_STORAGE).citing(following(policy));
            case Event.ActiveElsewhere e -> activeElsewhere(s, e);
            case Event.Tick e -> Step.of(s.withHints(s.hints().ticked()), NO_CLAUSE);
            case Event.ProtectedEsp e -> Step.ignore(s, Judged.NOT_FOR_THIS_ROLE, NO_CLAUSE);
            case Event.TrafficDue e -> Step.ignore(s, Judged.NOT_FOR_THIS_ROLE, NO_CLAUSE);
            case Event.SaReplaced e -> Step.ignore(s, Judged.NOT_FOR_THIS_ROLE, NO_CLAUSE);
            case Event.SaNotReplaced e -> Step.ignore(s, Judged.NOT_FOR_THIS_ROLE, NO_CLAUSE);
            case Event.ResumptionAsked e -> Step.ignore(s, Judged.NOT_FOR_THIS_ROLE, NO_CLAUSE);
        };
    }

    /** QCD-5.1-1: the secret is in non-volatile storage, so the token of a lost SA can be made again. */
    private static final Set<String> FROM_STORAGE = Set.of("QCD-5.1-1");

    // Packets that anybody may have sent.

    private static Step<MakerState> received(Policy policy, Digest digest, MakerState s, Event.Received e) {
        return switch (Wire.outline(e.framing(), e.datagram())) {
            case Incoming.Keepalive keepalive -> Answering.keepalive(s);
            case Incoming.Malformed octets -> Answering.malformed(s, octets);
            case Outline.Ike m -> receivedIke(policy, digest, s, e, m);
            case Incoming.Esp esp -> receivedChild(policy, digest, s, e, esp.spi());
            case Incoming.Ah ah -> receivedChild(policy, digest, s, e, ah.spi());
        };
    }

    /**
     * True for what a flood is made of: an IKE message about an SA that this peer does not have, and that gets no answer.
     * The step that it makes is the same state and a reason to log; who has no time to count such datagrams asks here
     * first, which allocates nothing.
     */
    public static boolean isSilentAt(Policy policy, MakerState s, Event.Received e) {
        return Wire.outline(e.framing(), e.datagram()) instanceof Outline.Ike m
                && !exists(policy, s, m.header().spis())
                && !s.elsewhere().contains(m.header().spis())
                && (areWithheld(policy, s) || Hints.silence(policy, s.hints(), m, e).isPresent());
    }

    /** BASE-2.21.4-10: there is a token, it is not shown any more, and with a draw nothing is sent without it. */
    private static boolean areWithheld(Policy policy, MakerState s) {
        return policy.drawn() > 0 && policy.maker() && !s.secrets().isEmpty() && !Hints.mayShowTokens(policy, s.hints());
    }

    /**
     * The IKE SA whose token the step for this datagram shows unless it is active elsewhere. A member of a cluster finds that out
     * first, and tells it in {@link Event.ActiveElsewhere} (QCD-9.2-3).
     */
    public static Optional<IkeSpis> wouldShow(Policy policy, MakerState s, Event.Received e) {
        if (!policy.maker() || s.secrets().isEmpty() || areWithheld(policy, s)) {
            return Optional.empty();
        }
        return switch (Wire.outline(e.framing(), e.datagram())) {
            case Outline.Ike m -> Optional.of(m.header().spis())
                    .filter(spis -> !exists(policy, s, spis) && Hints.silence(policy, s.hints(), m, e).isEmpty());
            case Incoming.Esp esp -> lostOwner(policy, s, esp.spi());
            case Incoming.Ah ah -> lostOwner(policy, s, ah.spi());
            default -> Optional.empty();
        };
    }

    private static Optional<IkeSpis> lostOwner(Policy policy, MakerState s, int spi) {
        return policy.childMap() ? s.childMap().get(spi).filter(spis -> !s.sas().isKnown(spis)) : Optional.empty();
    }

    private static final Set<String> EXISTS = Set.of("QCD-9.2-1");
    private static final Set<String> ELSEWHERE = Set.of("QCD-9.2-2", "QCD-9.2-3");

    /** An unprotected IKE message: with unknown SPIs, and if it looks protected, it is answered with tokens. */
    private static Step<MakerState> receivedIke(Policy policy, Digest digest, MakerState s, Event.Received e,
            Outline.Ike m) {
        IkeSpis spis = m.header().spis();
        // QCD-9.2-1: never a valid token in the clear for an existing SA; who sees it can end that SA.
        if (exists(policy, s, spis)) {
            return Step.ignore(s, Judged.IKE_SA_EXISTS, EXISTS);
        }
        // QCD-9.2-2, QCD-9.2-3: nor for one that lives on another member of the cluster.
        if (s.elsewhere().contains(spis)) {
            return Step.ignore(s, Judged.IKE_SA_ACTIVE_ELSEWHERE, ELSEWHERE);
        }
        Optional<Ignored> silence = Hints.silence(policy, s.hints(), m, e);
        if (silence.isPresent()) {
            return Step.ignore(s, silence.get());
        }
        Step<HintsState> answered = Hints.answerIke(policy, s.hints(), e, m.header(),
                tokens(policy, digest, s, spis, e.from().address()), List.of());
        return answered.with(s.withHints(answered.next()));
    }

    private static final Set<String> CHILD_EXISTS = Set.of("BASE-1.5-1");

    /** ESP or AH: with an unknown SPI it is reported, with tokens if the child map knows whose it was. */
    private static Step<MakerState> receivedChild(Policy policy, Digest digest, MakerState s, Event.Received e,
            int spi) {
        // BASE-1.5-1 speaks of unknown SPIs only.
        if (!s.sas().ownersOfInbound(spi).isEmpty()) {
            return Step.ignore(s, Judged.CHILD_SA_EXISTS, CHILD_EXISTS);
        }
        // QCD-8.2-1: the persistent map tells which IKE SA the child belonged to.
        Optional<IkeSpis> mapped = policy.childMap() ? s.childMap().get(spi) : Optional.empty();
        if (mapped.filter(s.elsewhere()::contains).isPresent()) {
            return Step.ignore(s, Judged.IKE_SA_ACTIVE_ELSEWHERE, ELSEWHERE); // QCD-9.2-2, QCD-9.2-3
        }
        // QCD-9.2-1: if that SA exists its token stays secret, and the packet is reported without it.
        Optional<IkeSpis> lost = mapped.filter(spis -> !s.sas().isKnown(spis));
        return Hints.answerEsp(policy, s.hints(), e, spi,
                        () -> lost.map(spis -> tokens(policy, digest, s, spis, e.from().address()))
                                .orElse(Hints.Tokens.NONE))
                .map(s::withHints);
    }

    /** READING-1: half open counts, for its token is already on its way to the taker. */
    private static boolean exists(Policy policy, MakerState s, IkeSpis spis) {
        return policy.halfOpenExists() ? s.sas().isKnown(spis) : s.sas().isEstablished(spis);
    }

    /**
     * QCD-3-4, QCD-4.5-5: the token again, one for each generation of the secret, newest first; the IKE SPIs and what
     * survived the reboot are enough (QCD-5-3).
     */
    private static Hints.Tokens tokens(Policy policy, Digest digest, MakerState s, IkeSpis spis, Address source) {
        if (!policy.maker() || s.secrets().isEmpty()) {
            return Hints.Tokens.NONE;
        }
        if (!Hints.mayShowTokens(policy, s.hints())) {
            return Hints.Tokens.WITHHELD; // Before they are made: a flood of packets costs no digests.
        }
        List<Secret> secrets = s.secrets().generations();
        return new Hints.Tokens(secrets.size() == 1
                ? List.of(Issue.notification(policy, digest, secrets.getFirst(), spis, source))
                : secrets.stream().map(secret -> Issue.notification(policy, digest, secret, spis, source)).toList(), true);
    }

    private static final Set<String> LISTED = Set.of("QCD-9.2-3");

    /** QCD-9.2-3: a member can tell whether an IKE SA is active anywhere in the cluster. */
    private static Step<MakerState> activeElsewhere(MakerState s, Event.ActiveElsewhere e) {
        PersistentSet<IkeSpis> elsewhere = s.elsewhere();
        return Step.of(s.withElsewhere(e.active() ? elsewhere.plus(e.spis()) : elsewhere.minus(e.spis())), LISTED);
    }

    // The daemon's news: when a token is handed out, always under protection.

    private static Step<MakerState> lifecycle(Policy policy, Digest digest, MakerState s, Event.Lifecycle event) {
        Optional<LogReason> refusal = Booking.refusal(s.sas(), event);
        if (refusal.isPresent()) {
            return Step.ignore(s, refusal.get(), NO_CLAUSE);
        }
        Step<MakerState> step = handsOut(policy, digest, s, event);
        return event instanceof Event.SaHalfOpen || event instanceof Event.AddressChanged
                ? step : step.citing(following(policy));
    }

    private static Step<MakerState> handsOut(Policy policy, Digest digest, MakerState s, Event.Lifecycle event) {
        MakerState booked = s.withSas(Booking.booked(s.sas(), event));
        return switch (event) {
            case Event.SaHalfOpen e -> Issue.halfOpen(policy, digest, found(booked, e.spis()), e);
            case Event.SaEstablished e -> Issue.established(policy, digest, mapped(policy, booked, e.spis()), e);
            case Event.SaRekeyed e -> Issue.rekeyed(policy, digest, mapped(policy, booked, e.successor()), e);
            case Event.AddressChanged e -> Issue.addressChanged(policy, digest, s, booked, e);
            // QCD-6-1: its taker has the token already, made by another member with the same secret.
            case Event.SaImported e -> Step.of(mapped(policy, booked, e.spis()), SAME_SECRET);
            // QCD-8.2-1: the map forgets what was properly closed, and of what was lost remembers so much.
            case Event.SaClosed e -> Step.of(booked.withChildMap(booked.childMap().without(e.spis())), CLOSED);
            case Event.SaForgotten e -> Step.of(
                    booked.withChildMap(booked.childMap().lost(e.spis(), policy.childMapLost())), FORGOTTEN);
            case Event.ChildSaCreated e -> Step.of(mapped(policy, booked, e.spis()), NO_CLAUSE);
            case Event.ChildSaClosed e -> Step.of(booked.withChildMap(booked.childMap().without(e.spi())), NO_CLAUSE);
        };
    }

    private static final Set<String> SAME_SECRET = Set.of("QCD-6-1");
    private static final Set<String> CLOSED = Set.of("QCD-5.3-1");
    private static final Set<String> FORGOTTEN = Set.of("BASE-2.4-9");

    /** An IKE SA with the SPIs of a lost one: the map's entries are those of one that is there again. */
    private static MakerState found(MakerState s, IkeSpis spis) {
        return s.withChildMap(s.childMap().found(spis));
    }

    private static final Set<String> FOLLOWED = Set.of("QCD-8.2-1");

    /** QCD-8.2-1: decides wherever children come and go, and at a reboot, which the map outlives. */
    private static Set<String> following(Policy policy) {
        return policy.childMap() ? FOLLOWED : NO_CLAUSE;
    }

    /** QCD-8.2-1: the map follows the children. */
    private static MakerState mapped(Policy policy, MakerState s, IkeSpis spis) {
        return policy.childMap()
                ? s.withChildMap(s.childMap().plusAll(s.sas().children(spis), spis))
                : s;
    }
}
