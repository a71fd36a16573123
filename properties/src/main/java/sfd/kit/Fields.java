package sfd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import sfd.alphabet.BadLineException;
import sfd.alphabet.EndpointText;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;

/**
 * The fields of one JSON object, as what they mean. Each throws IllegalArgumentException, in one line that names the field,
 * where it is missing or something else.
 *
 * @param node the object
 */
record Fields(JsonNode node) {

    /** @throws IllegalArgumentException unless it is an object with just these fields */
    Fields {
        require(node.isObject(), "an object is missing");
    }

    private JsonNode field(String name) {
        JsonNode field = node.get(name);
        require(field != null, name + " is missing");
        return field;
    }

    /** A whole number of 0 to 2^31 - 1. */
    int number(String name) {
        JsonNode field = field(name);
        require(field.isIntegralNumber() && field.canConvertToInt() && field.intValue() >= 0,
                name + " must be a whole number below 2^31");
        return field.intValue();
    }

    boolean bool(String name) {
        require(field(name).isBoolean(), name + " must be true or false");
        return field(name).booleanValue();
    }

    String text(String name) {
        require(field(name).isTextual(), name + " must be a string");
        return field(name).textValue();
    }

    Octets octets(String name) {
        require(text(name).matches("([0-9a-f]{2})*"), name + " must be octets in lower-case hexadecimal digits");
        return Octets.hex(text(name));
    }

    private Octets octets(String name, int length) {
        Octets octets = octets(name);
        require(octets.length() == length, name + " must have " + length + " octets");
        return octets;
    }

    int childSpi(String name) {
        return octets(name, Integer.BYTES).u32(0);
    }

    /** The fields {@code spiI} and {@code spiR}. */
    IkeSpis spis() {
        return new IkeSpis(octets("spiI", Long.BYTES).u64(0), octets("spiR", Long.BYTES).u64(0));
    }

    Address address(String name) {
        return Address.parse(text(name));
    }

    Endpoint endpoint(String name) {
        try {
            return EndpointText.parse(name, text(name));
        } catch (BadLineException e) {
            throw new IllegalArgumentException(e.getMessage());
        }
    }

    Fields object(String name) {
        return new Fields(field(name));
    }

    List<Fields> objects(String name) {
        return all(name, Fields::new);
    }

    <T> List<T> all(String name, Function<JsonNode, T> each) {
        require(field(name).isArray(), name + " must be an array");
        var all = new ArrayList<T>();
        field(name).forEach(item -> all.add(each.apply(item)));
        return all;
    }

    static void require(boolean met, String sentence) {
        if (!met) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
