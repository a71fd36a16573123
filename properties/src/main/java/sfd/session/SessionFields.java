package sfd.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sfd.ike.Address;
import sfd.octets.Octets;

/**
 * The fields of one JSON object of a session's file, as what they mean; all must be there.
 *
 * @param place what to call the object in a message
 */
record SessionFields(String place, JsonNode node) {

    /** A value made of fields, whose constructor may refuse them. */
    interface Making<T> {
        T make() throws SessionFileException;
    }

    private SessionFileException bad(String sentence) {
        return new SessionFileException(place + ": " + sentence);
    }

    /** The value, or the reason of its constructor against it. */
    <T> T made(Making<T> making) throws SessionFileException {
        try {
            return making.make();
        } catch (IllegalArgumentException refused) {
            throw bad(refused.getMessage());
        }
    }

    /** @throws SessionFileException unless this is an object with these fields and no others */
    void checkNames(String... names) throws SessionFileException {
        if (!node.isObject()) {
            throw bad("not a JSON object");
        }
        for (String name : names) {
            if (!node.has(name)) {
                throw bad(name + " is missing");
            }
        }
        for (String name : (Iterable<String>) node::fieldNames) {
            if (!Arrays.asList(names).contains(name)) {
                throw bad("there is a field that does not belong there, only " + String.join(", ", names));
            }
        }
    }

    boolean bool(String name) throws SessionFileException {
        if (!node.get(name).isBoolean()) {
            throw bad(name + " must be true or false");
        }
        return node.get(name).booleanValue();
    }

    /** 0 to 2^32, which is more than any of them may be. */
    long number(String name) throws SessionFileException {
        JsonNode value = node.get(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0 || value.longValue() > 1L << Integer.SIZE) {
            throw bad(name + " must be a number of 0 to 2^32");
        }
        return value.longValue();
    }

    /** 0 to 65535. */
    int small(String name) throws SessionFileException {
        long value = number(name);
        if (value > 0xFFFF) {
            throw bad(name + " must be a number of 0 to 65535");
        }
        return (int) value;
    }

    private String text(String name) throws SessionFileException {
        if (!node.get(name).isTextual()) {
            throw bad(name + " must be a string");
        }
        return node.get(name).textValue();
    }

    Suite suite(String name) throws SessionFileException {
        String text = text(name);
        for (Suite suite : Suite.values()) {
            if (suite.name().equals(text)) {
                return suite;
            }
        }
        throw bad(name + " must be one of " + Arrays.toString(Suite.values()));
    }

    Address address(String name) throws SessionFileException {
        try {
            return Address.parse(text(name));
        } catch (IllegalArgumentException notAnAddress) {
            throw bad(name + " must be an IP address");
        }
    }

    Octets octets(String name) throws SessionFileException {
        String text = text(name);
        if (!text.matches("([0-9a-f]{2})*")) {
            throw bad(name + " must be pairs of hexadecimal digits in lower case");
        }
        return Octets.hex(text);
    }

    Octets octets(String name, int length) throws SessionFileException {
        Octets octets = octets(name);
        if (octets.length() != length) {
            throw bad(name + " must have " + 2 * length + " hexadecimal digits");
        }
        return octets;
    }

    Key key(String name, int length) throws SessionFileException {
        return Key.of(octets(name, length));
    }

    SessionFields object(String name) {
        return new SessionFields(place + ", " + name, node.get(name));
    }

    List<SessionFields> objects(String name) throws SessionFileException {
        if (!node.get(name).isArray()) {
            throw bad(name + " must be an array");
        }
        var objects = new ArrayList<SessionFields>();
        for (JsonNode item : node.get(name)) {
            objects.add(new SessionFields(place + ", " + name + " " + (objects.size() + 1), item));
        }
        return List.copyOf(objects);
    }
}
