package sfd.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import sfd.lockstep.Replay;
import sfd.lockstep.Speed;
import sfd.traces.graph.Label;
import sfd.traces.graph.Trace;
import sfd.traces.value.Value;

/** Findings of models that there are not. */
final class Made {

    static final About ABOUT = new About("system", "qcd", "single", "none", Value.seq(), Value.seq(), List.of(), List.of(), Value.seq(),
            Value.seq());

    private Made() {
    }

    /** A model with ten states and twenty transitions, of one initial state. */
    static Examined examined(boolean temporal, Map<String, Expectation> expected, Map<String, Finding> found, List<String> problems,
            Optional<Replay> replay) {
        var entry = new Entry("Made", "models/Worlds.tla", "models/Made.cfg", null, null, null, List.of(), Entry.Time.QUICK, temporal, "Made.",
                List.of(), expected, 10L, temporal ? null : 20L);
        return new Examined(entry, Optional.of(ABOUT), List.of("Worlds"), new LinkedHashMap<>(found), 10L, temporal ? null : 20L, 1, replay, problems,
                1, false);
    }

    static Expectation holds() {
        return new Expectation(Result.HOLDS, null);
    }

    static Expectation violated(int steps) {
        return new Expectation(Result.VIOLATED, steps);
    }

    static Finding found() {
        return Finding.holds(Finding.Kind.INVARIANT);
    }

    static Finding found(int steps) {
        return Finding.violated(Finding.Kind.INVARIANT, new Trace(IntStream.rangeClosed(0, steps).mapToObj(it -> new Trace.Step(
                Label.of(Value.record(Map.of(Label.ACTION, Value.of("Step")))), Value.of(it))).toList()));
    }

    static Answer answer(long distinct, long generated) {
        return new Answer(distinct, generated, List.of(), 0, Optional.empty(), null, 1);
    }

    static Answer answer(String violated, int length) {
        return new Answer(3, 5, List.of(violated.split(", ")), length, Optional.empty(), null, 1);
    }

    static Answer complaint(String line) {
        return new Answer(0, 0, List.of(), 0, Optional.empty(), line, 1);
    }

    static Replay replay(int mismatches) {
        return new Replay(Replay.Kind.SYSTEM, 10, 20, 15, 12, 15, null, null, mismatches, Optional.empty(), Optional.empty(), Speed.NONE,
                Speed.NONE);
    }
}
