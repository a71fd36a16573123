package sfd.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;
import sfd.token.Secret;
import sfd.token.Secrets;
import sfd.traces.json.JsonValue;

/** The committed vectors as any reader of JSON finds them, and their fields as the reference's values. */
final class Read {

    static final Path FOLDER = Path.of(System.getProperty("project.root"), "traces", "vectors");

    private Read() {
    }

    /** A case, and the group that it is in. */
    record Placed(JsonNode group, JsonNode it) {
        String text(String name) {
            return (it.has(name) ? it : group).get(name).asText();
        }

        Octets octets(String name) {
            return Octets.hex(text(name));
        }

        IkeSpis spis() {
            return IkeSpis.of(Octets.concat(octets("spiI"), octets("spiR")));
        }

        Endpoint end(String name) {
            return Read.end(text(name));
        }
    }

    static JsonNode file(String function) {
        try {
            return JsonValue.parse(Files.readString(FOLDER.resolve(function + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Placed> cases(JsonNode file) {
        List<Placed> all = new ArrayList<>();
        file.get("groups").forEach(group -> group.get("cases").forEach(it -> all.add(new Placed(group, it))));
        return all.stream();
    }

    static Endpoint end(String text) {
        int colon = text.lastIndexOf(':');
        if (text.startsWith("[")) {
            return new Endpoint(Address.parse(text.substring(1, colon - 1)), Integer.parseInt(text.substring(colon + 1)));
        }
        return text.indexOf(':') == colon && colon > 0
                ? new Endpoint(Address.parse(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)))
                : new Endpoint(Address.parse(text), Endpoint.NO_UDP);
    }

    /** @throws IllegalArgumentException for what are no secrets */
    static Secrets secrets(JsonNode generations) {
        List<Secret> all = new ArrayList<>();
        generations.forEach(it -> all.add(Secret.of(it.get("generation").asInt(), Octets.hex(it.get("octets").asText()))));
        return new Secrets(all);
    }
}
