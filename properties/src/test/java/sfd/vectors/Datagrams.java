package sfd.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import sfd.packet.Decode;
import sfd.packet.Input;
import sfd.traces.json.JsonValue;

/** What {@code decode} makes of whole datagrams. */
final class Datagrams {

    private static final Set<String> PLACE = Set.of("line", "port");

    private Datagrams() {
    }

    static Verdict decoded(Read.Placed it) {
        JsonNode said = decode(line(it));
        if (said.get("kind").asText().equals("malformed")) {
            Verdict verdict = Verdict.invalid(said.get("reason").asText());
            return said.has("payload") ? verdict.with("payload", said.at("/payload/number")) : verdict;
        }
        var shown = (ObjectNode) said.deepCopy();
        shown.remove(PLACE);
        return Verdict.valid().with("decoded", shown);
    }

    /** Of text decode is told our port only; where either end has 500 it is that. */
    private static String line(Read.Placed it) {
        int port = List.of(it.end("from").port(), it.end("to").port()).contains(500) ? 500 : it.end("to").port();
        return "port=" + port + (it.text("protocol").equals("ah") ? " protocol=ah " : " ") + it.text("datagram") + "\n";
    }

    private static JsonNode decode(String line) {
        var out = new ByteArrayOutputStream();
        Decode.run(Set.of(), Input.of(null), new ByteArrayInputStream(line.getBytes(StandardCharsets.US_ASCII)), new PrintStream(out),
                new PrintStream(OutputStream.nullOutputStream()));
        return JsonValue.parse(out.toString(StandardCharsets.UTF_8));
    }
}
