package sfd.check;

import java.util.List;
import java.util.Optional;
import sfd.traces.tlc.TlcException;
import sfd.traces.tlc.Walk;
import sfd.traces.value.Value;

/**
 * What a model says of itself, evaluated by TLC.
 *
 * @param kind role, system or abstract
 * @param clausesOff ids of the clauses that somebody in this model does not keep
 * @param assumed ids of what a system model takes for granted
 * @param roles which role each actor is, and {@code policies} under which policy; empty for an abstract model
 */
public record About(String kind, String protocol, String deployment, String attacker, Value parameters, Value bounds,
        List<String> clausesOff, List<String> assumed, Value roles, Value policies) {

    /** @throws TlcException where the module has no such operators, or cannot evaluate them */
    public static About of(Walk walk) {
        Value about = require(walk, "About");
        String kind = about.field("kind").text();
        boolean acts = !kind.equals("abstract");
        return new About(kind, about.field("protocol").text(), about.field("deployment").text(),
                about.field("attacker").text(), about.field("parameters"),
                about.find("bounds").orElse(Value.seq()),
                walk.constant("Off").map(About::texts).orElse(List.of()),
                about.find("assumed").map(About::texts).orElse(List.of()),
                acts ? require(walk, "Roles") : Value.seq(), acts ? require(walk, "Policies") : Value.seq());
    }

    private static List<String> texts(Value set) {
        return set.elements().stream().map(Value::text).sorted().toList();
    }

    private static Value require(Walk walk, String operator) {
        Optional<Value> value = walk.constant(operator);
        return value.orElseThrow(() -> new TlcException("the module does not define " + operator));
    }

    /**
     * Where a role does not keep a clause the Java must not do what it does. In a system model the roles keep them all,
     * and a clause that is off is one that their surroundings do not keep.
     */
    boolean owesLockstep() {
        return kind.equals("system") || (isRole() && clausesOff.isEmpty());
    }

    public boolean isRole() {
        return kind.equals("role");
    }
}
