package sfd.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.SirPolicy;

/**
 * One alphabet: spec and Java have the same events, effects, policies and reasons under the same names. The lockstep
 * compares what the models use; this compares all there is.
 */
class AlphabetRules {

    private static final SpecText ALPHABET = SpecText.of("Alphabet");
    private static final List<SpecText> ROLES =
            Stream.of("Alphabet", "SaTable", "Hints", "Liveness", "Maker", "SirMessages", "PeerX", "PeerY", "Taker").map(SpecText::of).toList();

    @Test
    void eventsHaveTheSameNamesAndFields() {
        assertEquals(List.of(), AlphabetDifferences.constructors(events(ALPHABET), Event.class));
    }

    @Test
    void effectsHaveTheSameNamesAndFields() {
        assertEquals(List.of(), AlphabetDifferences.constructors(effects(ALPHABET), Effect.class));
    }

    @Test
    void everyRenamingIsNeeded() {
        assertEquals(Set.of(), AlphabetDifferences.renamedWithoutNeed(
                Stream.concat(events(ALPHABET).stream(), effects(ALPHABET).stream()).toList()));
        assertEquals(Set.of("Send.message"), AlphabetDifferences.renamedWithoutNeed(events(ALPHABET)),
                "without the effects their renaming is without need");
    }

    @Test
    void policiesHaveTheSameFieldsAndDefaults() {
        Map<String, String> rfc6290 = SpecText.of("Policy").record("Rfc6290");
        assertEquals(List.of(), AlphabetDifferences.policy(rfc6290, Policy.RFC6290));
        Map<String, String> baseline = new LinkedHashMap<>(rfc6290);
        baseline.putAll(SpecText.of("Policy").changes("Baseline"));
        assertEquals(List.of(), AlphabetDifferences.policy(baseline, Policy.BASELINE));
        assertEquals(List.of(), AlphabetDifferences.policy(SpecText.of("Policy").record("Sir03"), SirPolicy.DEFAULT));
    }

    @Test
    void whatMendsTheTextsIsTheSame() {
        assertEquals(List.of(), AlphabetDifferences.policy(changedBy("Rfc6290", "QcdMended"), Policy.QCD_MENDED));
        assertEquals(List.of(), AlphabetDifferences.policy(changedBy("Sir03", "Sir03Mended"), SirPolicy.MENDED));
        Map<String, String> sir = changedBy("Rfc6290", "Baseline");
        sir.putAll(SpecText.of("Policy").changes("SirMended"));
        assertEquals(List.of(), AlphabetDifferences.policy(sir, Policy.SIR_MENDED));
    }

    private static Map<String, String> changedBy(String record, String changes) {
        Map<String, String> fields = new LinkedHashMap<>(SpecText.of("Policy").record(record));
        fields.putAll(SpecText.of("Policy").changes(changes));
        return fields;
    }

    @Test
    void octetsAreMalformedForTheSameReasonsAndClauses() {
        assertEquals(List.of(), AlphabetDifferences.malformed(ALPHABET.record("MalformedReasons")));
    }

    @Test
    void rolesLogTheSameReasons() {
        assertEquals(List.of(), AlphabetDifferences.reasons(ROLES));
    }

    // That each comparison can fail: a spec with one word changed.

    @Test
    void aFieldRenamedInTheSpecIsFound() {
        assertDiffers("the Event SecretRolled: [fresh] in the spec, [secret] in Java",
                AlphabetDifferences.constructors(events(changed(ALPHABET, "SecretRolled(secret)        == [type |-> \"SecretRolled\", secret |-> secret]",
                        "SecretRolled(fresh) == [type |-> \"SecretRolled\", fresh |-> fresh]")), Event.class));
    }

    @Test
    void anEventThatOnlyOneSideHasIsFound() {
        assertDiffers("the Event Tick stands in Java only",
                AlphabetDifferences.constructors(events(changed(ALPHABET, "\nTick ", "\n\\* Tick ")), Event.class));
        assertDiffers("the Event Woken stands in the spec only",
                AlphabetDifferences.constructors(events(changed(ALPHABET, "\nTick ", "\nWoken == [type |-> \"Woken\"]\nTick ")),
                        Event.class));
    }

    @Test
    void anEffectWithAnotherFieldIsFound() {
        assertDiffers("the Effect Log: [reason, count] in the spec, [reason] in Java",
                AlphabetDifferences.constructors(effects(changed(ALPHABET, "Log(reason) == [type |-> \"Log\", reason |-> reason]",
                        "Log(reason, count) == [type |-> \"Log\", reason |-> reason, count |-> count]")), Effect.class));
    }

    @Test
    void anotherDefaultIsFound() {
        assertDiffers("the policy's field tokensHandled: 3 in the spec, 4 in Java", AlphabetDifferences.policy(
                changed(SpecText.of("Policy"), "tokensHandled        |-> 4", "tokensHandled |-> 3").record("Rfc6290"),
                Policy.RFC6290));
    }

    @Test
    void anotherClauseOfAReasonIsFound() {
        assertDiffers("the malformed octets' reason EMPTY: BASE-3.1-3 in the spec, BASE-3.1-4 in Java",
                AlphabetDifferences.malformed(changed(ALPHABET, "EMPTY                     |-> \"BASE-3.1-4\"",
                        "EMPTY |-> \"BASE-3.1-3\"").record("MalformedReasons")));
    }

    @Test
    void anotherReasonIsFound() {
        SpecText taker = changed(SpecText.of("Taker"), "TOKEN_MISMATCH", "TOKEN_WRONG");
        List<String> differences = AlphabetDifferences.reasons(
                Stream.concat(ROLES.stream().limit(ROLES.size() - 1L), Stream.of(taker)).toList());
        assertEquals(List.of("the reason TOKEN_WRONG stands in the spec only",
                "the reason TOKEN_MISMATCH stands in Java only"), differences);
    }

    private static void assertDiffers(String sentence, List<String> differences) {
        assertEquals(List.of(sentence), differences);
    }

    /** @throws IllegalStateException where nothing is to be changed: the test would compare the spec as it is */
    private static SpecText changed(SpecText spec, String from, String to) {
        if (!spec.text().contains(from)) {
            throw new IllegalStateException("the spec does not say " + from);
        }
        return new SpecText(spec.text().replace(from, to));
    }

    private static List<SpecText.Constructor> events(SpecText alphabet) {
        return alphabet.constructors("Events.");
    }

    private static List<SpecText.Constructor> effects(SpecText alphabet) {
        return alphabet.constructors("Effects.");
    }
}
