package sfd.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import sfd.baseline.Answer;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sir.PeerXState;
import sfd.token.Secret;

/**
 * Peer X says that it has an SA if and only if it or another member of its cluster has it (SIR-3.2.1-2, SIR-3.2.2-7), with the
 * cookie that came; it goes on only with who repeated its own cookie, made here by the formula (SIR-3.2.2-12); and for an
 * answer it keeps nothing but counts.
 */
record XOracle(Policy policy, Lives lives) implements Oracle<PeerXState> {

    @Override
    public void judge(Happened<PeerXState> h) {
        h.effects().forEach(effect -> said(effect).forEach(it -> verdict(h, it)));
        h.effects(Effect.Send.class).forEach(it -> own(h, it));
        h.effects(Effect.Accept.class).forEach(it -> Claim.that(shows(h, it.from()), () -> "goes on with a stranger: " + h.event()));
        PeerXState next = h.step().next();
        Claim.that(next.verified().sources().size() <= policy.sources()
                && next.hints().answeredTo().sources().size() <= policy.sources(), "more sources told apart");
        if (h.isReceived()) {
            Claim.that(next.sas().equals(h.before().sas()) && next.secrets().equals(h.before().secrets())
                    && next.lingering().equals(h.before().lingering()), "keeps more than counts for a stranger");
            Claim.that(h.effects(Effect.IkeSaDeleted.class).findAny().isEmpty(), "a stranger ends an SA");
        }
    }

    private static Stream<Plain.Told> said(Effect effect) {
        return switch (effect) {
            case Effect.Send it -> Happened.plain(it).notifies(NotifyTypes.CHECK_SPI).stream();
            case Effect.SendProtected it -> told(it.payloads());
            case Effect.Initiate it -> told(it.payloads());
            case Effect.Accept it -> told(it.payloads());
            default -> Stream.empty();
        };
    }

    private static Stream<Plain.Told> told(List<Payload> payloads) {
        return payloads.stream().filter(it -> it instanceof Payload.Notify notify && notify.type() == NotifyTypes.CHECK_SPI)
                .map(Payload.Notify.class::cast)
                .map(it -> new Plain.Told(it.type(), it.spi().toArray(), it.data().toArray()));
    }

    private void verdict(Happened<PeerXState> h, Plain.Told told) {
        int subtype = told.data()[0];
        if (told.spi().length == 16) {
            var spis = new IkeSpis(ByteBuffer.wrap(told.spi()).getLong(), ByteBuffer.wrap(told.spi()).getLong(8));
            boolean has = lives.isElsewhere(spis)
                    || (policy.halfOpenExists() || h.event() instanceof Event.ResumptionAsked ? lives.isKnown(spis)
                    : lives.isEstablished(spis));
            Claim.that(subtype == (has ? 1 : 2), () -> "says " + subtype + " about " + spis + " after " + h.event());
            byte[] cookie = Arrays.copyOfRange(told.data(), 4, told.data().length);
            Claim.that(contains(h, cookie), "a cookie that did not come");
        } else if (told.spi().length == 4) {
            Claim.that(h.event() instanceof Event.Protected e
                    && subtype == (lives.hasInbound(e.spis(), ByteBuffer.wrap(told.spi()).getInt()) ? 1 : 2),
                    () -> "says " + subtype + " about a child SA");
        }
    }

    /** SIR-3.2.2-12, SIR-3.3.3-1: where it adds a cookie of its own, it is the one for whom it goes to. */
    private static void own(Happened<PeerXState> h, Effect.Send send) {
        Plain plain = Happened.plain(send);
        Stream<byte[]> lone = plain.notifies(NotifyTypes.CHECK_SPI).stream().filter(it -> it.spi().length == 0)
                .map(it -> Arrays.copyOfRange(it.data(), 4, it.data().length));
        Stream.concat(lone, plain.notifies(NotifyTypes.COOKIE).stream().map(Plain.Told::data)).forEach(it ->
                Claim.that(Octets.of(it).equals(Terms.own(h.before().secrets().newest().generation(), send.to())),
                        "a cookie that the formula does not give"));
    }

    private static boolean contains(Happened<PeerXState> h, byte[] cookie) {
        return switch (h.event()) {
            case Event.Received e -> h.message().orElseThrow().notifies(NotifyTypes.CHECK_SPI).stream().anyMatch(it ->
                    it.data().length >= 4 && Arrays.equals(Arrays.copyOfRange(it.data(), 4, it.data().length), cookie));
            case Event.ResumptionAsked e -> Arrays.equals(e.cookie().toArray(), cookie);
            default -> false;
        };
    }

    private static boolean shows(Happened<PeerXState> h, Endpoint from) {
        Stream<Octets> cookies = switch (h.event()) {
            case Event.Received e -> h.message().orElseThrow().notifies(NotifyTypes.COOKIE).stream().map(it -> Octets.of(it.data()));
            case Event.ResumptionAsked e -> Stream.of(e.own());
            default -> Stream.empty();
        };
        List<Secret> secrets = h.before().secrets().generations();
        return cookies.anyMatch(cookie -> secrets.stream().anyMatch(it ->
                Terms.own(it.generation(), Answer.overUdp(from)).equals(cookie)));
    }
}
