package sfd.vectors;

import static sfd.vectors.Digits.labelled;
import static sfd.vectors.Digits.zeros;
import static sfd.vectors.Ike.INITIATOR;
import static sfd.vectors.Ike.RESPONSE;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whole datagrams, and what each is. */
final class DatagramVectors {

    static final String SPIS = labelled("datagram/spis", 16);
    static final String CHILD = "c0de" + labelled("datagram/child", 2);

    private final VectorFile file = new VectorFile("datagram",
            "What came over UDP between two ends, or straight over IP, and what it is: a message of IKE, ESP, AH, a "
            + "keepalive, or the first "
            + "reason why it is none of these.", "BASE-3.1-1", "BASE-3.1-2", "BASE-3.1-3", "BASE-3.1-4", "BASE-3.2-1",
                    "BASE-3.10-1",
            "BASE-3.14-1", "BASE-2.23-1", "BASE-4302.2-1", "BASE-7383.2.5-1");

    static VectorFile file() {
        var vectors = new DatagramVectors();
        DatagramFlags.explain(vectors.file);
        vectors.on500();
        vectors.shared();
        vectors.outsideUdp();
        return vectors.file;
    }

    /** Begins a group of what came from one end to the other. */
    private void group(String protocol, String from, String to) {
        file.group("decode").put("protocol", protocol).put("from", from).put("to", to);
    }

    private Case add(String comment, String datagram, String... flags) {
        return file.example(comment, flags).with("datagram", datagram);
    }

    private void ike(String comment, String marker, Message message, String... flags) {
        add(comment, marker + message.octets(), flags).valid().with("decoded", message.json());
    }

    private void esp(String comment, String packet, String spi, String... flags) {
        add(comment, packet, flags).valid().with("decoded", shown("esp").put("spi", spi));
    }

    static ObjectNode shown(String kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind);
    }

    static Part hint() {
        return Part.notify(Ike.INVALID_IKE_SPI, "INVALID_IKE_SPI", 0, "", "");
    }

    static Part invalidSpi() {
        return Part.notify(Ike.INVALID_SPI, "INVALID_SPI", 0, "", CHILD);
    }

    static Message answer() {
        return Message.informational(SPIS, RESPONSE, 2, hint(), Part.token(labelled("datagram/token", 32)));
    }

    static Part sealed(int octets) {
        return Part.encrypted(0, "0", labelled("datagram/sealed/" + octets, octets));
    }

    private void on500() {
        group("udp", "192.0.2.1:500", "192.0.2.2:500");
        messages().forEach((comment, it) -> ike(comment, "", it, "Port500", "Ike"));
        new DatagramFields(this::ike).all("");
        new DatagramFaults(file).all("", SPIS);
        ike("a message whose SPI-I begins with four zero octets", "", Message.informational(zeros(4) + SPIS.substring(8),
                INITIATOR, 0), "Port500");
        add("a marker before the message", zeros(4) + answer().octets(), "MarkerOn500").invalid("MAJOR_VERSION");
        add("ESP", CHILD + "00000001" + labelled("datagram/esp", 40), "Esp").invalid("MAJOR_VERSION");
        add("a keepalive", "ff", "Keepalive").invalid("TOO_SHORT");
    }

    /** What both proposals and IKEv2 send. */
    private static Map<String, Message> messages() {
        String nonce = labelled("datagram/nonce", 32);
        String cookie = labelled("datagram/cookie", 36);
        var all = new LinkedHashMap<String, Message>();
        all.put("a liveness check", Message.informational(SPIS, INITIATOR, 2, sealed(29)));
        all.put("its answer", Message.informational(SPIS, RESPONSE, 2, sealed(29)));
        all.put("a hint", Message.informational(SPIS, RESPONSE, 2, hint()));
        all.put("a hint and a token", answer());
        all.put("a hint and four tokens of 128 octets", Message.informational(SPIS, RESPONSE, 2, hint(), token(1), token(2),
                token(3), token(4)));
        all.put("a token alone", Message.informational(SPIS, RESPONSE, 2, token(5)));
        all.put("a hint about a child SA", Message.informational(zeros(16), INITIATOR, 0, invalidSpi()));
        all.put("a hint about a child SA and a token", Message.informational(zeros(16), INITIATOR, 0, invalidSpi(),
                token(6)));
        all.put("QUERY", Message.informational(SPIS, INITIATOR, 0, Part.check(0, "QUERY", SPIS, cookie)));
        all.put("ACK", Message.informational(SPIS, RESPONSE, 0, Part.check(1, "ACK", SPIS, cookie)));
        all.put("NACK and a cookie of its sender", Message.informational(SPIS, RESPONSE, 0,
                Part.check(2, "NACK", SPIS, cookie),
                Part.notify(Ike.COOKIE, "COOKIE", 0, "", labelled("datagram/own cookie", 36))));
        all.put("the first request of an IKE SA, with Vendor ID", Message.of(SPIS.substring(0, 16) + zeros(8), 34,
                "IKE_SA_INIT", INITIATOR, 0,
                Part.notify(Ike.COOKIE, "COOKIE", 0, "", cookie), Part.other(40, "Ni, Nr", nonce),
                Part.other(Ike.VENDOR_ID, "V", Digits.ascii("SECURE IKE RECOVERY"))));
        all.put("a message without payloads", Message.informational(SPIS, INITIATOR, 3));
        return all;
    }

    private static Part token(int number) {
        return Part.token(labelled("datagram/token/" + number, 128));
    }

    private void shared() {
        for (String ends : new String[] {"192.0.2.1:4500 192.0.2.2:4500", "[2001:db8::1]:4500 [2001:db8::2]:10500",
                "192.0.2.1:61000 192.0.2.2:4500"}) {
            group("udp", ends.split(" ")[0], ends.split(" ")[1]);
            ike("a hint and a token behind a marker", zeros(4), answer(), "Marker", "Ike");
            esp("without the marker", answer().octets(), SPIS.substring(0, 8), "NoMarker");
            esp("ESP", CHILD + "00000001" + labelled("datagram/esp", 40), CHILD, "Esp");
            add("a keepalive", "ff", "Keepalive").valid().with("decoded", shown("keepalive"));
            add("no octets", "", "Empty").invalid("EMPTY");
        }
        group("udp", "192.0.2.2:4500", "192.0.2.1:4500");
        messages().forEach((comment, it) -> ike(comment, zeros(4), it, "Marker", "Ike"));
        new DatagramFaults(file).all(zeros(4), SPIS);
        new DatagramFaults(file).shared(CHILD);
        for (String ends : new String[] {"192.0.2.1:500 192.0.2.2:4500", "192.0.2.1:4500 192.0.2.2:500",
                "[2001:db8::1]:500 [2001:db8::2]:1024"}) {
            group("udp", ends.split(" ")[0], ends.split(" ")[1]);
            ike("one end has port 500: no marker", "", answer(), "Port500", "Ike");
            add("one end has port 500, and a marker", zeros(4) + answer().octets(), "MarkerOn500").invalid("MAJOR_VERSION");
            add("one end has port 500: no keepalive", "ff", "Keepalive").invalid("TOO_SHORT");
        }
    }

    private void outsideUdp() {
        group("esp", "192.0.2.1", "192.0.2.2");
        esp("ESP", CHILD + "00000001" + labelled("datagram/esp", 40), CHILD, "Esp");
        esp("SPI and sequence number alone", CHILD + "00000001", CHILD, "Esp");
        esp("the least SPI", "0000010000000001", "00000100", "Esp");
        esp("the greatest SPI", "ffffffffffffffff", "ffffffff", "Esp");
        esp("an SPI like the octet of a keepalive", "ff00000000000001", "ff000000", "Esp");
        new DatagramFaults(file).esp(CHILD);
        group("ah", "2001:db8::1", "2001:db8::2");
        String fixed = "32040000" + CHILD + "00000001";
        add("AH with an integrity check", fixed + labelled("datagram/ah", 12), "Ah").valid()
                .with("decoded", shown("ah").put("spi", CHILD));
        add("AH without an integrity check", fixed, "Ah").valid().with("decoded", shown("ah").put("spi", CHILD));
        add("the least SPI", "32040000" + "0000010000000001", "Ah").valid().with("decoded", shown("ah")
                .put("spi", "00000100"));
        add("a length field of zero, which is not looked at", "32000000" + CHILD + "00000001", "Ah").valid()
                .with("decoded", shown("ah").put("spi", CHILD));
        new DatagramFaults(file).ah(CHILD);
    }
}
