package sfd.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sfd.check.About;
import sfd.check.BadInput;
import sfd.traces.value.Rec;
import sfd.traces.value.SetOf;
import sfd.traces.value.Value;

/** What surrounds the roles of a model, in words, from what the model says of itself. */
public final class World {

    private static final Map<String, String> DEPLOYMENTS = Map.of(
            "single", "single gateway",
            "single-behind-nat", "single gateway, a NAT before an end",
            "standby", "hot-standby pair",
            "standby-two-addresses", "hot-standby pair, an address for each member",
            "load-sharing-unsynchronised", "load-sharing cluster, unsynchronised",
            "load-sharing-synchronised", "load-sharing cluster with a list of active SPIs");

    private static final Map<String, String> ATTACKERS = Map.of(
            "none", "no attacker",
            "off-path", "attacker off the path",
            "on-path", "attacker on the path",
            "in-the-middle", "attacker in the middle");

    private static final Map<String, String> BALANCERS = Map.of(
            "address", "balancer hashes the address",
            "port", "balancer hashes address and port",
            "any", "balancer not sticky");

    /** Fault to what it is called, in the order in which they are told; each model says how often one may happen. */
    private static final List<Map.Entry<String, String>> FAULTS = List.of(
            Map.entry("crash", "crash"), Map.entry("lose", "SA lost without a crash"),
            Map.entry("isolate", "isolation"), Map.entry("loss", "packet lost"), Map.entry("rekey", "rekey"),
            Map.entry("childRekey", "rekey of a child SA"), Map.entry("rollAtAlice", "rollover at Alice"),
            Map.entry("fail", "recovery that fails"),
            Map.entry("roll", "rollover"), Map.entry("move", "change of address"));

    private World() {
    }

    /** In one line, parts set apart by semicolons. */
    public static String words(About about) {
        List<String> words = new ArrayList<>();
        switch (about.kind()) {
            case "role" -> words.add("one role, every event of the alphabet in every state");
            case "abstract" -> words.add("the wish by itself");
            default -> {
                words.add(word(DEPLOYMENTS, about.deployment()));
                words.add(word(ATTACKERS, about.attacker()));
            }
        }
        parameter(about, "spis").filter("hidden"::equals).ifPresent(it -> words.add("SPIs hidden from him"));
        parameter(about, "balancer").map(BALANCERS::get).ifPresent(words::add);
        parameter(about, "sync").filter("copies"::equals).ifPresent(it -> words.add("SAs copied"));
        parameter(about, "method").filter("5.2"::equals).ifPresent(it -> words.add("token method 5.2"));
        parameter(about, "text").filter("qcd-06"::equals).ifPresent(it -> words.add("draft-nir-ike-qcd-06"));
        about.parameters().find("faults").map(World::faults).filter(it -> !it.isEmpty()).ifPresent(words::add);
        about.parameters().find("reading").map(it -> ((SetOf) it).elements()).filter(it -> !it.isEmpty())
                .ifPresent(it -> words.add("the other way: " + it.stream().map(Value::text).collect(Collectors.joining(", "))));
        if (!about.clausesOff().isEmpty()) {
            words.add("not kept: " + String.join(", ", about.clausesOff()));
        }
        return String.join("; ", words);
    }

    private static String faults(Value faults) {
        Set<String> said = FAULTS.stream().map(Map.Entry::getKey).collect(Collectors.toSet());
        if (!said.equals(Set.copyOf(((Rec) faults).names()))) {
            throw new BadInput("the faults of a world are not those in " + World.class.getSimpleName());
        }
        return FAULTS.stream()
                .filter(fault -> faults.field(fault.getKey()).integer() > 0)
                .map(fault -> fault.getValue() + " × " + faults.field(fault.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> parameter(About about, String name) {
        return about.parameters().find(name).map(Value::text);
    }

    /** @throws BadInput where nobody has said it in words yet */
    private static String word(Map<String, String> words, String name) {
        String word = words.get(name);
        if (word == null) {
            throw new BadInput("no words for " + name + " in " + World.class.getSimpleName());
        }
        return word;
    }
}
