package sfd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import sfd.gateway.BadFileException;
import sfd.gateway.PolicyFile;
import sfd.ike.IkeMessage;
import sfd.ike.Incoming;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.lockstep.RoleFunctions;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.JdkDigest;

/**
 * Steps that no model has, since its tokens and cookies are right or another's: chosen ones with some octets changed, in the
 * very same state. What comes of them the reference alone has said, and not the specification.
 */
final class AnswerVariations {

    /** What is changed bit by bit: proof that must be right in all of them. */
    private static final List<Integer> PROOFS = List.of(NotifyTypes.QUICK_CRASH_DETECTION, NotifyTypes.CHECK_SPI, NotifyTypes.COOKIE);
    private static final int SHORTEST_ESP = 8;

    private static final RoleStep ROLES = new RoleStep(RoleFunctions.reference(new JdkDigest()));

    private final String role;
    private final ObjectNode policy;
    private final Policy read;

    /** @throws IllegalArgumentException for what is no policy */
    AnswerVariations(String role, JsonNode policy) {
        this.role = role;
        this.policy = policy.deepCopy();
        try {
            this.read = PolicyFile.of(policy.deepCopy());
        } catch (BadFileException e) {
            throw new IllegalArgumentException(e.getMessage());
        }
    }

    /** One of them. @param comment what was changed. @param next the state after it */
    record Varied(String comment, JsonNode next, JsonNode step) {
    }

    /** The same with room for no octet more than came. */
    AnswerVariations withoutAmplification() {
        return new AnswerVariations(role, policy.deepCopy().put("amplification", 1));
    }

    ObjectNode policy() {
        return policy;
    }

    /** One bit at the beginning, in the middle and at the end of the data of each proof. */
    List<Varied> oneBit(JsonNode state, JsonNode event) {
        List<Varied> varied = new ArrayList<>();
        if (EventTree.read(event) instanceof Event.Received packet
                && Wire.decode(packet.framing(), packet.datagram()) instanceof IkeMessage message) {
            for (int type : PROOFS) {
                for (Payload.Notify proof : message.notifies(type)) {
                    bits(varied, state, event, type, proof.data().toString());
                }
            }
        }
        return varied;
    }

    private void bits(List<Varied> varied, JsonNode state, JsonNode event, int type, String data) {
        String datagram = event.get("datagram").asText();
        int start = datagram.indexOf(data) / 2;
        int length = data.length() / 2;
        for (int at : new TreeSet<>(List.of(0, length / 2, length - 1))) {
            byte[] octets = HexFormat.of().parseHex(datagram);
            octets[start + at] ^= (byte) (at == length - 1 ? 1 : 0x80);
            varied.add(taken("one bit of octet " + at + " of N(" + type + ")", state,
                    ((ObjectNode) event.deepCopy()).put("datagram", HexFormat.of().formatHex(octets))));
        }
    }

    /** An ESP packet without any octet that nobody needs; any other packet as it is. */
    Varied shortest(JsonNode state, JsonNode event) {
        ObjectNode cut = event.deepCopy();
        String datagram = event.get("datagram").asText();
        boolean esp = EventTree.read(event) instanceof Event.Received packet
                && Wire.decode(packet.framing(), packet.datagram()) instanceof Incoming.Esp;
        cut.put("datagram", esp ? datagram.substring(0, 2 * SHORTEST_ESP) : datagram);
        return taken("no octet more than came", state, cut);
    }

    private Varied taken(String comment, JsonNode state, ObjectNode event) {
        Object before = StateFields.read(role, state);
        Step<?> step = ROLES.of(read, before, EventTree.read(event));
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("from", 0).put("to", step.next() == before ? 0 : 1);
        line.set("event", event);
        line.set("effects", EffectTree.of(step.effects()));
        ArrayNode because = line.putArray("because");
        new TreeSet<>(step.because()).forEach(because::add);
        return new Varied(comment, StateTree.of(step.next()), line);
    }
}
