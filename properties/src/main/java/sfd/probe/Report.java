package sfd.probe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import sfd.alphabet.PacketJson;
import sfd.catalogue.Clause;
import sfd.ike.Endpoint;
import sfd.ike.Framing;
import sfd.octets.Octets;

/** All that was asked and came as JSON; its form is {@code traces/schemas/probe.schema.json}. Nothing under protection is opened in it. */
public final class Report {

    private Report() {
    }

    /** @param sent datagrams in all */
    public static ObjectNode of(Target target, int sent, List<Judgement> judged) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.putObject("target").put("ike", target.ike().toString()).put("shared", target.shared().toString())
                .put("from", target.here().toString());
        report.put("withSession", target.credentials().isPresent()).put("sent", sent);
        ObjectNode counts = report.putObject("counts");
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict.toString(), judged.stream().filter(it -> it.verdict() == verdict).count());
        }
        ArrayNode cases = report.putArray("cases");
        judged.forEach(it -> put(cases.addObject(), it));
        return report;
    }

    private static void put(ObjectNode out, Judgement it) {
        out.put("case", it.id()).put("says", it.says()).put("verdict", it.verdict().toString());
        ArrayNode clauses = out.putArray("clauses");
        for (Clause clause : it.clauses()) {
            clauses.addObject().put("id", clause.id()).put("level", clause.level().toString()).put("ours", clause.ours());
        }
        out.put("sentence", it.sentence());
        ArrayNode steps = out.putArray("steps");
        for (Map.Entry<String, Seen> step : it.seen().entrySet()) {
            ObjectNode node = steps.addObject().put("step", step.getKey());
            ArrayNode sent = node.putArray("sent");
            step.getValue().sent().forEach(datagram -> put(sent.addObject(), datagram.from(), datagram.to(), datagram.datagram()));
            ArrayNode came = node.putArray("came");
            step.getValue().came().forEach(datagram -> put(came.addObject(), datagram.datagram().from(), datagram.datagram().to(),
                    datagram.datagram().datagram()));
        }
    }

    private static void put(ObjectNode out, Endpoint from, Endpoint to, Octets octets) {
        out.put("from", from.toString()).put("to", to.toString()).put("datagram", octets.toString());
        PacketJson.put(out.putObject("decoded"), Framing.udp(from.port(), to.port()), octets);
    }
}
