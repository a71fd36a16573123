package sfd.draw;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sfd.traces.value.Value;

/** What a person would say of it: messages, and what befalls somebody. */
final class Plain {

    private static final Map<String, String> BEFALLS = Map.of(
            "Crash", "crashes: its SAs are gone",
            "Back", "comes back",
            "Failover", "takes over",
            "Isolate", "is cut off, and keeps its SAs",
            "Lose", "loses the SA",
            "Copy", "gets a copy of the SA",
            "Rekey", "rekeys the SA",
            "RekeyAtBob", "rekeys the SA");

    private Plain() {
    }

    /** What a message means. @param forged whether an attacker made it, who has no keys */
    static String says(Value message, boolean forged) {
        return forged && notifies(message).isEmpty() ? "a made-up request" : says(message);
    }

    private static String says(Value message) {
        if (!message.field("kind").text().equals("ike")) {
            return message.field("kind").text().equals("esp") ? "a packet under the child SA" : Words.message(message);
        }
        String subtypes = notifies(message).stream().map(it -> it.find("subtype").map(Value::text).orElse(""))
                .collect(Collectors.joining());
        return switch (subtypes) {
            case "QUERY" -> "Do you have this SA?";
            case "ACK" -> "Yes, I have it";
            case "NACK" -> "No, I do not have it";
            default -> hint(message);
        };
    }

    private static String hint(Value message) {
        List<String> types = notifies(message).stream().map(it -> it.field("notify").text()).toList();
        boolean token = types.contains("QCD_TOKEN");
        if (types.contains("INVALID_IKE_SPI")) {
            return token ? "Unknown SA: its token" : "I do not know this SA";
        }
        if (types.contains("INVALID_SPI")) {
            return token ? "Unknown child SA: a token" : "I do not know this child SA";
        }
        return message.field("response").bool() ? "an answer under the SA" : "a request under the SA";
    }

    /** What is in it, by the names of the texts: "CHECK_SPI(QUERY) with a cookie", "CHECK_SPI(NACK) with that cookie". */
    static String holds(Value message) {
        if (!message.field("kind").text().equals("ike")) {
            return "";
        }
        String notifies = notifies(message).stream().map(Plain::name).collect(Collectors.joining(", "));
        return notifies.isEmpty() ? Words.exchange(message) : notifies;
    }

    private static String name(Value notify) {
        return notify.find("subtype")
                .map(subtype -> "CHECK_SPI(" + subtype.text() + ") with "
                        + (subtype.text().equals("QUERY") ? "a" : "that") + " cookie")
                .orElseGet(() -> notify.field("notify").text());
    }

    private static List<Value> notifies(Value message) {
        return message.find("payloads").map(Value::items).orElse(List.of()).stream()
                .filter(it -> it.field("type").text().equals("N")).toList();
    }

    /** "crashes: its SAs are gone"; the action's own name where there are no other words. */
    static String befalls(String action) {
        return BEFALLS.getOrDefault(action, action);
    }

    /** What somebody does with an SA, or that he notes something; empty for what is not drawn as a note. */
    static String does(Value effect) {
        return switch (effect.field("type").text()) {
            case "IkeSaDeleted" -> "deletes the SA";
            case "ChildSaDeleted" -> "deletes the child SA";
            case "Initiate" -> "replaces the SA";
            case "Log" -> notes(effect.field("reason").text());
            default -> "";
        };
    }

    private static String notes(String reason) {
        return switch (reason) {
            case "ANSWERS_LIMITED" -> "has no answer left";
            case "PEER_HAS_THE_SA" -> "keeps the SA";
            default -> "notes " + reason;
        };
    }

    /** True where an SA is given up by it. */
    static boolean givesUp(Value effect) {
        return List.of("IkeSaDeleted", "Initiate").contains(effect.field("type").text());
    }
}
