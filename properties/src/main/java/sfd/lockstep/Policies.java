package sfd.lockstep;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import sfd.sa.Policy;
import sfd.token.TokenMethod;
import sfd.traces.value.Value;

/** Policies of the model and of Java, both ways. */
final class Policies {

    private Policies() {
    }

    /** @throws NotInModelException where a field is missing, or Java does not have it */
    static Policy concretise(Value policy) {
        Policy concrete = new Policy(text(policy.field("text").text()), bool(policy, "maker"),
                method(policy.field("method").text()), integer(policy, "generations"), bool(policy, "childMap"),
                integer(policy, "childMapLost"), bool(policy, "answerIkeAuth"), bool(policy, "halfOpenExists"),
                integer(policy, "tokenAnswers"), integer(policy, "answers"), integer(policy, "answersToOne"),
                integer(policy, "amplification"), integer(policy, "reports"), integer(policy, "drawn"), bool(policy, "taker"),
                integer(policy, "tokensHandled"),
                integer(policy, "tokensKept"), bool(policy, "strictProtocolId"), bool(policy, "tokenNeedsCheck"),
                integer(policy, "verifications"), integer(policy, "sources"), integer(policy, "checks"),
                integer(policy, "tries"), integer(policy, "interval"), integer(policy, "growth"), integer(policy, "longest"),
                bool(policy, "givesUp"),
                bool(policy, "ignoreHintsWhenFresh"), bool(policy, "initialContact"),
                SirPolicies.concretise(policy.field("sir")));
        if (!abstraction(concrete).equals(policy)) {
            throw new NotInModelException("the policy comes back from Java as another one: "
                    + abstraction(concrete) + " instead of " + policy);
        }
        return concrete;
    }

    static Value abstraction(Policy policy) {
        var fields = new TreeMap<String, Value>();
        Map<String, Boolean> switches = Map.of("maker", policy.maker(), "childMap", policy.childMap(),
                "answerIkeAuth", policy.answerIkeAuth(), "halfOpenExists", policy.halfOpenExists(),
                "taker", policy.taker(), "strictProtocolId", policy.strictProtocolId(),
                "tokenNeedsCheck", policy.tokenNeedsCheck(), "givesUp", policy.givesUp(),
                "ignoreHintsWhenFresh", policy.ignoreHintsWhenFresh(), "initialContact", policy.initialContact());
        Map<String, Integer> limits = Map.of("generations", policy.generations(),
                "tokenAnswers", policy.tokenAnswers(), "answers", policy.answers(),
                "tokensHandled", policy.tokensHandled(), "tokensKept", policy.tokensKept(),
                "verifications", policy.verifications(), "sources", policy.sources(), "checks", policy.checks(),
                "tries", policy.tries(), "interval", policy.interval());
        Map<String, Integer> more = Map.of("childMapLost", policy.childMapLost(), "answersToOne", policy.answersToOne(),
                "amplification", policy.amplification(), "reports", policy.reports(), "drawn", policy.drawn(), "growth", policy.growth(),
                "longest", policy.longest());
        more.forEach((name, value) -> fields.put(name, Value.of(value)));
        switches.forEach((name, value) -> fields.put(name, Value.of(value)));
        limits.forEach((name, value) -> fields.put(name, Value.of(value)));
        fields.put("text", Value.of(policy.text().label()));
        fields.put("method", Value.of(policy.method().section()));
        fields.put("sir", SirPolicies.abstraction(policy.sir()));
        return Value.record(fields);
    }

    private static Policy.Text text(String label) {
        return Arrays.stream(Policy.Text.values()).filter(text -> text.label().equals(label)).findFirst()
                .orElseThrow(() -> new NotInModelException("no text " + label));
    }

    private static TokenMethod method(String section) {
        return Arrays.stream(TokenMethod.values()).filter(method -> method.section().equals(section)).findFirst()
                .orElseThrow(() -> new NotInModelException("no token method " + section));
    }

    private static boolean bool(Value policy, String field) {
        return policy.field(field).bool();
    }

    private static int integer(Value policy, String field) {
        return Math.toIntExact(policy.field(field).integer());
    }
}
