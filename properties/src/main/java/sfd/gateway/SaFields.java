package sfd.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sfd.alphabet.BadLineException;
import sfd.alphabet.EndpointText;
import sfd.alphabet.HexText;
import sfd.ike.Endpoint;
import sfd.octets.OctetReader;
import sfd.octets.Octets;

/**
 * The fields of one JSON object, as what they mean.
 *
 * @param place what to call the object in a message
 */
public record SaFields(String place, JsonNode node) {

    /** The largest child SPI that is reserved (BASE-3.1-4): no SA can have it. */
    private static final int LAST_RESERVED = 255;

    public BadFileException bad(String sentence) {
        return new BadFileException(place + ": " + sentence);
    }

    /** @throws BadFileException unless this is an object with no other fields than these */
    public void checkNames(String... names) throws BadFileException {
        if (!node.isObject()) {
            throw bad("not a JSON object");
        }
        for (String name : (Iterable<String>) node::fieldNames) {
            if (!Arrays.asList(names).contains(name)) {
                throw bad("there is no field " + name + ", only " + String.join(", ", names));
            }
        }
    }

    public String text(String name, String otherwise) throws BadFileException {
        JsonNode value = node.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw bad(name + " must be a string that is not empty");
        }
        return value.textValue();
    }

    private String text(String name) throws BadFileException {
        String text = text(name, "");
        if (text.isEmpty()) {
            throw bad(name + " is missing");
        }
        return text;
    }

    /** Where IKE is spoken, so with a UDP port. */
    public Endpoint endpoint(String name) throws BadFileException {
        try {
            Endpoint endpoint = EndpointText.parse(name, text(name));
            if (endpoint.port() != Endpoint.NO_UDP) {
                return endpoint;
            }
            throw bad(name + " needs a UDP port");
        } catch (BadLineException e) {
            throw bad(e.getMessage());
        }
    }

    /** An SPI of 4 or 8 octets, all its digits written; not one that no SA can have. */
    public long spi(String name, int length) throws BadFileException {
        Octets octets = octets(name, text(name));
        if (octets.length() != length) {
            throw bad(name + " must have " + 2 * length + " hexadecimal digits");
        }
        var in = new OctetReader(octets);
        long spi = length == Integer.BYTES ? Integer.toUnsignedLong(in.u32()) : in.u64();
        long least = length == Integer.BYTES ? LAST_RESERVED + 1 : 1;
        if (Long.compareUnsigned(spi, least) < 0) {
            throw bad(name + " must be " + least + " or more");
        }
        return spi;
    }

    /** False if it is not there. */
    public boolean bool(String name) throws BadFileException {
        JsonNode value = node.get(name);
        if (value != null && !value.isBoolean()) {
            throw bad(name + " must be true or false");
        }
        return value != null && value.booleanValue();
    }

    public SaEntry.Phase phase(String name) throws BadFileException {
        String text = text(name, SaEntry.Phase.ESTABLISHED.name());
        for (SaEntry.Phase phase : SaEntry.Phase.values()) {
            if (phase.name().equals(text)) {
                return phase;
            }
        }
        throw bad(name + " must be one of " + Arrays.toString(SaEntry.Phase.values()));
    }

    public List<SaFields> objects(String name) throws BadFileException {
        var objects = new ArrayList<SaFields>();
        for (JsonNode item : array(name)) {
            objects.add(new SaFields(place + ", " + name + " " + (objects.size() + 1), item));
        }
        return objects;
    }

    public List<Octets> octets(String name) throws BadFileException {
        var all = new ArrayList<Octets>();
        for (JsonNode item : array(name)) {
            if (!item.isTextual()) {
                throw bad(name + " must be strings of hexadecimal digits");
            }
            all.add(octets(name, item.textValue()));
        }
        return List.copyOf(all);
    }

    private Octets octets(String name, String text) throws BadFileException {
        try {
            return HexText.parse(text, 0);
        } catch (BadLineException e) {
            throw bad(name + ": " + e.getMessage());
        }
    }

    private Iterable<JsonNode> array(String name) throws BadFileException {
        JsonNode value = node.get(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw bad(name + " must be an array");
        }
        return value;
    }
}
