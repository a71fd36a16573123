package sfd.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sfd.check.BadInput;
import sfd.check.Entry;
import sfd.check.Expectation;
import sfd.check.Result;

/** What a model claims, and what the manifest expects of it, in words. */
public final class Claims {

    /** What it means that a claim fails. */
    private static final Map<String, String> FAILURES = Map.ofEntries(
            Map.entry("LiveTokenSecretInv", "a token of a living SA in the attacker's hands"),
            Map.entry("NoLiveTokenInClearProp", "a valid token in the clear"),
            Map.entry("NoTokenForExistingSaProp", "a token for an existing SA"),
            Map.entry("NoFalseNackProp", "NACK for an SA that is there"),
            Map.entry("CookieSecretInv", "a valid cookie in the attacker's hands"),
            Map.entry("NothingHeldInv", "an exchange is held about what Bob has"),
            Map.entry("OnlyOurCookieProp", "a recovery begun without a verified answer"),
            Map.entry("SoundGoneProp", "an SA given up that a member holds"),
            Map.entry("SoundUnservedProp", "an SA given up that is served"),
            Map.entry("UnansweredBoundInv", "more requests in vain than claimed"),
            Map.entry("DetectedProp", "a loss not detected"),
            Map.entry("ServedProp", "an SA that is not served, and Alice never knows"),
            Map.entry("ChildKeptInv", "a child SA thrown away that Bob uses"));

    /** What it means that a claim holds. */
    private static final Map<String, String> HOLDINGS = Map.ofEntries(
            Map.entry("LiveTokenSecretInv", "no attacker has a token of a living SA"),
            Map.entry("NoLiveTokenInClearProp", "no valid token is sent in the clear"),
            Map.entry("CookieSecretInv", "no attacker has a valid cookie"),
            Map.entry("NothingHeldInv", "no exchange is held about what Bob has"),
            Map.entry("SoundGoneProp", "only SAs that no member holds are given up"),
            Map.entry("SoundUnservedProp", "only SAs that are not served are given up"),
            Map.entry("NoGapProp", "no SA is deleted before its successor stands"),
            Map.entry("UnansweredBoundInv", "no more requests in vain than claimed"),
            Map.entry("DetectedProp", "every loss is detected"),
            Map.entry("ServedProp", "every SA that is not served is given up at last"),
            Map.entry("DetectedUnlessDroppedProp", "every loss is detected once packets are no longer dropped for ever"),
            Map.entry("GoneRefinement", "the wish is kept, by what any member holds"),
            Map.entry("UnservedRefinement", "the wish is kept, by what the serving member holds"),
            Map.entry("ChildKeptInv", "no child SA is thrown away that Bob uses"),
            Map.entry("DrawProp", "of what limits turn away the least lots wait, no more than there is room for, until the tick"),
            Map.entry("LimitedProp", "what the unprotected messages offered here cause is paid from the limits, and a protected request draws one answer"),
            Map.entry("OneByOneProp", "a tick ends only what stayed unanswered, and does one thing with each IKE SA"),
            Map.entry("HandedOutProp", "of each IKE SA's token the record says what was handed out"),
            Map.entry("NothingElseMattersInv", "whatever else he says comes to the same, or is only logged"),
            Map.entry("NothingKeptProp", "a datagram changes nothing but what is counted"),
            Map.entry("AsksItsPeerProp", "a question goes to the peer that it is about, and is counted for it"),
            Map.entry("ComparedCountsProp", "each comparison of a cookie is counted"),
            Map.entry("DampensByCauseProp", "a peer is dampened by the causes that the policy names, and always by them"),
            Map.entry("OnlyOurCookieDecidesProp", "only an answer with our own cookie makes sure of a recovery or ends one"),
            Map.entry("NoTokenForExistingSaProp", "no token for an existing SA"),
            Map.entry("NoFalseNackProp", "NACK only for an SA that is not there"),
            Map.entry("NoFalseChildVerdictProp", "of a child SA, under protection, what is true"),
            Map.entry("MovesOnProp", "where an end of an IKE SA moves, what a hint began is over, and what the peer denied goes on"),
            Map.entry("HintKeepsCheckProp", "a hint alone ends no liveness check"),
            Map.entry("SoundProp", "only what is lost is given up"),
            Map.entry("CompleteProp", "what is lost is given up"),
            Map.entry("RegenerableInv", "every token can be made again"),
            Map.entry("OnlyTheTokenEndsProp", "only its own token ends an SA"),
            Map.entry("ExactlyThatSaProp", "only that SA ends, with its child SAs"),
            Map.entry("SilenceProp", "tokens are answered as the text has it"),
            Map.entry("NoFalseAckProp", "ACK only for an SA that is there"),
            Map.entry("ReflectsProp", "cookies come back unchanged"),
            Map.entry("StatelessProp", "nothing is kept for an answer"),
            Map.entry("HintsInClearProp", "INVALID_IKE_SPI is never protected"),
            Map.entry("OnlyOurCookieProp", "only a verified answer begins a recovery"),
            Map.entry("NothingPerQueryProp", "nothing is kept of a question"),
            Map.entry("DampenedProp", "a dampened peer's hints do nothing"),
            Map.entry("WaitsForLifeProp", "who waits has asked under the old IKE SA, and only a sign of life ends the wait"),
            Map.entry("WaitsProp", "who waits does not start at once"));

    private static final Set<String> NO_CLAIM = Set.of("TypeOK");

    private Claims() {
    }

    /**
     * The properties that claim something: a {@code Reach...} is meant to be violated, and a type invariant is about the
     * model.
     */
    public static Map<String, Expectation> of(Entry model) {
        Map<String, Expectation> claims = new LinkedHashMap<>(model.expected());
        claims.keySet().removeIf(property -> property.startsWith("Reach") || NO_CLAIM.contains(property));
        return claims;
    }

    static List<String> holding(Entry model) {
        return with(model, Result.HOLDS);
    }

    static List<String> violated(Entry model) {
        return with(model, Result.VIOLATED);
    }

    private static List<String> with(Entry model, Result result) {
        List<String> properties = new ArrayList<>();
        of(model).forEach((property, expected) -> {
            if (expected.result() == result) {
                properties.add(property);
            }
        });
        return properties;
    }

    /** "only SAs that are not served are given up". @throws BadInput where nobody has said it in words yet */
    static String holds(String property) {
        return said(HOLDINGS, property, "holding of ");
    }

    /** What a claim says, in words, or else its name. */
    public static String claim(String property) {
        return HOLDINGS.getOrDefault(property, property);
    }

    /** What it means that it fails, in words, or else its name. */
    public static String fault(String property) {
        return FAILURES.getOrDefault(property, "not " + property);
    }

    private static String said(Map<String, String> words, String property, String what) {
        String said = words.get(property);
        if (said == null) {
            throw new BadInput("no words for a " + what + property + " in " + Claims.class.getSimpleName());
        }
        return said;
    }

    /** "an SA given up that is served, in 6 steps". @throws BadInput where nobody has said it in words yet */
    static String failure(Entry model, String property) {
        Integer steps = model.expected().get(property).steps();
        return said(FAILURES, property, "violation of ") + (steps == null ? "" : ", in " + steps + " steps");
    }
}
