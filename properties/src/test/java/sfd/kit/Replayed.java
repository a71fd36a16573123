package sfd.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;
import sfd.gateway.BadFileException;
import sfd.gateway.PolicyFile;
import sfd.lockstep.RoleFunctions;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.JdkDigest;

/** The Java taking a step that it reads from JSON, and nothing else: as any other implementation would. */
final class Replayed {

    private static final RoleStep ROLES = new RoleStep(RoleFunctions.reference(new JdkDigest()));

    private Replayed() {
    }

    static Policy policy(JsonNode policy) throws BadFileException {
        return PolicyFile.of((ObjectNode) policy.deepCopy());
    }

    /** @param next null where the very same state must come out. @param said effects and because */
    static void assertTaken(String what, String role, Policy policy, JsonNode state, JsonNode event, JsonNode next,
            JsonNode said) {
        Object before = StateFields.read(role, state);
        assertEquals(state.toString(), StateTree.of(before).toString(), what);
        Event told = EventTree.read(event);
        assertEquals(event.toString(), EventTree.of(told).toString(), what);
        Step<?> step = ROLES.of(policy, before, told);
        if (next == null) {
            assertSame(before, step.next(), what);
        } else {
            assertEquals(next.toString(), StateTree.of(step.next()).toString(), what);
        }
        assertEquals(said.get("effects").toString(), EffectTree.of(step.effects()).toString(), what);
        var because = JsonNodeFactory.instance.arrayNode();
        new TreeSet<>(step.because()).forEach(because::add);
        assertEquals(said.get("because").toString(), because.toString(), what);
    }
}
