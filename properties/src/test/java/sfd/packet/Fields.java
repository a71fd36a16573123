package sfd.packet;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sfd.alphabet.EventJson;
import sfd.gateway.SaEntry;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;
import sfd.sa.ChildSa;
import sfd.sa.Policy;
import sfd.sa.SirPolicy;
import sfd.token.Secret;
import sfd.token.Secrets;

/** The fields that the readers of JSON know, each with a value that it may have; for who puts other values in their places. */
public final class Fields {

    private static final String SPIS = "{\"spiI\":\"4d7cbbaf52dcbd5c\",\"spiR\":\"dd9539a8d8608b1d\"}";
    private static final String CHILD = "{\"in\":\"0000012c\",\"out\":\"39fa7626\"}";
    private static final String SECRET = "{\"generation\":1,\"octets\":\"" + "ab".repeat(Secret.LENGTH) + "\"}";
    private static final String PAYLOAD = "{\"notify\":\"INVALID_SPI\",\"protocol\":1,\"spi\":\"\",\"data\":\"39fa7626\"}";

    private Fields() {
    }

    /** Those of each event. */
    public static List<Map<String, String>> ofEvents() {
        List<Map<String, String>> all = new ArrayList<>();
        EventJson.BY_NAME.forEach((name, type) -> {
            var fields = new LinkedHashMap<String, String>();
            fields.put("event", quoted(name));
            fields.put("now", "1");
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.getType() == IkeSpis.class && component.getName().equals("spis")) {
                    fields.put("spiI", quoted("4d7cbbaf52dcbd5c"));
                    fields.put("spiR", quoted("dd9539a8d8608b1d"));
                } else {
                    fields.put(component.getName(), fitting(component));
                }
            }
            all.add(fields);
        });
        return all;
    }

    private static String fitting(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == int.class) {
            return component.getName().equals("spi") ? quoted("0000012c") : "37";
        }
        if (type == List.class) {
            return "[" + PAYLOAD + "]";
        }
        if (type == java.util.Set.class) {
            return "[" + CHILD + "]";
        }
        return type.isEnum() ? quoted(((Enum<?>) type.getEnumConstants()[0]).name())
                : Map.of(boolean.class, "true", String.class, quoted("bob"), Octets.class, quoted("00"),
                        Endpoint.class, quoted("192.0.2.1:500"), IkeSpis.class, SPIS, ChildSa.class, CHILD, Secrets.class, "[" + SECRET + "]",
                        Secret.class, SECRET).get(type);
    }

    /** Those of an SA. */
    public static Map<String, String> ofSa() {
        var fields = new LinkedHashMap<String, String>();
        Stream.of(SaEntry.class.getRecordComponents()).forEach(it -> fields.put(it.getName(), switch (it.getName()) {
            case "here", "peer" -> quoted("192.0.2.1:500");
            case "identity" -> quoted("bob");
            case "children" -> "[" + CHILD + "]";
            case "tokens" -> "[\"" + "ab".repeat(16) + "\"]";
            case "phase" -> quoted("ESTABLISHED");
            default -> "false";
        }));
        fields.remove("spis");
        fields.put("spiI", quoted("4d7cbbaf52dcbd5c"));
        fields.put("spiR", quoted("dd9539a8d8608b1d"));
        return fields;
    }

    /** Those of a policy. */
    public static Map<String, String> ofPolicy() {
        Map<String, String> fields = numbers(Policy.class);
        fields.putAll(Map.of("text", quoted("qcd-06"), "method", quoted("5.2"), "tokensHandled", "4", "growth", "150", "longest", "300"));
        Map<String, String> sir = numbers(SirPolicy.class);
        sir.putAll(Map.of("initiatesTo", "[\"192.0.2.1\"]", "queryTo", quoted("source"), "dampenedBy", "[\"ack\",\"cookie\"]"));
        fields.put("sir", "{" + String.join(",", sir.entrySet().stream().map(it -> quoted(it.getKey()) + ":" + it.getValue()).toList()) + "}");
        return fields;
    }

    private static Map<String, String> numbers(Class<?> type) {
        var fields = new LinkedHashMap<String, String>();
        Stream.of(type.getRecordComponents()).forEach(it -> fields.put(it.getName(), it.getType() == boolean.class ? "false" : "1"));
        return fields;
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
