package sfd.probe;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/**
 * The values of a case that its data only names, and octets written with such names: hexadecimal digits, and between braces a name
 * or {@code randomN} for N random octets.
 */
final class Names {

    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)(\\d*)}");

    /** Why a value is not there. */
    private static final Map<String, String> MISSING = Map.of(
            "childOfOurs", "no child SA came about",
            "halfOpen", "no answer to IKE_SA_INIT made an IKE SA half open",
            "deleted", "no IKE SA was deleted",
            "live", "there is no IKE SA",
            "askedCookie", "nothing was asked",
            "askedSize", "nothing was asked");

    private final Map<String, Octets> values = new HashMap<>();
    private final RandomGenerator random;

    Names(RandomGenerator random) {
        this.random = random;
    }

    void put(String name, Octets value) {
        values.put(name, value);
    }

    void put(String name, int spi) {
        put(name, new OctetWriter(Integer.BYTES).u32(spi).finish());
    }

    /** Made where it is first asked for; the same from then on. */
    Octets fresh(String name, int length) {
        return values.computeIfAbsent(name, it -> random(length));
    }

    Octets random(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return Octets.of(octets);
    }

    /** @throws NotObservableException for a name that has no value, as that of a child SA that did not come about */
    Octets octets(String text) throws NotObservableException {
        var out = new OctetWriter();
        Matcher name = NAME.matcher(text);
        int at = 0;
        while (name.find()) {
            out.octets(Octets.hex(text.substring(at, name.start())));
            out.octets(value(name.group(1), name.group(2)));
            at = name.end();
        }
        return out.octets(Octets.hex(text.substring(at))).finish();
    }

    Octets value(String name, String length) throws NotObservableException {
        if (name.equals("random")) {
            return random(Integer.parseInt(length));
        }
        Octets value = values.get(name);
        if (value == null) {
            throw new NotObservableException(MISSING.getOrDefault(name, "there is nothing called " + name));
        }
        return value;
    }
}
