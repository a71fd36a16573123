package sfd.packet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lines of which nothing is known: arbitrary octets, half-valid hexadecimal digits, and changed real datagrams. */
final class RandomLines {

    private static final List<String> WORDS = List.of("port=500", "port=4500", "port=0", "port=65536", "port=",
            "from=10.77.0.2:4500", "to=10.77.0.1:4500", "from=[2001:db8::1]:500", "to=10.77.0.1", "from=nowhere",
            "now=1", "now=9999999999", "now=1e9", "now=-1", "=", "a=b", "#");

    private final Random random;
    private final List<String> datagrams;

    RandomLines(long seed) {
        random = new Random(seed);
        datagrams = Stream.of("decode", "maker", "taker", "baseline", "peerX", "peerY")
                .flatMap(example -> read(example).stream())
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
    }

    private static List<String> read(String example) {
        try {
            return Files.readAllLines(Ran.EXAMPLES.resolve(example).resolve("input.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many lines; {@code prefix} gives the words that a good line begins with. */
    String text(int lines, Function<Random, String> prefix) {
        var text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(line(prefix)).append('\n');
        }
        return text.toString();
    }

    private String line(Function<Random, String> prefix) {
        return switch (random.nextInt(8)) {
            case 0 -> octets();
            case 1 -> random.nextInt(4) == 0 ? " \t".repeat(random.nextInt(3)) : "#" + octets();
            case 2 -> words() + digits("0123456789abcdefABCDEF xg=:\r\t");
            case 3 -> prefix.apply(random) + digits("0123456789abcdef");
            case 4 -> prefix.apply(random) + "00000000".repeat(random.nextInt(2)) + digits("0012f");
            case 5 -> prefix.apply(random) + pick(datagrams);
            default -> prefix.apply(random) + changed(pick(datagrams));
        };
    }

    private String octets() {
        byte[] octets = new byte[random.nextInt(100)];
        random.nextBytes(octets);
        return new String(octets, StandardCharsets.ISO_8859_1).replace('\n', '\r');
    }

    private String words() {
        var words = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            words.append(pick(WORDS)).append(random.nextBoolean() ? " " : "\t ");
        }
        return words.toString();
    }

    private String digits(String alphabet) {
        return random.ints(random.nextInt(150), 0, alphabet.length())
                .mapToObj(i -> alphabet.substring(i, i + 1))
                .reduce("", String::concat);
    }

    /** A few octets changed, and sometimes some taken away from the end. */
    private String changed(String datagram) {
        var changed = new StringBuilder(datagram);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = 2 * random.nextInt(Math.min(60, datagram.length() / 2));
            changed.replace(at, at + 2, "%02x".formatted(random.nextInt(256)));
        }
        if (random.nextInt(4) == 0) {
            changed.setLength(2 * random.nextInt(datagram.length() / 2));
        }
        return changed.toString();
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
