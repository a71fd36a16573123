package sfd.vectors;

import static sfd.vectors.Digits.flipped;
import static sfd.vectors.Digits.labelled;
import static sfd.vectors.Digits.sha256;
import static sfd.vectors.Digits.slice;
import static sfd.vectors.Digits.u16;
import static sfd.vectors.Digits.u32;
import static sfd.vectors.Digits.u8;
import static sfd.vectors.Digits.zeros;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Cookies as this project makes them, after draft-detienne-ikev2-recovery-03, 3.2.4, and N(COOKIE) of RFC 7296, 2.6. */
final class CookieVectors {

    private static final String V4 = "c0000201";
    private static final String PEER_V4 = "c6336402";
    private static final String V6 = "20010db8" + zeros(11) + "01";
    private static final String PEER_V6 = "20010db8" + zeros(11) + "02";

    private final VectorFile file = new VectorFile("cookie",
            "Cookies of stateless recovery: version of the secret (4 octets), then SHA-256 over the first half of the "
            + "secret (16), the subtype "
            + "(QUERY 0, own 3), what it is about, and the ends. Their maker alone reads them: an implementation with "
            + "another layout passes "
            + "over query and own. What everybody reads is N(COOKIE), as the only payload of a chain that begins with "
            + "type 41.",
            "SIR-3.2.4-1", "SIR-3.2.4-2", "SIR-3.2.2-9", "SIR-3.2.2-12", "BASE-2.6-4");

    static VectorFile file() {
        var vectors = new CookieVectors();
        CookieFlags.explain(vectors.file);
        vectors.query();
        vectors.own();
        new CookiePayloads(vectors.file).all();
        return vectors.file;
    }

    private static String secret(int generation) {
        return labelled("cookie/secret/" + generation, 32);
    }

    private static ArrayNode secrets(int... generations) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int it : generations) {
            array.addObject().put("generation", it).put("octets", secret(it));
        }
        return array;
    }

    /** With the number of the secret, and the fields behind the first half of it. */
    private static String cookie(int generation, String... fields) {
        return u32(generation) + sha256(slice(secret(generation), 0, 16), String.join("", fields));
    }

    private static String spis(String name) {
        return labelled("cookie/spis/" + name, 16);
    }

    private static final String FROM = "192.0.2.1:4500";
    private static final String TO = "198.51.100.2:4500";
    private static final String PORTS = u16(4500) + u16(4500);

    private Case ask(String comment, ArrayNode secrets, String spis, String from, String to, String cookie, String... flags) {
        return file.example(comment, flags).with("secrets", secrets).spis(spis).with("from", from).with("to", to)
                .with("cookie", cookie);
    }

    private void wrong(String flag, String comment, String cookie) {
        ask(comment, secrets(2, 1), spis("wrong"), FROM, TO, cookie, flag).invalid("COOKIE");
    }

    private void query() {
        file.group("query");
        ask("between IPv4 addresses", secrets(1), spis("1"), FROM, TO, cookie(1, u8(0), spis("1"), V4, PEER_V4, PORTS),
                "Normal").valid();
        ask("between IPv6 addresses", secrets(1), spis("2"), "[2001:db8::1]:500", "[2001:db8::2]:500",
                cookie(1, u8(0), spis("2"), V6, PEER_V6, u16(500), u16(500)), "Normal").valid();
        ask("an IPv4 address written as IPv6", secrets(1), spis("3"), "[::ffff:192.0.2.1]:4500", "[::ffff:c633:6402]:4500",
                cookie(1, u8(0), spis("3"), V4, PEER_V4, PORTS), "Mapped").acceptable("READING-26");
        ask("ports 1 and 65535", secrets(1), spis("4"), "192.0.2.1:1", "198.51.100.2:65535",
                cookie(1, u8(0), spis("4"), V4, PEER_V4, u16(1), u16(65535)), "Boundary").valid();
        ask("SPIs of ones", secrets(1), "ff".repeat(16), FROM, TO, cookie(1, u8(0), "ff".repeat(16), V4, PEER_V4, PORTS),
                "Boundary").valid();
        for (int generation = 1; generation <= 4; generation++) {
            ask("by secret " + generation + " of four", secrets(4, 3, 2, 1), spis("5"), FROM, TO,
                    cookie(generation, u8(0), spis("5"), V4, PEER_V4, PORTS), "Generations").valid();
        }
        ask("a version of 2^31-1", secrets(Integer.MAX_VALUE), spis("6"), FROM, TO,
                cookie(Integer.MAX_VALUE, u8(0), spis("6"), V4, PEER_V4, PORTS), "Boundary").valid();
        String about = u8(0) + spis("wrong");
        String right = cookie(2, about, V4, PEER_V4, PORTS);
        ask("the one that all that follow are almost", secrets(2, 1), spis("wrong"), FROM, TO, right, "Normal").valid();
        wrong("OtherSa", "for another IKE SA", cookie(2, u8(0), spis("other"), V4, PEER_V4, PORTS));
        wrong("OtherSa", "SPIs swapped", cookie(2, u8(0), slice(spis("wrong"), 8, 16), slice(spis("wrong"), 0, 8), V4,
                PEER_V4, PORTS));
        wrong("OtherSa", "without SPIs", cookie(2, u8(0), V4, PEER_V4, PORTS));
        wrong("OtherEnds", "the ends swapped, as in the answer", cookie(2, about, PEER_V4, V4, PORTS));
        wrong("OtherEnds", "another address of the peer", cookie(2, about, V4, "c6336403", PORTS));
        wrong("OtherEnds", "another address of ours", cookie(2, about, "c0000202", PEER_V4, PORTS));
        wrong("OtherEnds", "without addresses", cookie(2, about, PORTS));
        wrong("OtherEnds", "port 500 of the peer", cookie(2, about, V4, PEER_V4, u16(4500), u16(500)));
        wrong("OtherEnds", "port 500 of ours", cookie(2, about, V4, PEER_V4, u16(500), u16(4500)));
        wrong("OtherEnds", "without ports", cookie(2, about, V4, PEER_V4));
        wrong("OtherEnds", "the ports before the addresses", cookie(2, about, PORTS, V4, PEER_V4));
        wrong("OtherEnds", "addresses as IPv6", cookie(2, about, zeros(10), "ffff", V4, zeros(10), "ffff", PEER_V4, PORTS));
        wrong("OtherSubtype", "subtype ACK", cookie(2, u8(1), spis("wrong"), V4, PEER_V4, PORTS));
        wrong("OtherSubtype", "subtype NACK", cookie(2, u8(2), spis("wrong"), V4, PEER_V4, PORTS));
        wrong("OtherSubtype", "without subtype", cookie(2, spis("wrong"), V4, PEER_V4, PORTS));
        wrong("OtherSubtype", "an own cookie for the peer", cookie(2, u8(3), PEER_V4, u16(4500)));
        wrong("Version", "the version of the other secret", u32(1) + right.substring(8));
        wrong("Version", "the hash of the other secret", u32(2) + cookie(1, about, V4, PEER_V4, PORTS).substring(8));
        wrong("Version", "version 0", u32(0) + right.substring(8));
        wrong("Version", "a version that will be", cookie(3, about, V4, PEER_V4, PORTS));
        wrong("Version", "the version with its last octet first", Digits.reversed(u32(2)) + right.substring(8));
        wrong("Secret", "over the whole secret", u32(2) + sha256(secret(2), about, V4, PEER_V4, PORTS));
        wrong("Secret", "over no secret", u32(2) + sha256(about, V4, PEER_V4, PORTS));
        wrong("Secret", "over the other half", u32(2) + sha256(slice(secret(2), 16, 32), about, V4, PEER_V4, PORTS));
        wrong("Length", "no octets", "");
        wrong("Length", "the version alone", u32(2));
        wrong("Length", "one octet missing", slice(right, 0, 35));
        wrong("Length", "one octet more", right + "00");
        wrong("Length", "without the version", right.substring(8));
        wrong("Length", "half of the hash", slice(right, 0, 20));
        wrong("OneBit", "one bit of the first octet of the hash", flipped(right, 4));
        wrong("OneBit", "one bit of the last octet", flipped(right, 35));
        wrong("OneBit", "a hash of zeros", u32(2) + zeros(32));
        ask("two ports", secrets(2, 1), spis("ports"), "192.0.2.1:500", TO, ported(500, 4500), "Normal").valid();
        ask("the two ports swapped", secrets(2, 1), spis("ports"), "192.0.2.1:500", TO, ported(4500, 500), "OtherEnds")
                .invalid("COOKIE");
        ask("our port twice", secrets(2, 1), spis("ports"), "192.0.2.1:500", TO, ported(500, 500), "OtherEnds")
                .invalid("COOKIE");
        ask("the peer's port twice", secrets(2, 1), spis("ports"), "192.0.2.1:500", TO, ported(4500, 4500), "OtherEnds")
                .invalid("COOKIE");
        ask("by a secret that is no longer kept", secrets(4, 3), spis("5"), FROM, TO,
                cookie(2, u8(0), spis("5"), V4, PEER_V4, PORTS), "Gone").invalid("COOKIE");
        ask("no secret is there", secrets(), spis("5"), FROM, TO, cookie(1, u8(0), spis("5"), V4, PEER_V4, PORTS), "Gone")
                .invalid("COOKIE");
    }

    private static String ported(int ours, int theirs) {
        return cookie(2, u8(0), spis("ports"), V4, PEER_V4, u16(ours), u16(theirs));
    }

    private Case begin(String comment, ArrayNode secrets, String to, String cookie, String... flags) {
        return file.example(comment, flags).with("secrets", secrets).with("to", to).with("cookie", cookie);
    }

    private void own(String comment, ArrayNode secrets, String to, String cookie, boolean right, String... flags) {
        Case it = begin(comment, secrets, to, cookie, flags);
        if (right) {
            it.valid();
        } else {
            it.invalid("COOKIE");
        }
    }

    private void own() {
        file.group("own");
        String right = cookie(2, u8(3), V4, u16(4500));
        own("to an IPv4 address", secrets(2, 1), FROM, right, true, "Normal");
        own("to an IPv6 address", secrets(2, 1), "[2001:db8::1]:500", cookie(2, u8(3), V6, u16(500)), true, "Normal");
        begin("to an IPv4 address written as IPv6", secrets(2, 1), "[::ffff:192.0.2.1]:4500", right, "Mapped")
                .acceptable("READING-26");
        own("by the secret before", secrets(2, 1), FROM, cookie(1, u8(3), V4, u16(4500)), true, "Generations");
        own("for another address", secrets(2, 1), FROM, cookie(2, u8(3), PEER_V4, u16(4500)), false, "OtherEnds");
        own("for another port", secrets(2, 1), FROM, cookie(2, u8(3), V4, u16(500)), false, "OtherEnds");
        own("without port", secrets(2, 1), FROM, cookie(2, u8(3), V4), false, "OtherEnds");
        own("for an IPv6 address of the same octets", secrets(2, 1), FROM, cookie(2, u8(3), zeros(12), V4, u16(4500)), false,
                "OtherEnds");
        own("subtype QUERY", secrets(2, 1), FROM, cookie(2, u8(0), V4, u16(4500)), false, "OtherSubtype");
        own("a cookie of a QUERY", secrets(2, 1), FROM, cookie(2, u8(0), spis("1"), PEER_V4, V4, PORTS), false,
                "OtherSubtype");
        own("about an IKE SA", secrets(2, 1), FROM, cookie(2, u8(3), spis("1"), V4, u16(4500)), false, "OtherSa");
        own("by a secret that is no longer kept", secrets(3, 2), FROM, cookie(1, u8(3), V4, u16(4500)), false, "Gone");
        own("the version of the other secret", secrets(2, 1), FROM, u32(1) + right.substring(8), false, "Version");
        own("over the whole secret", secrets(2, 1), FROM, u32(2) + sha256(secret(2), u8(3), V4, u16(4500)), false, "Secret");
        own("one octet missing", secrets(2, 1), FROM, slice(right, 0, 35), false, "Length");
        own("one octet more", secrets(2, 1), FROM, right + "00", false, "Length");
        own("no octets", secrets(2, 1), FROM, "", false, "Length");
        own("one bit of the last octet", secrets(2, 1), FROM, flipped(right, 35), false, "OneBit");
    }
}
