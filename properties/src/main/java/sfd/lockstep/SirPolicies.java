package sfd.lockstep;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import sfd.sa.SirPolicy;
import sfd.sa.SirPolicy.Cause;
import sfd.sa.SirPolicy.QueryTo;
import sfd.traces.value.Value;

/** What a policy says of stateless recovery, both ways. */
final class SirPolicies {

    private SirPolicies() {
    }

    static SirPolicy concretise(Value sir) {
        return new SirPolicy(sir.field("anyRequest").bool(), sir.field("ownCookie").bool(),
                Concretise.integer(sir.field("verdicts")),
                sir.field("initiatesTo").elements().stream().map(it -> Names.address(it.text()))
                        .collect(Collectors.toUnmodifiableSet()), Concretise.integer(sir.field("lingering")),
                Concretise.integer(sir.field("queries")), named(QueryTo.values(), QueryTo::label, sir.field("queryTo")),
                Concretise.integer(sir.field("delay")), sir.field("waitChecks").bool(), Concretise.integer(sir.field("dampening")),
                sir.field("dampenedBy").elements().stream().map(it -> named(Cause.values(), Cause::label, it))
                        .collect(Collectors.toUnmodifiableSet()),
                sir.field("acceptsOffers").bool(), sir.field("tickets").bool(), sir.field("collapsed").bool());
    }

    static Value abstraction(SirPolicy sir) {
        var fields = new TreeMap<String, Value>();
        Map.of("anyRequest", sir.anyRequest(), "ownCookie", sir.ownCookie(),
                "waitChecks", sir.waitChecks(), "acceptsOffers", sir.acceptsOffers(),
                "tickets", sir.tickets(), "collapsed", sir.collapsed())
                .forEach((name, value) -> fields.put(name, Value.of(value)));
        Map.of("lingering", sir.lingering(), "queries", sir.queries(), "verdicts", sir.verdicts(), "delay", sir.delay(),
                "dampening", sir.dampening())
                .forEach((name, value) -> fields.put(name, Value.of(value)));
        fields.put("initiatesTo",
                Value.set(sir.initiatesTo().stream().map(Names::addressName).map(Value::of).toList()));
        fields.put("queryTo", Value.of(sir.queryTo().label()));
        fields.put("dampenedBy", Value.set(sir.dampenedBy().stream().map(Cause::label).map(Value::of).toList()));
        return Value.record(fields);
    }

    private static <E> E named(E[] all, Function<E, String> label, Value name) {
        return Arrays.stream(all).filter(it -> label.apply(it).equals(name.text())).findFirst()
                .orElseThrow(() -> new NotInModelException("a policy has no " + name));
    }
}
