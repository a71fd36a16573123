package sfd.lockstep;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import sfd.ike.CheckSpi;
import sfd.ike.CheckSpi.Flaw;
import sfd.ike.CheckSpi.Subtype;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.octets.Octets;
import sfd.traces.value.Value;

/** CHECK_SPI of the model and of the wire, both ways. */
final class CheckSpis {

    private static final String LONE = "LONE";
    private static final String BROKEN = "BROKEN";
    private static final Octets IKE_SPIS = Octets.hex("1111111111111111 2222222222222222");

    /** One notification with each flaw and no other one before it. */
    private static final Map<Flaw, Payload.Notify> FLAWED = Map.of(
            Flaw.SHORT, notify(IKE_SPIS, "020000"),
            Flaw.COOKIE_SIZE, notify(IKE_SPIS, "02020000 aa"),
            Flaw.SUBTYPE, notify(IKE_SPIS, "04010000 aa"),
            Flaw.SPI_SIZE, notify(Octets.hex("1111111111111111"), "02010000 aa"));

    private final CookieTerms cookies;

    CheckSpis(CookieTerms cookies) {
        this.cookies = cookies;
    }

    Payload concretise(Value check) {
        String subtype = check.field("subtype").text();
        return switch (subtype) {
            case BROKEN -> FLAWED.get(Flaw.valueOf(
                    check.field("flaw").text().toUpperCase(Locale.ROOT).replace('-', '_')));
            case LONE -> new CheckSpi.LoneCookie(cookies.octets(check.field("cookie"))).notification();
            default -> about(Subtype.valueOf(subtype), check);
        };
    }

    private Payload about(Subtype subtype, Value check) {
        String child = check.field("child").text();
        Octets cookie = cookies.octets(check.field("cookie"));
        return child.isEmpty()
                ? new CheckSpi.AboutIkeSa(subtype, Concretise.pair(check.field("spis")), cookie).notification()
                : new CheckSpi.AboutChildSa(subtype, Names.child(child), cookie).notification();
    }

    Value abstraction(Payload.Notify notify) {
        return switch (CheckSpi.of(notify)) {
            case CheckSpi.Broken it -> fields(BROKEN,
                    Map.of("flaw", Value.of(it.flaw().name().toLowerCase(Locale.ROOT).replace('_', '-'))));
            case CheckSpi.LoneCookie it -> check(LONE, Value.of(0), "", it.cookie());
            case CheckSpi.AboutIkeSa it -> check(it.subtype().name(), Abstract.pair(it.spis()), "", it.cookie());
            case CheckSpi.AboutChildSa it ->
                    check(it.subtype().name(), Value.of(0), Names.childName(it.spi()), it.cookie());
        };
    }

    private Value check(String subtype, Value spis, String child, Octets cookie) {
        return fields(subtype, Map.of("spis", spis, "child", Value.of(child), "cookie", cookies.term(cookie)));
    }

    private static Value fields(String subtype, Map<String, Value> more) {
        var all = new TreeMap<>(more);
        all.put("type", Value.of("N"));
        all.put("notify", Value.of("CHECK_SPI"));
        all.put("subtype", Value.of(subtype));
        return Value.record(all);
    }

    private static Payload.Notify notify(Octets spi, String data) {
        return new Payload.Notify(CheckSpi.PROTOCOL_IKE, spi, NotifyTypes.CHECK_SPI, Octets.hex(data));
    }
}
