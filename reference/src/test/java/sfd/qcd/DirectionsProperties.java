package sfd.qcd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sfd.qcd.Peers.ALICE;
import static sfd.qcd.Peers.ALICES_CHILD;
import static sfd.qcd.Peers.BOB;
import static sfd.qcd.Peers.DIGEST;
import static sfd.qcd.Peers.INVALID_IKE_SPI;
import static sfd.qcd.Peers.OTHER_SPIS;
import static sfd.qcd.Peers.POLICY;
import static sfd.qcd.Peers.SK;
import static sfd.qcd.Peers.SPIS;
import static sfd.qcd.Peers.established;
import static sfd.qcd.Peers.halfOpen;
import static sfd.qcd.Peers.received;
import static sfd.qcd.Peers.secret;
import static sfd.qcd.Peers.secrets;
import static sfd.qcd.Peers.token;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import sfd.ike.CheckSpi;
import sfd.ike.CheckSpi.Subtype;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.VendorId;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policies;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.sir.PeerX;
import sfd.sir.PeerXState;
import sfd.sir.PeerY;
import sfd.sir.PeerYState;
import sfd.token.Cookie;

/**
 * In which exchanges, and with which response flag, each kind of unprotected message is acted upon: a table written from
 * the texts and the readings, not from the roles. With every other exchange type and flag nothing is done.
 */
class DirectionsProperties {

    private static final Policy ALL = Policies.with(POLICY, Map.of("sir",
            Policies.with(POLICY.sir(), Map.of("dampening", 0, "tickets", true, "collapsed", true))));

    private static final Octets COOKIE = Cookie.of(DIGEST, secret(1), SPIS, ALICE, BOB);
    private static final Payload XS_COOKIE =
            new Payload.Notify(0, Octets.EMPTY, NotifyTypes.COOKIE, Cookie.own(DIGEST, secret(1), ALICE));

    private static Payload check(Subtype subtype) {
        return new CheckSpi.AboutIkeSa(subtype, SPIS, COOKIE).notification();
    }

    private static boolean opens(int exchange) {
        return exchange == ExchangeTypes.IKE_SA_INIT || exchange == ExchangeTypes.IKE_SESSION_RESUME;
    }

    private static <S> void actsOnly(boolean may, S before, Step<S> step) {
        boolean acts = step.effects().stream().anyMatch(it -> !(it instanceof Effect.Log));
        Statistics.collect(may, acts);
        assertEquals(may, acts, step::toString);
        if (!may) {
            assertSame(before, step.next());
            assertTrue(step.effects().size() == 1, step::toString);
        }
    }

    private static IkeHeader header(int exchange, boolean initiator, boolean response, int id) {
        return new IkeHeader(SPIS, exchange, initiator, response, id);
    }

    /** READING-6, READING-18, BASE-1.5-4: what looks protected is answered by who lost the SA. */
    @Property
    void aRequestIsAnswered(@ForAll @IntRange(max = 60) int exchange, @ForAll boolean initiator, @ForAll boolean response,
            @ForAll @IntRange(max = 1) int id) {
        boolean before = List.of(35, 39, 43).contains(exchange);
        boolean may = !response && !List.of(34, 38, 41).contains(exchange) && (!before || initiator && id > 0);
        Event e = received(ALICE, BOB, header(exchange, initiator, response, id), SK);
        MakerState maker = MakerState.initial(secrets(1));
        actsOnly(may, maker, Maker.step(POLICY, DIGEST, maker, e));
        PeerXState x = PeerXState.initial(secrets(1));
        actsOnly(may, x, PeerX.step(ALL, DIGEST, x, e));
    }

    private static TakerState alice() {
        return Peers.alice(POLICY, TakerState.INITIAL, halfOpen(BOB, true), established(ALICES_CHILD, token(1, SPIS)));
    }

    /** READING-17: a hint and a token, in every exchange that does not create an SA, with either flag. */
    @Property
    void aHintAndATokenAreTaken(@ForAll @IntRange(max = 60) int exchange, @ForAll boolean initiator, @ForAll boolean response) {
        IkeHeader header = header(exchange, initiator, response, 2);
        TakerState s = alice();
        actsOnly(!opens(exchange), s, Taker.step(POLICY, DIGEST, s, received(BOB, ALICE, header, INVALID_IKE_SPI)));
        actsOnly(!opens(exchange), s, Taker.step(POLICY, DIGEST, s, received(BOB, ALICE, header, token(1, SPIS))));
        PeerYState y = y();
        actsOnly(!opens(exchange), y, PeerY.step(ALL, DIGEST, y, received(BOB, ALICE, header, INVALID_IKE_SPI)));
    }

    private static PeerYState y() {
        PeerYState s = PeerYState.initial(secrets(1));
        for (Event event : List.of(halfOpen(BOB, true), established(ALICES_CHILD, VendorId.PAYLOAD))) {
            s = PeerY.step(ALL, DIGEST, s, event).next();
        }
        return s;
    }

    /** READING-9, READING-19, SIR-3.5-5: Y takes answers as responses, and an offer as a request of IKE_SA_INIT. */
    @Property
    void aNackIsTaken(@ForAll @IntRange(max = 60) int exchange, @ForAll boolean initiator, @ForAll boolean response) {
        boolean may = response ? opens(exchange) || exchange == ExchangeTypes.INFORMATIONAL
                : exchange == ExchangeTypes.IKE_SA_INIT;
        PeerYState s = y();
        actsOnly(may, s, PeerY.step(ALL, DIGEST, s,
                received(BOB, ALICE, header(exchange, initiator, response, 0), check(Subtype.NACK))));
    }

    /** READING-9: X answers a QUERY that is a request outside of all exchanges; READING-19: or on IKE_SA_INIT, with its cookie. */
    @Property
    void aQueryIsAnswered(@ForAll @IntRange(max = 60) int exchange, @ForAll boolean initiator, @ForAll boolean response,
            @ForAll boolean withCookie) {
        boolean collapsed = withCookie && exchange == ExchangeTypes.IKE_SA_INIT;
        boolean may = !response && (exchange == ExchangeTypes.INFORMATIONAL || collapsed);
        IkeHeader header = header(exchange, initiator, response, 0);
        PeerXState s = PeerXState.initial(secrets(1));
        actsOnly(may, s, PeerX.step(ALL, DIGEST, s, withCookie
                ? received(ALICE, BOB, header, XS_COOKIE, check(Subtype.QUERY))
                : received(ALICE, BOB, header, check(Subtype.QUERY))));
    }

    /** BASE-2.6-5: a cookie is shown in a request of IKE_SA_INIT, and nowhere else. */
    @Property
    void aCookieIsShown(@ForAll @IntRange(max = 60) int exchange, @ForAll boolean initiator, @ForAll boolean response) {
        PeerXState s = PeerXState.initial(secrets(1));
        actsOnly(!response && exchange == ExchangeTypes.IKE_SA_INIT, s, PeerX.step(ALL, DIGEST, s,
                received(ALICE, BOB, new IkeHeader(OTHER_SPIS, exchange, initiator, response, 0), XS_COOKIE)));
    }
}
