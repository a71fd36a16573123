package sfd.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sfd.ike.Address;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.SirPolicy.QueryTo;
import sfd.sir.PeerYState;

/**
 * Peer Y begins to replace an SA only after a NACK with its own cookie, made here by the formula, from where it asked
 * (SIR-3.2.2-9), or where the policy lets a hint be enough; strangers end none; and it asks no peer more often than allowed.
 */
final class YOracle implements Oracle<PeerYState> {

    private static final int NACK = 2;

    private final Policy policy;
    private final Lives lives;
    private final Set<IkeSpis> told = new HashSet<>();
    private final Set<IkeSpis> waiting = new HashSet<>();
    private final Map<Address, Integer> asked = new HashMap<>();

    YOracle(Policy policy, Lives lives) {
        this.policy = policy;
        this.lives = lives;
    }

    @Override
    public void judge(Happened<PeerYState> h) {
        if (h.event() instanceof Event.Tick || h.event() instanceof Event.Rebooted) {
            asked.clear();
        }
        if (h.event() instanceof Event.Received e) {
            nacks(h, e).forEach(told::add);
            Claim.that(h.step().next().sas().equals(h.before().sas()), "a stranger changes an SA");
            h.effects(Effect.Send.class).forEach(it -> question(it, h));
            Claim.that(h.effects(Effect.Accept.class).findAny().isEmpty() || nacks(h, e).findAny().isPresent(), "goes on with a stranger");
        }
        boolean onHints = policy.sir().tickets() || policy.sir().collapsed();
        h.effects(Effect.Initiate.class).forEach(it -> Claim.that(lives.isEstablished(it.replaces())
                && (told.contains(it.replaces()) || onHints && h.isReceived()), () -> "replaces what nobody lost: " + it));
        Claim.that(h.step().next().verified().sources().size() <= policy.sources(), "more sources told apart");
        Claim.that(h.step().next().able().size() <= h.step().next().sas().size(), "keeps the Vendor ID of what is gone");
        Claim.that(h.step().next().recoveries().size() <= h.step().next().sas().size(), "keeps a recovery of what is gone");
        forget(h);
    }

    /** The SAs that this datagram, by the text, shows to be lost. */
    private Stream<IkeSpis> nacks(Happened<PeerYState> h, Event.Received e) {
        return h.message().stream().flatMap(it -> it.notifies(NotifyTypes.CHECK_SPI).stream())
                .filter(it -> it.data().length == 4 + 36 && it.data()[0] == NACK && it.spi().length == 16)
                .filter(it -> {
                    Octets cookie = Octets.of(Arrays.copyOfRange(it.data(), 4, it.data().length));
                    return h.before().secrets().generations().stream().anyMatch(secret ->
                            Terms.cookie(secret.generation(), spis(it.spi()), e.to(), e.from()).equals(cookie));
                }).map(it -> spis(it.spi()));
    }

    private static IkeSpis spis(byte[] octets) {
        return new IkeSpis(ByteBuffer.wrap(octets).getLong(), ByteBuffer.wrap(octets).getLong(8));
    }

    private void question(Effect.Send send, Happened<PeerYState> h) {
        Plain plain = Happened.plain(send);
        Claim.that(!plain.isResponse() && plain.pieces().size() == 1 && plain.notifies(NotifyTypes.CHECK_SPI).size() == 1,
                () -> "says what is no question: " + send);
        Plain.Told query = plain.notifies(NotifyTypes.CHECK_SPI).getFirst();
        Claim.that(query.data()[0] == 0, () -> "says what is no question: " + send);
        Lives.Life life = lives.get(spis(query.spi()));
        Claim.that(life != null && life.established && life.here.equals(send.from()), () -> "asks about nothing: " + send);
        Claim.that(policy.sir().queryTo() == QueryTo.SOURCE || life.peer.equals(send.to()), () -> "asks somebody else: " + send);
        Octets cookie = Terms.cookie(h.before().secrets().newest().generation(), spis(query.spi()), send.from(), send.to());
        Claim.that(Octets.of(Arrays.copyOfRange(query.data(), 4, query.data().length)).equals(cookie),
                "a cookie that the formula does not give");
        if (policy.sir().queries() > 0) {
            Claim.that(asked.merge(life.peer.address(), 1, Integer::sum) <= policy.sir().queries(), () -> "asks too often: " + send);
        }
    }

    /**
     * SIR-3.2.3-3: true if the request under an SA in this step comes of a NACK about it with the right cookie, by a policy that
     * waits and asks. There is none again while it waits.
     */
    boolean isWaitBegun(Happened<PeerYState> h) {
        if (!(h.event() instanceof Event.Received e) || !policy.sir().waitChecks() || policy.sir().delay() == 0) {
            return false;
        }
        Set<IkeSpis> under = Stream.concat(h.effects(Effect.SendProtected.class).map(Effect.SendProtected::spis),
                h.effects(Effect.Retransmit.class).map(Effect.Retransmit::spis)).collect(Collectors.toSet());
        under.retainAll(nacks(h, e).collect(Collectors.toSet()));
        under.forEach(it -> Claim.that(waiting.add(it), () -> "asks again in one wait: " + it));
        return !under.isEmpty();
    }

    /** A recovery ends, and with an SA goes what was shown about it. */
    private void forget(Happened<PeerYState> h) {
        h.effects(Effect.IkeSaDeleted.class).forEach(it -> forget(it.spis()));
        switch (h.event()) {
            case Event.SaClosed e -> forget(e.spis());
            case Event.SaForgotten e -> forget(e.spis());
            case Event.SaNotReplaced e -> forget(e.spis());
            case Event.Protected e -> waiting.remove(e.spis());
            case Event.ProtectedEsp e -> waiting.removeAll(lives.ownersOfInbound(e.spi()));
            case Event.Rebooted e -> {
                told.clear();
                waiting.clear();
            }
            default -> { }
        }
    }

    private void forget(IkeSpis gone) {
        told.remove(gone);
        waiting.remove(gone);
    }
}
