package sfd.draw;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import sfd.ike.Endpoint;
import sfd.lockstep.Names;
import sfd.traces.value.Value;

/** The words for what stands in labels: endpoints, messages, SAs. */
final class Words {

    private Words() {
    }

    /** Alice; Bob's m1; Maker. */
    static String actor(String name) {
        if (name.matches("m\\d+")) {
            return "Bob's " + name;
        }
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Who lives there, address and port: "Alice 192.0.2.1:4500". The first letter of an address tells whose it is. */
    static String endpoint(Value endpoint) {
        String name = endpoint.field("address").text();
        if (name.isEmpty()) {
            return "nowhere";
        }
        String who = switch (name.charAt(0)) {
            case 'A' -> "Alice";
            case 'B' -> "Bob";
            case 'E' -> "Eve";
            default -> name;
        };
        return who + " " + new Endpoint(Names.address(name), Math.toIntExact(endpoint.field("port").integer()));
    }

    static String message(Value message) {
        String kind = message.field("kind").text();
        return switch (kind) {
            case "ike" -> exchange(message) + " " + message.field("id") + " for " + sa(message.field("spis"))
                    + payloads(message.field("payloads"));
            case "ah" -> "AH with SPI " + message.field("spi").text();
            case "esp" -> "ESP with SPI " + message.field("spi").text();
            case "keepalive" -> "NAT keepalive";
            case "malformed" -> "octets that are no message, " + message.field("reason").text();
            default -> message.toString();
        };
    }

    /** "INFORMATIONAL request". */
    static String exchange(Value message) {
        return message.field("exchange").text() + (message.field("response").bool() ? " response" : " request");
    }

    /** "IKE SA 1"; the SPIs 0 belong to none. */
    static String sa(Value pair) {
        return pair.integer() == 0 ? "no IKE SA" : "IKE SA " + pair;
    }

    /** ", N(INVALID_IKE_SPI), SK"; nothing for none. */
    static String payloads(Value payloads) {
        return payloads.items().stream().map(payload -> ", " + payload(payload)).collect(Collectors.joining());
    }

    private static String payload(Value payload) {
        if (!payload.field("type").text().equals("N")) {
            return payload.field("type").text();
        }
        String notify = payload.field("notify").text();
        if (notify.equals("QCD_TOKEN")) {
            return "N(QCD_TOKEN " + token(payload.field("token")) + ")";
        }
        if (notify.equals("CHECK_SPI")) {
            return "N(CHECK_SPI " + check(payload) + ")";
        }
        if (notify.equals("COOKIE")) {
            return "N(COOKIE" + cookie(payload.field("cookie")) + ")";
        }
        return "N(" + notify + payload.find("spi").map(spi -> " " + spi.text()).orElse("") + ")";
    }

    /** "NACK of IKE SA 1, cookie for Bob 198.51.100.11:4500 with secret 1"; "LONE, ..."; "BROKEN, subtype". */
    private static String check(Value check) {
        String subtype = check.field("subtype").text();
        if (subtype.equals("BROKEN")) {
            return subtype + ", " + check.field("flaw").text();
        }
        String child = check.field("child").text();
        String about = child.isEmpty() ? sa(check.field("spis")) : "child SA " + child;
        return subtype + (subtype.equals("LONE") ? "" : " of " + about) + cookie(check.field("cookie"));
    }

    /** ", cookie for Bob 198.51.100.11:4500 with secret 1"; nothing for none. */
    private static String cookie(Value cookie) {
        String octets = cookie.field("octets").text();
        return octets.equals("none") ? "" : ", cookie for " + endpoint(cookie.field("to")) + " with secret "
                + cookie.field("secret") + (octets.equals("all") ? "" : ", " + octets);
    }

    /** "of IKE SA 1 with secret 1"; the address where it is in the token, the octets where they are not all. */
    static String token(Value token) {
        String address = token.field("address").text();
        String octets = token.field("octets").text();
        return "of " + sa(token.field("spis")) + " with secret " + token.field("secret")
                + (address.equals("any") ? "" : " for " + Names.address(address))
                + (octets.equals("all") ? "" : ", " + octets);
    }

    /** " with child SAs a1/b1"; nothing for none. */
    static String children(Value children) {
        List<String> pairs = children.elements().stream()
                .map(Words::child).toList();
        return pairs.isEmpty() ? "" : " with child SA " + String.join(", ", pairs);
    }

    /** "a1/b1". */
    static String child(Value child) {
        return child.field("in").text() + "/" + child.field("out").text();
    }
}
