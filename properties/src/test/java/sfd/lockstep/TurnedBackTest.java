package sfd.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sfd.sa.Event;
import sfd.sa.Step;
import sfd.token.JdkDigest;
import sfd.traces.graph.Graph;
import sfd.traces.graph.GraphBuilder;
import sfd.traces.graph.Label;
import sfd.traces.value.Value;

/** What of the model has no place in Java, and what of Java the model does not see, is found where it is turned. */
class TurnedBackTest {

    private static final Value TICK = Value.record(Map.of("type", Value.of("Tick")));
    private static final Value LOG = Value.record(Map.of("type", Value.of("Log"), "reason", Value.of("NO_HINT")));
    private static final Value MORE = Value.of("more");

    private static Label label(Value event, Value effect) {
        return Label.of(Value.record(Map.of(Label.ACTION, Value.of("Tick"), Label.ACTOR, Value.of("taker"), Label.EVENT, event,
                Label.EFFECTS, Value.seq(effect), Label.BECAUSE, Value.set())));
    }

    private static Value more(Value record) {
        var fields = new TreeMap<String, Value>();
        record.entries().forEach((name, value) -> fields.put(name.text(), value));
        fields.put("more", MORE);
        return Value.record(fields);
    }

    private static Prompt prompt(Value event, Value effect) {
        var concretise = new Concretise(new JdkDigest());
        return Prompt.of(label(event, effect), 0, concretise, new Abstract(concretise));
    }

    @Test
    void aFieldMoreOfAnEventOrAnEffectHasNoPlaceInJava() {
        assertEquals(new Event.Tick(), prompt(TICK, LOG).event());
        for (String message : List.of(assertThrows(NotInModelException.class, () -> prompt(more(TICK), LOG)).getMessage(),
                assertThrows(NotInModelException.class, () -> prompt(TICK, more(LOG))).getMessage())) {
            assertTrue(message.startsWith("a value comes back from Java as another one: "), message);
        }
    }

    /** A state in Java, of which the model sees the number. */
    private record Hidden(long number, int unseen) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Hidden that && number == that.number;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(number);
        }
    }

    private static Role<Hidden> role(int unseenAtFirst, int unseenThen) {
        return new Role<>("taker", (policy, state, event) -> new Step<>(new Hidden(state.number(), unseenThen), List.of(), Set.of()), null,
                value -> new Hidden(value.integer(), 0), state -> Value.of(state.number()), state -> new Hidden(state.number(), unseenAtFirst));
    }

    @Test
    void aStateThatComesBackAsAnotherOneIsFound() {
        var states = new RoleStates<>(new Role<>("taker", null, null, value -> value.integer() / 2, half -> Value.of(half * 2), half -> half));
        assertEquals(0, states.number(Value.of(2)));
        assertEquals("a state comes back from Java as another one: 2 instead of 3",
                assertThrows(NotInModelException.class, () -> states.number(Value.of(3))).getMessage());
    }

    private static Optional<String> stray(Role<Hidden> role) {
        var builder = new GraphBuilder();
        Value state = Value.record(Map.of(Actor.PEERS, Value.record(Map.of("taker", Value.of(1)))));
        builder.addInitial(state, Label.of(Value.record(Map.of(Label.ACTION, Value.of("Init")))));
        builder.addEdge(0, builder.number(label(TICK, LOG)), builder.target(state));
        Graph graph = builder.build();
        var walk = new JavaWalk<>(graph, Actor.of("taker", new RoleStates<>(role), graph), new Prompt[] {prompt(TICK, LOG)});
        walk.run();
        return walk.stray();
    }

    @Test
    void whatTheModelDoesNotSeeOfAStateIsFound() {
        assertEquals(Optional.empty(), stray(role(0, 0)));
        assertTrue(stray(role(5, 5)).orElseThrow().startsWith("a state in Java holds something that the model does not see: "));
        assertTrue(stray(role(0, 5)).orElseThrow().startsWith("two states in Java are equal, but hold something that differs"));
    }
}
