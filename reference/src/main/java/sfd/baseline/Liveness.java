package sfd.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.Incoming;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.octets.OctetReader;
import sfd.persistent.PersistentSet;
import sfd.sa.Answering;
import sfd.sa.Booking;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.sa.Step;

/**
 * The peer that kept its SAs, as IKEv2 alone has it (RFC 7296, 2.4 and 2.21.4): an unprotected message is a hint and
 * no more; a hint starts a liveness check; only a check that stayed unanswered through all its transmissions, at
 * growing intervals, ends the IKE SA.
 */
public final class Liveness {

    private static final Set<String> NO_CLAUSE = Set.of();

    private Liveness() {
    }

    /** One event. Total: what must be ignored leaves the same state object and names the reason. */
    public static Step<LivenessState> step(Policy policy, LivenessState s, Event event) {
        return switch (event) {
            case Event.Received e -> received(policy, s, Wire.decode(e.framing(), e.datagram()));
            case Event.Protected e -> verified(policy, s, e);
            case Event.ProtectedEsp e -> verifiedEsp(policy, s, e);
            case Event.TrafficDue e -> due(s, e);
            case Event.Tick e -> LivenessTick.tick(policy, s);
            case Event.Lifecycle e -> lifecycle(policy, s, e);
            case Event.Rebooted e -> Step.of(restarted(s), NO_CLAUSE);
            case Event.SecretRolled e -> Step.ignore(s, Judged.NOT_FOR_THIS_ROLE, NO_CLAUSE);
            case Event.ActiveElsewhere e -> Step.ignore(s, Judged.NOT_FOR_THIS_ROLE, NO_CLAUSE);
            case Event.SaReplaced e -> Step.ignore(s, Judged.NOT_FOR_THIS_ROLE, NO_CLAUSE);
            case Event.SaNotReplaced e -> Step.ignore(s, Judged.NOT_FOR_THIS_ROLE, NO_CLAUSE);
            case Event.ResumptionAsked e -> Step.ignore(s, Judged.NOT_FOR_THIS_ROLE, NO_CLAUSE);
        };
    }

    // Hints.

    private static final Set<String> NOT_ACTED_UPON = Set.of("BASE-1.5-2");

    /**
     * A datagram that anybody may have sent. Whatever it says, no SA changes because of it (BASE-1.5-2).
     *
     * @param incoming what the datagram turned out to be
     */
    public static Step<LivenessState> received(Policy policy, LivenessState s, Incoming incoming) {
        return switch (incoming) {
            case Incoming.Keepalive keepalive -> Answering.keepalive(s);
            case Incoming.Malformed octets -> Answering.malformed(s, octets);
            case Incoming.Ah ah -> Step.ignore(s, Judged.NOT_FOR_THIS_ROLE, NO_CLAUSE);
            case Incoming.Esp esp -> Step.ignore(s, Judged.NOT_FOR_THIS_ROLE, NO_CLAUSE);
            // What it holds is known only to who verifies it.
            case IkeMessage m when m.endsEncrypted() -> Step.ignore(s, Judged.NOT_FOR_THIS_ROLE, NO_CLAUSE);
            case IkeMessage m when !isHint(m) -> Step.ignore(s, Judged.NO_HINT, NOT_ACTED_UPON);
            case IkeMessage m -> {
                PersistentSet<IkeSpis> subject = subject(s.sas(), m);
                yield subject.isEmpty()
                        ? Step.ignore(s, Judged.NO_SUCH_IKE_SA, NOT_ACTED_UPON)
                        : Step.forEach(s, subject, (state, spis) -> hinted(policy, state, spis));
            }
        };
    }

    /** True for a message that says that its sender does not know some SPI. */
    public static boolean isHint(IkeMessage m) {
        return speaksOfAnSa(m) && (invalidSpi(m).isPresent() || !m.notifies(NotifyTypes.INVALID_IKE_SPI).isEmpty());
    }

    /**
     * READING-17: a hint or a token is taken in any exchange, and with either flag, but not in one that creates an IKE SA:
     * what is said there is about none that stands.
     */
    public static boolean speaksOfAnSa(IkeMessage m) {
        return switch (m.header().exchange()) {
            case ExchangeTypes.IKE_SA_INIT, ExchangeTypes.IKE_SESSION_RESUME -> false;
            default -> true;
        };
    }

    /**
     * The IKE SAs that a notification speaks of, least first: by the child SPI in it (QCD-8.2-3), which more than one peer
     * may have chosen, else by the header's SPIs: INVALID_IKE_SPI beside INVALID_SPI is passed over (READING-27).
     */
    public static PersistentSet<IkeSpis> subject(SaTable sas, IkeMessage m) {
        OptionalInt child = invalidSpi(m);
        if (child.isPresent()) {
            return sas.ownersOfOutbound(child.getAsInt());
        }
        PersistentSet<IkeSpis> none = PersistentSet.empty();
        return sas.isKnown(m.header().spis()) ? none.plus(m.header().spis()) : none;
    }

    /** The child SPI of the first INVALID_SPI; of other than 4 octets it is none (BASE-1.5-1). */
    public static OptionalInt invalidSpi(IkeMessage m) {
        return invalidSpi(m.payloads());
    }

    /** The same of a chain of payloads. */
    public static OptionalInt invalidSpi(List<Payload> payloads) {
        return Payload.notifies(payloads, NotifyTypes.INVALID_SPI).stream()
                .limit(1)
                .filter(notify -> notify.data().length() == Integer.BYTES)
                .mapToInt(notify -> new OctetReader(notify.data()).u32())
                .findFirst();
    }

    private static final Set<String> NO_SA_CHANGES = Set.of("BASE-2.21.4-3");
    private static final Set<String> HEARD = Set.of("BASE-2.4-5");
    private static final Set<String> LIMITED = Set.of("BASE-2.21.4-5", "BASE-2.4-3");
    private static final Set<String> CHECK_STARTED = Set.of("BASE-2.21.4-4", "BASE-2.4-7", "BASE-2.21.4-2",
            "BASE-2.21.4-3", "BASE-2.21.4-5", "BASE-2.4-3");

    /** A hint is not answered (BASE-2.21.4-2) and changes no SA (BASE-2.21.4-3); it starts a check (BASE-2.21.4-4). */
    public static Step<LivenessState> hinted(Policy policy, LivenessState s, IkeSpis spis) {
        if (!s.sas().isEstablished(spis)) {
            return Step.ignore(s, Judged.IKE_SA_HALF_OPEN, NO_SA_CHANGES);
        }
        if (s.isChecking(spis)) {
            return Step.ignore(s, Judged.CHECK_UNDER_WAY, NO_SA_CHANGES);
        }
        // BASE-2.4-5: a peer that was just heard is not suspected.
        if (policy.ignoreHintsWhenFresh() && s.heard().contains(spis)) {
            return Step.ignore(s, Judged.HEARD_RECENTLY, HEARD);
        }
        // BASE-2.21.4-5, BASE-2.4-3: else who forges hints makes us and the peer work as hard as he likes.
        if (s.hinted() >= policy.checks()) {
            return Step.ignore(s, Judged.CHECKS_LIMITED, LIMITED);
        }
        return Step.of(begin(s, spis).withHinted(s.hinted() + 1), CHECK_STARTED,
                request(spis));
    }

    // Signs of life.

    private static final Set<String> ALIVE = Set.of("BASE-2.4-7");

    /**
     * BASE-2.4-7: any fresh protected message proves the IKE SA and all its children alive. What it reports of other
     * SAs changes none of them (BASE-2.21.4-8).
     */
    static Step<LivenessState> verified(Policy policy, LivenessState s, Event.Protected e) {
        return Answering.verified(s, s.sas(), e)
                .map(same -> same.sas().isKnown(e.spis()) ? alive(policy, same, e.spis()) : same);
    }

    private static Step<LivenessState> verifiedEsp(Policy policy, LivenessState s, Event.ProtectedEsp e) {
        PersistentSet<IkeSpis> owners = s.sas().ownersOfInbound(e.spi());
        return owners.isEmpty()
                ? Step.ignore(s, Judged.NO_SUCH_CHILD_SA, NO_CLAUSE)
                : Step.forEach(s, owners, (state, spis) -> Step.of(alive(policy, state, spis), ALIVE));
    }

    private static LivenessState alive(Policy policy, LivenessState s, IkeSpis spis) {
        return s.withChecks(s.checks().minus(spis))
                .withHeard(policy.ignoreHintsWhenFresh() ? s.heard().plus(spis) : s.heard());
    }

    // The check.

    /** BASE-2.4-7: traffic was outgoing only for some time. */
    private static Step<LivenessState> due(LivenessState s, Event.TrafficDue e) {
        if (!s.sas().isEstablished(e.spis())) {
            return Step.ignore(s, Judged.NO_SUCH_IKE_SA, NO_CLAUSE);
        }
        return s.isChecking(e.spis())
                ? Step.ignore(s, Judged.CHECK_UNDER_WAY, NO_CLAUSE)
                : Step.of(begin(s, e.spis()), ALIVE, request(e.spis()));
    }

    private static LivenessState begin(LivenessState s, IkeSpis spis) {
        return s.withChecks(s.checks().plus(spis, Check.BEGUN));
    }

    /** BASE-2.4-7: an empty protected INFORMATIONAL request. */
    static Effect request(IkeSpis spis) {
        return new Effect.SendProtected(spis, ExchangeTypes.INFORMATIONAL, false, List.of());
    }

    // The daemon's news.

    private static Step<LivenessState> lifecycle(Policy policy, LivenessState s, Event.Lifecycle event) {
        Optional<LogReason> refusal = Booking.refusal(s.sas(), event);
        if (refusal.isPresent()) {
            return Step.ignore(s, refusal.get(), NO_CLAUSE);
        }
        LivenessState booked = s.withSas(Booking.booked(s.sas(), event));
        return switch (event) {
            case Event.SaEstablished e -> established(policy, booked, e);
            case Event.SaClosed e -> Step.of(booked.discard(e.spis()), CLOSED);
            case Event.SaForgotten e -> Step.of(booked.discard(e.spis()), FORGOTTEN);
            default -> Step.of(booked, NO_CLAUSE);
        };
    }

    private static final Set<String> CLOSED = Set.of("QCD-5.3-1");
    private static final Set<String> FORGOTTEN = Set.of("BASE-2.4-9");
    private static final Set<String> SUCCEEDED = Set.of("BASE-2.4-8", "BASE-2.4-1");

    /**
     * INITIAL_CONTACT on a new IKE SA ends the others of the same identity (BASE-2.4-8): it came protected, so it may
     * be believed.
     */
    private static Step<LivenessState> established(Policy policy, LivenessState booked, Event.SaEstablished e) {
        if (!policy.initialContact() || Payload.notifies(e.payloads(), NotifyTypes.INITIAL_CONTACT).isEmpty()) {
            return Step.of(booked, NO_CLAUSE);
        }
        LivenessState next = booked;
        var deleted = new ArrayList<Effect>();
        for (IkeSpis other : booked.sas().of(e.identity()).minus(e.spis())) {
            deleted.add(new Effect.IkeSaDeleted(other, booked.sas().children(other)));
            next = next.discard(other);
        }
        return new Step<>(next, deleted, deleted.isEmpty() ? NO_CLAUSE : SUCCEEDED);
    }

    private static LivenessState restarted(LivenessState s) {
        LivenessState restarted = s.restarted();
        return restarted.equals(s) ? s : restarted;
    }
}
