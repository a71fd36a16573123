package sfd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a state, as JSON, knows of the SAs that an event names and of where it came from: in which of its fields they are,
 * each answer a fact. The branches of a role ask such questions, also where the outcome does not tell.
 */
final class KnownState {

    private static final List<String> LISTS = List.of("checks", "heard", "elsewhere", "able");

    private final JsonNode state;
    private final Map<String, List<String>> ofIkeSa = new HashMap<>();

    KnownState(JsonNode state) {
        this.state = state;
    }

    /** Facts in words, without repetition. */
    Set<String> of(EventNames names) {
        Set<String> facts = new LinkedHashSet<>();
        names.ikeSas().forEach(it -> put(facts, it.place(), it.spi()));
        names.childSas().forEach(it -> childSa(facts, it.place(), it.spi()));
        if (names.ikeSas().size() > 1) {
            facts.add(together(names.ikeSas()));
        }
        if (!names.source().isEmpty()) {
            facts.add("source " + source(names.source()));
        }
        return facts;
    }

    private void put(Set<String> facts, String place, String pair) {
        ofIkeSa.computeIfAbsent(pair, this::ikeSa).forEach(fact -> facts.add(place + ": " + fact));
    }

    private List<String> ikeSa(String pair) {
        List<String> facts = new ArrayList<>();
        facts.add(phase(pair));
        for (String list : LISTS) {
            if (state.has(list)) {
                facts.add(list + " " + (find(list, pair) != null));
            }
        }
        JsonNode recovery = find("recoveries", pair);
        if (recovery != null) {
            facts.add(recovery.get("pause").asInt() > 0 ? "waits" : "begun");
            facts.add(recovery.get("sure").asBoolean() ? "sure" : "not sure");
        } else if (state.has("recoveries")) {
            facts.add("no recovery");
        }
        JsonNode sa = find("sas", pair);
        if (sa != null && state.has("damped")) {
            facts.add("damped " + has(state.get("damped"), "identity", sa.get("identity").asText()));
        }
        return facts;
    }

    private String phase(String pair) {
        JsonNode sa = find("sas", pair);
        return sa == null ? "unknown" : sa.get("phase").asText();
    }

    /** Of several IKE SAs how they stand to each other. */
    private String together(List<EventNames.Named> named) {
        var text = new StringBuilder();
        named.forEach(it -> text.append(it.place()).append(' ').append(phase(it.spi())).append(", "));
        return text + (named.get(0).spi().equals(named.get(1).spi()) ? "the same" : "two");
    }

    private void childSa(Set<String> facts, String place, String spi) {
        int in = 0;
        int out = 0;
        for (JsonNode sa : state.get("sas")) {
            in += has(sa.get("children"), "in", spi) ? 1 : 0;
            if (has(sa.get("children"), "out", spi)) {
                out++;
                put(facts, place + " of", EventNames.pair(sa));
            }
        }
        facts.add(place + ": in of " + in);
        facts.add(place + ": out of " + out);
        if (state.has("lingering")) {
            facts.add(place + ": lingering " + has(state.get("lingering"), "spi", spi));
        }
        if (state.has("childMap")) {
            facts.add(place + ": mapped " + has(state.get("childMap"), "spi", spi));
            for (JsonNode child : state.get("childMap")) {
                if (child.get("spi").asText().equals(spi)) {
                    put(facts, place + " mapped to", EventNames.pair(child));
                }
            }
        }
    }

    /** How near the nearest peer is. */
    private String source(String end) {
        int nearest = 0;
        for (JsonNode sa : state.get("sas")) {
            String peer = sa.get("peer").asText();
            int near = peer.equals(end) ? 4 : host(peer).equals(host(end)) ? 2 : 0;
            nearest = Math.max(nearest, near == 0 ? 0 : near + (sa.get("phase").asText().equals(SaTree.ESTABLISHED) ? 1 : 0));
        }
        return List.of("unknown", "unknown", "at the address of a half-open one", "at the address of a peer",
                "a half-open one", "a peer").get(nearest);
    }

    private static String host(String end) {
        String bare = end.startsWith("[") ? end.substring(1, end.indexOf(']')) : end;
        return bare.indexOf(':') == bare.lastIndexOf(':') && bare.contains(":") ? bare.substring(0, bare.indexOf(':')) : bare;
    }

    private JsonNode find(String list, String pair) {
        for (JsonNode each : state.path(list)) {
            if (EventNames.pair(each).equals(pair)) {
                return each;
            }
        }
        return null;
    }

    private static boolean has(JsonNode list, String field, String text) {
        for (JsonNode each : list) {
            if (each.get(field).asText().equals(text)) {
                return true;
            }
        }
        return false;
    }
}
