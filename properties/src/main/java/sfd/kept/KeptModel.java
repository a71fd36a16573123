package sfd.kept;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sfd.check.About;
import sfd.check.Entry;
import sfd.check.Examined;
import sfd.check.Finding;
import sfd.check.Result;
import sfd.lockstep.Replay;
import sfd.lockstep.Speed;
import sfd.traces.graph.Trace;

/**
 * What was found of a model that was as expected, as it is written.
 *
 * @param digest of all that it depends on
 * @param modules that TLC asked for
 * @param seconds that it took
 */
record KeptModel(String digest, List<String> modules, Map<String, Found> findings, Long states, Long transitions, long initial,
        Replayed replay, double seconds) {

    /** @param trace whether there is a counterexample, in a file of its own */
    record Found(Finding.Kind kind, Result result, Integer steps, Integer loop, boolean trace) {

        static Found of(Finding finding) {
            return new Found(finding.kind(), finding.result(), finding.steps(), finding.loop(), finding.trace().isPresent());
        }
    }

    /** Without mismatches: there were none. */
    record Replayed(Replay.Kind kind, int states, int distinctTransitions, int roleTransitions, long roleStateEventPairs, int specToJava,
            Integer javaStates, Long javaTransitions) {

        static Replayed of(Replay it) {
            return new Replayed(it.kind(), it.states(), it.distinctTransitions(), it.roleTransitions(), it.roleStateEventPairs(),
                    it.specToJava(), it.javaStates(), it.javaTransitions());
        }

        /** Nothing was timed. */
        Replay replay() {
            return new Replay(kind, states, distinctTransitions, roleTransitions, roleStateEventPairs, specToJava, javaStates, javaTransitions,
                    0, Optional.empty(), Optional.empty(), Speed.NONE, Speed.NONE);
        }
    }

    static KeptModel of(Examined it, String digest) {
        Map<String, Found> findings = new LinkedHashMap<>();
        it.findings().forEach((property, finding) -> findings.put(property, Found.of(finding)));
        return new KeptModel(digest, it.modules(), findings, it.states(), it.transitions(), it.initial(),
                it.replay().map(Replayed::of).orElse(null), it.seconds());
    }

    /** @param traces the counterexamples, by property */
    Examined examined(Entry entry, About about, Map<String, Trace> traces) {
        Map<String, Finding> found = new LinkedHashMap<>();
        findings.forEach((property, it) -> found.put(property,
                new Finding(it.kind(), it.result(), it.steps(), Optional.ofNullable(traces.get(property)), it.loop())));
        return new Examined(entry, Optional.of(about), modules, found, states, transitions, initial,
                Optional.ofNullable(replay).map(Replayed::replay), List.of(), seconds, true);
    }
}
