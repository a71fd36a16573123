package sfd.alphabet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.TreeSet;
import sfd.ike.Framing;
import sfd.sa.ChildSa;
import sfd.sa.Effect;
import sfd.sa.LogReason;
import sfd.sa.Step;

/** What a gateway does, as JSON, with the names that the effects have in the spec. */
public final class EffectJson {

    private static final Comparator<ChildSa> BY_SPIS = Comparator
            .comparing(ChildSa::in, Integer::compareUnsigned)
            .thenComparing(ChildSa::out, Integer::compareUnsigned);

    private EffectJson() {
    }

    /** Adds the effects of a step in their order, and the clauses that decided in that of the alphabet. */
    public static void put(ObjectNode out, Step<?> step) {
        ArrayNode effects = out.putArray("effects");
        step.effects().forEach(effect -> put(effects.addObject(), effect));
        ArrayNode because = out.putArray("because");
        new TreeSet<>(step.because()).forEach(because::add);
    }

    private static void put(ObjectNode out, Effect effect) {
        switch (effect) {
            case Effect.Send send -> PacketJson.put(
                    out.put("effect", "Send")
                            .put("from", send.from().toString())
                            .put("to", send.to().toString())
                            // A token in it is public from this moment on.
                            .put("datagram", send.datagram().toString())
                            .putObject("decoded"),
                    // There is no marker where either port is 500.
                    Framing.udp(send.from().port(), send.to().port()), send.datagram());
            case Effect.SendProtected send -> {
                PacketJson.spis(out.put("effect", "SendProtected"), send.spis());
                out.set("exchange", PacketJson.exchange(send.exchange()));
                out.put("response", send.response()).set("payloads", PayloadJson.payloads(send.payloads()));
            }
            case Effect.Retransmit again -> PacketJson.spis(out.put("effect", "Retransmit"), again.spis());
            case Effect.IkeSaDeleted deleted -> {
                PacketJson.spis(out.put("effect", "IkeSaDeleted"), deleted.spis());
                ArrayNode children = out.putArray("children");
                deleted.children().stream().sorted(BY_SPIS).forEach(child -> put(children.addObject(), child));
            }
            case Effect.ChildSaDeleted deleted -> {
                PacketJson.spis(out.put("effect", "ChildSaDeleted"), deleted.spis());
                put(out.putObject("child"), deleted.child());
            }
            case Effect.Initiate initiate -> {
                PacketJson.spis(out.put("effect", "Initiate"), initiate.replaces());
                out.put("from", initiate.from().toString())
                        .put("to", initiate.to().toString())
                        .set("payloads", PayloadJson.payloads(initiate.payloads()));
            }
            case Effect.Accept accept -> out.put("effect", "Accept").put("from", accept.from().toString())
                    .set("payloads", PayloadJson.payloads(accept.payloads()));
            case Effect.Log log -> {
                out.put("effect", "Log").put("reason", log.reason().name());
                if (log.reason() instanceof LogReason.Unreadable unreadable) {
                    out.put("explanation", unreadable.reason().explanation());
                }
            }
        }
    }

    private static void put(ObjectNode out, ChildSa child) {
        out.put("in", PacketJson.childSpi(child.in())).put("out", PacketJson.childSpi(child.out()));
    }
}
