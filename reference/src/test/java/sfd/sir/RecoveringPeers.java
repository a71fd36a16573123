package sfd.sir;

import static sfd.qcd.Peers.ALICE;
import static sfd.qcd.Peers.ALICES_CHILD;
import static sfd.qcd.Peers.BOB;
import static sfd.qcd.Peers.BOBS_CHILD;
import static sfd.qcd.Peers.CHECK;
import static sfd.qcd.Peers.DIGEST;
import static sfd.qcd.Peers.INVALID_IKE_SPI;
import static sfd.qcd.Peers.SK;
import static sfd.qcd.Peers.SPIS;
import static sfd.qcd.Peers.established;
import static sfd.qcd.Peers.halfOpen;
import static sfd.qcd.Peers.onlySent;
import static sfd.qcd.Peers.received;
import static sfd.qcd.Peers.secret;
import static sfd.qcd.Peers.secrets;

import java.util.List;
import java.util.Map;
import sfd.ike.CheckSpi;
import sfd.ike.CheckSpi.Subtype;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.VendorId;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policies;
import sfd.sa.Policy;
import sfd.sa.SirPolicy;
import sfd.token.Cookie;

/** Alice as peer Y and Bob as peer X, and what they say to each other. */
final class RecoveringPeers {

    private RecoveringPeers() {
    }

    static final Policy POLICY = calm(Policies.SMALL_BASELINE.sir());

    /** Without dampening, which would only hide what comes next. */
    static Policy calm(SirPolicy sir) {
        return with(Policies.with(sir, Map.of("dampening", 0)));
    }

    static SirPolicy sir(Map<String, Object> changes) {
        return Policies.with(POLICY.sir(), changes);
    }

    static Policy with(SirPolicy sir) {
        return Policies.with(Policies.SMALL_BASELINE, Map.of("sir", sir));
    }

    static final PeerXState EMPTY_BOB = PeerXState.initial(secrets(1));

    static PeerXState bob(Policy policy, PeerXState s, Event... events) {
        for (Event event : events) {
            s = PeerX.step(policy, DIGEST, s, event).next();
        }
        return s;
    }

    static PeerYState alice(Policy policy, PeerYState s, Event... events) {
        for (Event event : events) {
            s = PeerY.step(policy, DIGEST, s, event).next();
        }
        return s;
    }

    /** Alice with an IKE SA whose peer sent the Vendor ID (SIR-5-1). */
    static PeerYState aliceWithSa(Policy policy) {
        return alice(policy, PeerYState.initial(secrets(1)), halfOpen(BOB, true),
                established(ALICES_CHILD, VendorId.PAYLOAD));
    }

    static PeerXState bobWithSa() {
        return bob(POLICY, EMPTY_BOB, halfOpen(ALICE, false), established(BOBS_CHILD, VendorId.PAYLOAD));
    }

    static final Event HINT = received(BOB, ALICE, CHECK.reply(), INVALID_IKE_SPI);

    static final Octets COOKIE = Cookie.of(DIGEST, secret(1), SPIS, ALICE, BOB);

    static final IkeHeader ASKED = new IkeHeader(SPIS, ExchangeTypes.INFORMATIONAL, true, false, 0);

    static Payload check(Subtype subtype, Octets cookie) {
        return new CheckSpi.AboutIkeSa(subtype, SPIS, cookie).notification();
    }

    static Event.Received says(Subtype subtype, Octets cookie) {
        return received(BOB, ALICE, ASKED.reply(), check(subtype, cookie));
    }

    static final Effect STARTED = new Effect.Initiate(SPIS, ALICE, BOB, List.of(VendorId.PAYLOAD));

    /** Those in the header of a request for a new IKE SA (BASE-1.5-3). */
    static final IkeSpis NEW_SPIS = new IkeSpis(99, 0);

    static Payload invalidSpi(int spi) {
        return new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_SPI, Octets.hex("%08x".formatted(spi)));
    }

    static Effect askedAboutChild(boolean response, Subtype subtype) {
        return new Effect.SendProtected(SPIS, ExchangeTypes.INFORMATIONAL, response,
                List.of(new CheckSpi.AboutChildSa(subtype, BOBS_CHILD.in(), Octets.EMPTY).notification()));
    }

    static Event.Protected childQuestion() {
        return new Event.Protected(SPIS, ExchangeTypes.INFORMATIONAL, false,
                List.of(new CheckSpi.AboutChildSa(Subtype.QUERY, BOBS_CHILD.in(), Octets.EMPTY).notification()));
    }

    static Event told(Policy policy) {
        IkeMessage hint = onlySent(PeerX.step(policy, DIGEST, EMPTY_BOB, received(ALICE, BOB, CHECK, SK)));
        return received(BOB, ALICE, hint.header(), hint.payloads().toArray(Payload[]::new));
    }
}
