package sfd.vectors;

import static sfd.vectors.Digits.flipped;
import static sfd.vectors.Digits.labelled;
import static sfd.vectors.Digits.length;
import static sfd.vectors.Digits.sha256;
import static sfd.vectors.Digits.slice;
import static sfd.vectors.Digits.zeros;
import static sfd.vectors.Ike.RESPONSE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Tokens in the clear, and whether one of them is the proof: RFC 6290, 4.5 and 5. */
final class VerificationVectors {

    static final String SPIS = labelled("verification/spis", 16);
    static final String IN = "c0de" + labelled("verification/in", 2);
    static final String OUT = "beef" + labelled("verification/out", 2);

    private final VectorFile file = new VectorFile("verification",
            "A message in the clear over UDP port 500, and what a taker has stored: for an IKE SA with one child SA, "
            + "digests (SHA-256) of "
            + "tokens. Valid: one of the tokens that it has to look at is stored, so the IKE SA ends.",
            "QCD-3-5", "QCD-3-9", "QCD-4.5-3", "QCD-4.5-4", "QCD-4.5-6", "QCD-4.5-7", "QCD-4.1-2", "QCD-5-1", "QCD-5-5",
                    "QCD-5-6", "QCD-8.2-3");

    static VectorFile file() {
        var vectors = new VerificationVectors();
        VerificationFlags.explain(vectors.file);
        var messages = new VerificationMessages(vectors);
        vectors.handled(4);
        vectors.handled(6);
        vectors.group(4, false);
        vectors.stored();
        vectors.nearly();
        vectors.nearlyStored();
        vectors.malformed();
        messages.all();
        messages.protocols("READING-2");
        vectors.group(4, true);
        messages.protocols("");
        return vectors.file;
    }

    private void group(int handled, boolean strict) {
        ObjectNode group = file.group("verify").put("spiI", slice(SPIS, 0, 8)).put("spiR", slice(SPIS, 8, 16));
        group.putArray("children").addObject().put("in", IN).put("out", OUT);
        group.put("tokensHandled", handled).put("strictProtocolId", strict);
    }

    static String token(String name) {
        return labelled("verification/token/" + name, 32);
    }

    Case begin(String comment, Message message, List<String> stored, String... flags) {
        return file.example(comment, flags).with("message", message.octets())
                .with("stored", stored.stream().map(Digits::sha256).toList());
    }

    private Case begin(String comment, List<String> tokens, List<String> stored, String... flags) {
        List<Part> parts = new ArrayList<>(List.of(DatagramVectors.hint()));
        tokens.forEach(it -> parts.add(Part.token(it)));
        return begin(comment, Message.informational(SPIS, RESPONSE, 2, parts.toArray(Part[]::new)), stored, flags);
    }

    /** One to eight tokens, the stored one at each place. */
    private void handled(int handled) {
        group(handled, false);
        for (int count = 1; count <= 8; count++) {
            String label = handled + "/" + count + "/";
            List<String> tokens = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                tokens.add(token(label + i));
            }
            for (int at = handled == 4 ? 1 : Math.min(count, 4); at <= count; at++) {
                Case it = begin("the stored token is number " + at + " of " + count, tokens, List.of(tokens.get(at - 1)),
                        at <= handled ? count == 1 ? "Normal" : "Several" : "BeyondLimit");
                if (at <= handled) {
                    it.valid();
                } else {
                    it.invalid("TOKEN_MISMATCH");
                }
            }
            begin("none of " + count + " is stored", tokens, List.of(token(label + "other")), "Mismatch")
                    .invalid("TOKEN_MISMATCH");
        }
    }

    private void stored() {
        List<String> four = List.of(token("a"), token("b"), token("c"), token("d"));
        for (int at = 0; at < 4; at++) {
            begin("of four that are stored, number " + (at + 1), List.of(four.get(at)), four, "SeveralStored").valid();
        }
        begin("the last of four is the last of four stored", List.of(token("1"), token("2"), token("3"), token("d")), four,
                "SeveralStored", "Several").valid();
        begin("none of four is one of four stored", List.of(token("1"), token("2"), token("3"), token("4")), four,
                "SeveralStored", "Mismatch")
                .invalid("TOKEN_MISMATCH");
        begin("nothing is stored", List.of(token("a")), List.of(), "NothingStored").invalid("TOKEN_MISMATCH");
        begin("nothing is stored, and four are shown", four, List.of(), "NothingStored").invalid("TOKEN_MISMATCH");
        begin("nothing is stored, and zeros are shown", List.of(zeros(32)), List.of(), "NothingStored")
                .invalid("TOKEN_MISMATCH");
        begin("the same token four times", List.of(token("a"), token("a"), token("a"), token("a")), List.of(token("a")),
                "Several").valid();
        for (int octets : new int[] {16, 17, 64, 127, 128}) {
            String token = labelled("verification/length/" + octets, octets);
            begin("a token of " + octets + " octets", List.of(token), List.of(token), "Length").valid();
        }
    }

    /** What is almost the token. */
    private void nearly() {
        String token = token("nearly");
        String longest = labelled("verification/longest", 128);
        List<String> stored = List.of(token, longest);
        begin("but for the first bit", List.of(flipped(token, 0)), stored, "Nearly").invalid("TOKEN_MISMATCH");
        begin("but for the last bit", List.of(flipped(token, 31)), stored, "Nearly").invalid("TOKEN_MISMATCH");
        begin("but for the last bit of 128 octets", List.of(flipped(longest, 127)), stored, "Nearly")
                .invalid("TOKEN_MISMATCH");
        begin("the first 16 octets", List.of(slice(token, 0, 16)), stored, "Prefix").invalid("TOKEN_MISMATCH");
        begin("the first 31 octets", List.of(slice(token, 0, 31)), stored, "Prefix").invalid("TOKEN_MISMATCH");
        begin("the last 16 octets", List.of(slice(token, 16, 32)), stored, "Prefix").invalid("TOKEN_MISMATCH");
        begin("and an octet more", List.of(token + "00"), stored, "Prefix").invalid("TOKEN_MISMATCH");
        begin("twice, one behind the other", List.of(token + token), stored, "Prefix").invalid("TOKEN_MISMATCH");
        begin("in two halves", List.of(slice(token, 0, 16), slice(token, 16, 32)), stored, "Prefix")
                .invalid("TOKEN_MISMATCH");
        begin("with its last octet first", List.of(Digits.reversed(token)), stored, "Nearly").invalid("TOKEN_MISMATCH");
        begin("its digest", List.of(sha256(token)), stored, "StolenDigest").invalid("TOKEN_MISMATCH");
        begin("zeros", List.of(zeros(32)), stored, "Nearly").invalid("TOKEN_MISMATCH");
        begin("as text", List.of(Digits.ascii(token)), stored, "Nearly").invalid("TOKEN_MISMATCH");
    }

    /** A digest that is almost that of the token: all its octets are compared. */
    private void nearlyStored() {
        String token = token("nearly stored");
        String shown = Message.informational(SPIS, RESPONSE, 2, DatagramVectors.hint(), Part.token(token)).octets();
        for (int at : new int[] {0, 7, 8, 15, 16, 23, 24, 31}) {
            file.example("the digest is another one in its octet " + at, "Nearly").with("message", shown)
                    .with("stored", List.of(flipped(sha256(token), at))).invalid("TOKEN_MISMATCH");
        }
    }

    /** Tokens that are none, each stored as if it were one. */
    private void malformed() {
        for (int octets : new int[] {0, 1, 8, 15, 129, 256}) {
            String token = labelled("verification/length/" + octets, octets);
            begin("stored, and of " + octets + " octets", List.of(token), List.of(token), "Malformed")
                    .invalid("TOKEN_MALFORMED");
        }
        String good = token("good");
        String bad = labelled("verification/length/15", 15);
        begin("a malformed one, then the stored one", List.of(bad, good), List.of(good), "MalformedBefore").valid();
        begin("three malformed ones, then the stored one", List.of(bad, bad, bad, good), List.of(good), "MalformedBefore")
                .valid();
        begin("four malformed ones, then the stored one", List.of(bad, bad, bad, bad, good), List.of(good),
                "MalformedBefore", "BeyondLimit")
                .invalid("TOKEN_MALFORMED");
        begin("a malformed one that is stored, then another one", List.of(bad, good), List.of(bad), "Malformed", "Mismatch")
                .invalid("TOKEN_MISMATCH");
        for (int size : new int[] {1, 4, 16}) {
            Part spi = Part.notify(Ike.QCD_TOKEN, "QUICK_CRASH_DETECTION", 1, labelled("verification/spi", size), good);
            begin("an SPI of " + size + " octets before the stored token", Message.informational(SPIS, RESPONSE, 2,
                    DatagramVectors.hint(), spi),
                    List.of(good), "Malformed").invalid("TOKEN_MALFORMED");
        }
        begin("the stored token as SPI", Message.informational(SPIS, RESPONSE, 2, DatagramVectors.hint(),
                Part.notify(Ike.QCD_TOKEN, "QUICK_CRASH_DETECTION", 1, good, "")), List.of(good), "Malformed")
                        .invalid("TOKEN_MALFORMED");
    }
}
