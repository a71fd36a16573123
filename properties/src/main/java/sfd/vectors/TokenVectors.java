package sfd.vectors;

import static sfd.vectors.Digits.labelled;
import static sfd.vectors.Digits.sha256;
import static sfd.vectors.Digits.zeros;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Tokens by the two methods of RFC 6290: {@code HASH(QCD_SECRET | SPI-I | SPI-R)}, and with {@code | IPaddr-T}. */
final class TokenVectors {

    static final String V4 = "192.0.2.1";
    static final String V4_OCTETS = "c0000201";
    static final String V6 = "2001:db8::c0de:1";
    static final String V6_OCTETS = "20010db80000000000000000c0de0001";
    static final String MAPPED = "::ffff:192.0.2.1";

    private final VectorFile file = new VectorFile("token",
            "The tokens that a maker has for an IKE SA, one for each generation of its secret, newest first. HASH, which "
            + "RFC 6290 leaves open, is SHA-256 here.", "QCD-5.1-1", "QCD-5.1-2", "QCD-5.2-1", "QCD-5.2-4", "QCD-1.1-1",
                    "QCD-5-8");

    private final TokenMistakes mistakes = new TokenMistakes(this);

    static VectorFile file() {
        var vectors = new TokenVectors();
        TokenFlags.explain(vectors.file);
        vectors.method51();
        vectors.method52();
        return vectors.file;
    }

    /** A generation of a secret. */
    record Generation(long number, String octets) {
    }

    static String spis(String name) {
        return labelled("token/spis/" + name, 16);
    }

    private static Generation generation(int number) {
        return new Generation(number, labelled("token/secret/" + number, 32));
    }

    /** The newest first. */
    private static List<Generation> generations(int count) {
        return IntStream.range(0, count).mapToObj(it -> generation(count - it)).toList();
    }

    Case begin(String comment, List<Generation> secrets, String spis, String address, List<String> tokens, String... flags) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        secrets.forEach(it -> array.addObject().put("generation", it.number()).put("octets", it.octets()));
        return file.example(comment, flags).with("secrets", array).spis(spis).with("address", address).with("tokens", tokens);
    }

    /** @param tail what is hashed behind the SPIs */
    private static List<String> tokens(List<Generation> secrets, String spis, String tail) {
        return secrets.stream().map(it -> sha256(it.octets(), spis, tail)).toList();
    }

    private void right(String comment, List<Generation> secrets, String spis, String address, String tail, String... flags) {
        begin(comment, secrets, spis, address, tokens(secrets, spis, tail), flags).valid();
    }

    /** IPv4 written as IPv6: no text says which of the two it is. */
    private void mapped(String comment, List<Generation> secrets, String spis, String address, String... flags) {
        begin(comment, secrets, spis, address, tokens(secrets, spis, V4_OCTETS), flags).acceptable("READING-26");
    }

    private void method51() {
        file.group("check").put("method", "5.1").put("hash", "SHA-256");
        for (int count = 1; count <= 4; count++) {
            right(count + " of 4 generations", generations(count), spis("generations/" + count), V4, "",
                    count == 1 ? "Normal" : "Generations");
        }
        boundaries(V4, "");
        right("the taker has an IPv6 address", generations(2), spis("anywhere"), V6, "", "AddressIgnored");
        right("the same, with an IPv4 address", generations(2), spis("anywhere"), V4, "", "AddressIgnored");
        right("the same, with that address written as IPv6", generations(2), spis("anywhere"), MAPPED, "", "AddressIgnored");
        mistakes.all(V4, "");
        mistakes.addresses51();
        rollovers(V4, "");
        refused(V4, "");
    }

    private void method52() {
        file.group("check").put("method", "5.2").put("hash", "SHA-256");
        for (int count = 1; count <= 4; count++) {
            String spis = spis("addressed/" + count);
            String flag = count == 1 ? "Normal" : "Generations";
            right("IPv4, generations: " + count, generations(count), spis, V4, V4_OCTETS, flag);
            right("IPv6, generations: " + count, generations(count), spis, V6, V6_OCTETS, flag);
            mapped("IPv4 written as IPv6, generations: " + count, generations(count), spis, MAPPED, "Mapped", flag);
        }
        boundaries(V6, V6_OCTETS);
        addresses();
        mistakes.all(V4, V4_OCTETS);
        mistakes.all(V6, V6_OCTETS);
        mistakes.addresses52();
        rollovers(V6, V6_OCTETS);
        refused(V6, V6_OCTETS);
    }

    private void boundaries(String address, String tail) {
        right("all bits of both SPIs set", generations(1), "f".repeat(32), address, tail, "Boundary");
        right("the least SPIs", generations(1), zeros(7) + "01" + zeros(7) + "01", address, tail, "Boundary");
        right("only the highest bit of each SPI", generations(1), "80" + zeros(7) + "80" + zeros(7), address, tail,
                "Boundary");
        right("a secret of zeros", List.of(new Generation(1, zeros(32))), spis("zeros"), address, tail, "Boundary");
        right("a secret of ones", List.of(new Generation(1, "f".repeat(64))), spis("ones"), address, tail, "Boundary");
        right("generations with numbers between them left out", List.of(generation(9), generation(5), generation(2)),
                spis("gaps"),
                address, tail, "Generations");
        right("the last generation number of four octets with sign", List.of(new Generation(Integer.MAX_VALUE,
                generation(7).octets())),
                spis("last"), address, tail, "Boundary");
    }

    /** The octets that stand where the address does. */
    private void addresses() {
        right("the last IPv4 address", generations(1), spis("255"), "255.255.255.255", "ffffffff", "Boundary");
        right("no IPv4 address", generations(1), spis("0"), "0.0.0.0", "00000000", "Boundary");
        right("no IPv6 address", generations(1), spis("::"), "::", zeros(16), "Boundary");
        right("the loopback of IPv6", generations(1), spis("::1"), "::1", zeros(15) + "01", "Boundary");
        mapped("the same IPv4 address in capitals of IPv6", generations(1), spis("capitals"), "::FFFF:C000:0201", "Mapped");
        right("written without a gap", generations(1), spis("long"), "2001:0DB8:0:0:0:0:C0DE:1", V6_OCTETS, "Boundary");
        right("an IPv4-compatible address is IPv6", generations(1), spis("compatible"), "::192.0.2.1", zeros(12) + V4_OCTETS,
                "NotMapped");
        right("an IPv4-translated address is IPv6", generations(1), spis("translated"), "::ffff:0:192.0.2.1",
                zeros(8) + "ffff0000" + V4_OCTETS, "NotMapped");
        right("an address of NAT64 is IPv6", generations(1), spis("nat64"), "64:ff9b::192.0.2.1", "0064ff9b" + zeros(8)
                + V4_OCTETS, "NotMapped");
        right("ones before the IPv4 address, and one octet before them", generations(1), spis("almost"),
                "0:0:0:0:1:ffff:192.0.2.1",
                zeros(9) + "01ffff" + V4_OCTETS, "NotMapped");
    }

    private void rollovers(String address, String tail) {
        String spis = spis("rollovers/" + tail);
        List<String> all = tokens(generations(4), spis, tail);
        begin("only the oldest of two", generations(2), spis, address, tokens(List.of(generation(1)), spis, tail),
                "GenerationLeftOut")
                .invalid("TOKENS");
        begin("the newest of four missing", generations(4), spis, address, all.subList(1, 4), "GenerationLeftOut")
                .invalid("TOKENS");
        begin("the oldest of four missing", generations(4), spis, address, all.subList(0, 3), "GenerationLeftOut")
                .invalid("TOKENS");
        List<String> more = new ArrayList<>(tokens(generations(2), spis, tail));
        more.add(tokens(List.of(generation(8)), spis, tail).getFirst());
        begin("a token of a generation that is no longer kept", generations(2), spis, address, more, "GenerationGone")
                .invalid("TOKENS");
        begin("the newest token twice", generations(2), spis, address, List.of(all.get(2), all.get(2)), "GenerationLeftOut")
                .invalid("TOKENS");
        begin("each token for another IKE SA", generations(3), spis, address, tokens(generations(3), spis("another"), tail),
                "OtherSa")
                .invalid("TOKENS");
        begin("no token at all", generations(1), spis, address, List.of(), "GenerationLeftOut").invalid("TOKENS");
    }

    private void refused(String address, String tail) {
        for (int octets : new int[] {0, 16, 31, 33, 64}) {
            List<Generation> secret = List.of(new Generation(1, labelled("token/length/" + octets, octets)));
            String spis = spis("length/" + octets);
            begin("a secret of " + octets + " octets", secret, spis, address, tokens(secret, spis, tail), "SecretLength")
                    .invalid("SECRET_LENGTH");
        }
        begin("five generations", generations(5), spis("five"), address, tokens(generations(5), spis("five"), tail),
                "TooManyGenerations")
                .invalid("GENERATIONS");
    }
}
