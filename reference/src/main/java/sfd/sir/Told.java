package sfd.sir;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import sfd.baseline.Liveness;
import sfd.ike.CheckSpi;
import sfd.ike.CheckSpi.Subtype;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.IkeSa;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.sa.SirPolicy.Cause;
import sfd.sa.Step;

/** What comes to Y under an IKE SA is believed (SIR-2.2-1). */
final class Told {

    private static final Set<String> INVALID_SPI = Set.of("SIR-3.4.1-2", "SIR-2.2-1");
    private static final Set<String> NACK = Set.of("SIR-3.4.2-2", "SIR-2.2-1");
    private static final Set<String> ACK = Set.of("SIR-3.4.2-2");
    private static final Set<String> NOT_RESUMED = Set.of("SIR-3.3.3-3");

    private Told() {
    }

    /** @param rest what the baseline made of it */
    static Step<PeerYState> verified(Policy policy, PeerYState s, Step<PeerYState> rest, Event.Protected e) {
        if (!s.sas().isEstablished(e.spis())) {
            return rest;
        }
        OptionalInt invalid = Liveness.invalidSpi(e.payloads());
        if (invalid.isPresent() && !e.response()) {
            return childLost(s, rest, e.spis(), invalid.getAsInt(), INVALID_SPI);
        }
        Optional<CheckSpi> verdict = CheckSpi.in(e.payloads()).stream().filter(Told::isVerdict).findFirst();
        return verdict.map(it -> switch (it) {
            // READING-10: the answer to a QUERY about a child SA.
            case CheckSpi.AboutChildSa child when e.response() -> child.subtype() == Subtype.NACK
                    ? childLost(s, rest, e.spis(), child.spi(), NACK)
                    : hasIt(policy, rest, e.spis(), ACK);
            // SIR-3.3.3-3: X has the IKE SA that was to be resumed.
            case CheckSpi.AboutIkeSa ike when ike.subtype() == Subtype.ACK && ike.spis().equals(e.spis())
                    && s.isRecovering(e.spis()) ->
                    hasIt(policy, rest.map(next -> next.withRecoveries(next.recoveries().minus(e.spis()))), e.spis(),
                            NOT_RESUMED);
            default -> rest;
        }).orElse(rest);
    }

    private static final Set<String> DAMPENED = Set.of("SIR-4.2-1");

    /** SIR-4.2-1: logged about an own SA, so its peer is let rest. */
    private static Step<PeerYState> hasIt(Policy policy, Step<PeerYState> rest, IkeSpis spis, Set<String> because) {
        return rest.map(next -> next.dampened(policy, spis, Cause.ACK))
                .after(new Effect.Log(Judged.PEER_HAS_THE_SA)).citing(because)
                .citing(policy.sir().dampens(Cause.ACK) ? DAMPENED : Set.of());
    }

    private static boolean isVerdict(CheckSpi check) {
        return switch (check) {
            case CheckSpi.AboutIkeSa it -> it.subtype() != Subtype.QUERY;
            case CheckSpi.AboutChildSa it -> it.subtype() != Subtype.QUERY;
            default -> false;
        };
    }

    /**
     * SIR-3.4.1-2, against BASE-2.21.4-8: the child SA is deleted, or each of them that has this SPI, if it is one with the
     * same identity; a peer can end only what it has a part in.
     */
    private static Step<PeerYState> childLost(PeerYState s, Step<PeerYState> rest, IkeSpis under, int spi,
            Set<String> because) {
        String identity = s.sas().get(under).map(IkeSa::identity).orElse(IkeSa.NOBODY);
        List<IkeSpis> owners = StreamSupport.stream(s.sas().ownersOfOutbound(spi).spliterator(), false)
                .filter(owner -> s.sas().get(owner).filter(sa -> sa.identity().equals(identity)).isPresent())
                .toList();
        if (owners.isEmpty()) {
            return rest.after(new Effect.Log(Judged.NO_SUCH_CHILD_SA)).citing(because);
        }
        Step<PeerYState> ended = Step.forEach(rest.next(), owners, (state, owner) -> withoutChild(state, owner, spi));
        return new Step<>(ended.next(), Stream.concat(ended.effects().stream(), rest.effects().stream()).toList(),
                rest.because()).citing(because);
    }

    /** Nothing keeps a peer from taking one SPI for two child SAs: each that goes is said, or the daemon would keep it. */
    private static Step<PeerYState> withoutChild(PeerYState s, IkeSpis owner, int spi) {
        IkeSa sa = s.sas().get(owner).orElseThrow();
        List<Effect> gone = sa.children().stream().filter(child -> child.out() == spi)
                .sorted((one, other) -> Integer.compareUnsigned(one.in(), other.in()))
                .<Effect>map(child -> new Effect.ChildSaDeleted(owner, child)).toList();
        return new Step<>(s.withSas(s.sas().put(sa.withoutOutbound(spi))), gone, Set.of());
    }
}
