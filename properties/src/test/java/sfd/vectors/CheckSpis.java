package sfd.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sfd.ike.CheckSpi;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.octets.Octets;

/** What the reference makes of CHECK_SPI. */
final class CheckSpis {

    private CheckSpis() {
    }

    static Verdict decoded(Read.Placed it) {
        return Payloads.notification(it, NotifyTypes.CHECK_SPI, notify -> switch (CheckSpi.of(notify)) {
            case CheckSpi.Broken broken -> Verdict.invalid(broken.flaw().name());
            case CheckSpi.AboutIkeSa about -> says(about.subtype().name(), "spiI", about.spis().octets().slice(0, 8), "spiR",
                    about.spis().octets().slice(8, 16), about.cookie());
            case CheckSpi.AboutChildSa about -> says(about.subtype().name(), "spi", Octets.hex("%08x".formatted(about.spi())), "", null,
                    about.cookie());
            case CheckSpi.LoneCookie lone -> says("LONE_COOKIE", "", null, "", null, lone.cookie());
        });
    }

    private static Verdict says(String subtype, String one, Octets first, String other, Octets second, Octets cookie) {
        ObjectNode out = JsonNodeFactory.instance.objectNode().put("subtype", subtype);
        if (first != null) {
            out.put(one, first.toString());
        }
        if (second != null) {
            out.put(other, second.toString());
        }
        return Verdict.valid().with("checkSpi", out.put("cookie", cookie.toString()));
    }

    static Verdict encoded(Read.Placed it) {
        JsonNode check = it.it().get("checkSpi");
        Octets cookie = Octets.hex(check.get("cookie").asText());
        try {
            return Verdict.valid().with("payload", Payloads.octets(notification(check, cookie)));
        } catch (IllegalArgumentException e) {
            return Verdict.invalid("COOKIE_SIZE");
        }
    }

    private static Payload.Notify notification(JsonNode check, Octets cookie) {
        String subtype = check.get("subtype").asText();
        if (subtype.equals("LONE_COOKIE")) {
            return new CheckSpi.LoneCookie(cookie).notification();
        }
        return check.has("spi")
                ? new CheckSpi.AboutChildSa(CheckSpi.Subtype.valueOf(subtype), Integer.parseUnsignedInt(check.get("spi").asText(), 16),
                        cookie).notification()
                : new CheckSpi.AboutIkeSa(CheckSpi.Subtype.valueOf(subtype), IkeSpis.of(Octets.hex(check.get("spiI").asText()
                        + check.get("spiR").asText())), cookie).notification();
    }
}
