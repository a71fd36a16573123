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
            "A message in the clear over UDP port 500, and what a taker has stored: for an IKE SA with one child SA, digests (SHA-256) of "
            + "tokens. Valid: one of the tokens that it has to look at is stored, so the IKE SA ends.",
            "QCD-3-5", "QCD-3-9", "QCD-4.5-3", "QCD-4.5-4", "QCD-4.5-6", "QCD-4.5-7", "QCD-4.1-2", "QCD-5-1", "QCD-5-5", "QCD-5-6", "QCD-8.2-3");

    static VectorFile file() {
        var vectors = new VerificationVectors();
        VerificationFlags.explain(vectors.file);
        vectors.handled(4);
        vectors.handled(6);
        vectors.group(4, false);
        vectors.stored();
        vectors.nearly();
        vectors.malformed();
        vectors.messages();
        vectors.protocols("READING-2");
        vectors.group(4, true);
        vectors.protocols("");
        return vectors.file;
    }

    private void group(int handled, boolean strict) {
        ObjectNode group = file.group("verify").put("spiI", slice(SPIS, 0, 8)).put("spiR", slice(SPIS, 8, 16));
        group.putArray("children").addObject().put("in", IN).put("out", OUT);
        group.put("tokensHandled", handled).put("strictProtocolId", strict);
    }

    private static String token(String name) {
        return labelled("verification/token/" + name, 32);
    }

    private Case begin(String comment, Message message, List<String> stored, String... flags) {
        return file.example(comment, flags).with("message", message.octets()).with("stored", stored.stream().map(Digits::sha256).toList());
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
            begin("none of " + count + " is stored", tokens, List.of(token(label + "other")), "Mismatch").invalid("TOKEN_MISMATCH");
        }
    }

    private void stored() {
        List<String> four = List.of(token("a"), token("b"), token("c"), token("d"));
        for (int at = 0; at < 4; at++) {
            begin("of four that are stored, number " + (at + 1), List.of(four.get(at)), four, "SeveralStored").valid();
        }
        begin("the last of four is the last of four stored", List.of(token("1"), token("2"), token("3"), token("d")), four, "SeveralStored", "Several").valid();
        begin("none of four is one of four stored", List.of(token("1"), token("2"), token("3"), token("4")), four, "SeveralStored", "Mismatch")
                .invalid("TOKEN_MISMATCH");
        begin("nothing is stored", List.of(token("a")), List.of(), "NothingStored").invalid("TOKEN_MISMATCH");
        begin("nothing is stored, and four are shown", four, List.of(), "NothingStored").invalid("TOKEN_MISMATCH");
        begin("nothing is stored, and zeros are shown", List.of(zeros(32)), List.of(), "NothingStored").invalid("TOKEN_MISMATCH");
        begin("the same token four times", List.of(token("a"), token("a"), token("a"), token("a")), List.of(token("a")), "Several").valid();
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
        begin("but for the last bit of 128 octets", List.of(flipped(longest, 127)), stored, "Nearly").invalid("TOKEN_MISMATCH");
        begin("the first 16 octets", List.of(slice(token, 0, 16)), stored, "Prefix").invalid("TOKEN_MISMATCH");
        begin("the first 31 octets", List.of(slice(token, 0, 31)), stored, "Prefix").invalid("TOKEN_MISMATCH");
        begin("the last 16 octets", List.of(slice(token, 16, 32)), stored, "Prefix").invalid("TOKEN_MISMATCH");
        begin("and an octet more", List.of(token + "00"), stored, "Prefix").invalid("TOKEN_MISMATCH");
        begin("twice, one behind the other", List.of(token + token), stored, "Prefix").invalid("TOKEN_MISMATCH");
        begin("in two halves", List.of(slice(token, 0, 16), slice(token, 16, 32)), stored, "Prefix").invalid("TOKEN_MISMATCH");
        begin("with its last octet first", List.of(Digits.reversed(token)), stored, "Nearly").invalid("TOKEN_MISMATCH");
        begin("its digest", List.of(sha256(token)), stored, "StolenDigest").invalid("TOKEN_MISMATCH");
        begin("zeros", List.of(zeros(32)), stored, "Nearly").invalid("TOKEN_MISMATCH");
        begin("as text", List.of(Digits.ascii(token)), stored, "Nearly").invalid("TOKEN_MISMATCH");
    }

    /** Tokens that are none, each stored as if it were one. */
    private void malformed() {
        for (int octets : new int[] {0, 1, 8, 15, 129, 256}) {
            String token = labelled("verification/length/" + octets, octets);
            begin("stored, and of " + octets + " octets", List.of(token), List.of(token), "Malformed").invalid("TOKEN_MALFORMED");
        }
        String good = token("good");
        String bad = labelled("verification/length/15", 15);
        begin("a malformed one, then the stored one", List.of(bad, good), List.of(good), "MalformedBefore").valid();
        begin("three malformed ones, then the stored one", List.of(bad, bad, bad, good), List.of(good), "MalformedBefore").valid();
        begin("four malformed ones, then the stored one", List.of(bad, bad, bad, bad, good), List.of(good), "MalformedBefore", "BeyondLimit")
                .invalid("TOKEN_MALFORMED");
        begin("a malformed one that is stored, then another one", List.of(bad, good), List.of(bad), "Malformed", "Mismatch").invalid("TOKEN_MISMATCH");
        for (int size : new int[] {1, 4, 16}) {
            Part spi = Part.notify(Ike.QCD_TOKEN, "QUICK_CRASH_DETECTION", 1, labelled("verification/spi", size), good);
            begin("an SPI of " + size + " octets before the stored token", Message.informational(SPIS, RESPONSE, 2, DatagramVectors.hint(), spi),
                    List.of(good), "Malformed").invalid("TOKEN_MALFORMED");
        }
        begin("the stored token as SPI", Message.informational(SPIS, RESPONSE, 2, DatagramVectors.hint(),
                Part.notify(Ike.QCD_TOKEN, "QUICK_CRASH_DETECTION", 1, good, "")), List.of(good), "Malformed").invalid("TOKEN_MALFORMED");
    }

    private void protocols(String reading) {
        String token = token("protocol");
        for (int protocol : new int[] {0, 2, 3, 255}) {
            Case it = begin("protocol ID " + protocol, Message.informational(SPIS, RESPONSE, 2, DatagramVectors.hint(),
                    Part.notify(Ike.QCD_TOKEN, "QUICK_CRASH_DETECTION", protocol, "", token)), List.of(token), "ProtocolId");
            if (reading.isEmpty()) {
                it.invalid("TOKEN_MALFORMED");
            } else {
                it.acceptable(reading);
            }
        }
    }

    private void messages() {
        String token = token("message");
        Part shown = Part.token(token);
        Part hint = DatagramVectors.hint();
        List<String> stored = List.of(token);
        begin("the token before the hint", Message.informational(SPIS, RESPONSE, 2, shown, hint), stored, "Order").valid();
        begin("an unknown payload between them", Message.informational(SPIS, RESPONSE, 2, hint, Part.other(200, "200", "00"), shown), stored, "Order").valid();
        begin("the critical bit on the token", Message.informational(SPIS, RESPONSE, 2, hint, shown.bits(0x80)), stored, "Order").valid();
        begin("in an answer to CREATE_CHILD_SA", Message.of(SPIS, 36, "CREATE_CHILD_SA", RESPONSE, 7, hint, shown), stored, "Exchange").valid();
        for (int exchange : new int[] {35, 43, 99}) {
            begin("in an answer to exchange " + exchange, Message.of(SPIS, exchange, "", RESPONSE, 7, hint, shown), stored, "Exchange")
                    .acceptable("READING-17");
        }
        begin("the token alone", Message.informational(SPIS, RESPONSE, 2, shown), stored, "Alone").acceptable("READING-17");
        begin("in a request", Message.informational(SPIS, 0, 2, hint, shown), stored, "InRequest").acceptable("READING-17");
        for (long id : new long[] {0, 9999, 0xFFFF_FFFFL}) {
            begin("message ID " + id + ", to which no request is known", Message.informational(SPIS, RESPONSE, id, hint, shown), stored, "NotAsked")
                    .acceptable("READING-5");
        }
        begin("beside the child SA's SPI", Message.informational(zeros(16), Ike.INITIATOR, 0, Part.notify(Ike.INVALID_SPI, "INVALID_SPI", 0, "", OUT), shown),
                stored, "ByChild").acceptable("READING-4");
        begin("beside the SPI that the taker receives on", Message.informational(zeros(16), Ike.INITIATOR, 0,
                Part.notify(Ike.INVALID_SPI, "INVALID_SPI", 0, "", IN), shown), stored, "ByChild", "OtherSa").invalid("NO_SUCH_IKE_SA");
        begin("with zero SPIs, and no child SA", Message.informational(zeros(16), RESPONSE, 2, hint, shown), stored, "OtherSa").invalid("NO_SUCH_IKE_SA");
        begin("for another IKE SA", Message.informational(labelled("verification/other", 16), RESPONSE, 2, hint, shown), stored, "OtherSa").invalid("NO_SUCH_IKE_SA");
        begin("with the SPIs swapped", Message.informational(slice(SPIS, 8, 16) + slice(SPIS, 0, 8), RESPONSE, 2, hint, shown), stored, "OtherSa")
                .invalid("NO_SUCH_IKE_SA");
        begin("with SPI-I alone", Message.informational(slice(SPIS, 0, 8) + zeros(8), RESPONSE, 2, hint, shown), stored, "OtherSa").invalid("NO_SUCH_IKE_SA");
        for (int exchange : new int[] {34, 38}) {
            begin("in exchange " + exchange + ", which makes an IKE SA", Message.of(SPIS, exchange, "", RESPONSE, 0, hint, shown), stored, "OtherExchange")
                    .invalid("NO_HINT");
        }
        begin("before an encrypted payload", Message.informational(SPIS, RESPONSE, 2, hint, shown, DatagramVectors.sealed(29)), stored, "Encrypted")
                .invalid("NOT_FOR_THIS_ROLE");
        begin("a hint without a token", Message.informational(SPIS, RESPONSE, 2, hint), stored, "NoToken").invalid("NO_TOKEN");
        begin("the token in another notification", Message.informational(SPIS, RESPONSE, 2, hint, Part.notify(Ike.COOKIE, "COOKIE", 0, "", token)), stored, "NoToken")
                .invalid("NO_TOKEN");
        begin("the token in the data of the hint", Message.informational(SPIS, RESPONSE, 2, Part.notify(Ike.INVALID_IKE_SPI, "INVALID_IKE_SPI", 0, "", token)),
                stored, "NoToken").invalid("NO_TOKEN");
    }
}
