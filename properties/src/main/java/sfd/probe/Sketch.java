package sfd.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import sfd.ike.Endpoint;
import sfd.ike.Framing;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.ike.Wire;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.session.Identity;
import sfd.session.Initiating;
import sfd.session.Key;
import sfd.session.Setup;

/** From what a case says of a datagram to its octets. */
final class Sketch {

    private final Names names;
    private final RandomGenerator random;

    Sketch(Names names, RandomGenerator random) {
        this.names = names;
        this.random = random;
    }

    /** All octets of the UDP payload. */
    Octets datagram(JsonNode send, Endpoint from, Endpoint to) throws NotObservableException {
        if (send.has("octets")) {
            return names.octets(send.get("octets").textValue());
        }
        IkeSpis spis = IkeSpis.of(names.value(send.get("spis").textValue(), ""));
        names.put("spis", spis.octets());
        var header = new IkeHeader(spis, send.get("exchange").intValue(), send.path("initiator").asBoolean(),
                send.path("response").asBoolean(), send.path("messageId").asInt());
        List<Payload> payloads = payloads(send.path("payloads"), from, to);
        int encrypted = send.path("encrypted").asInt();
        if (encrypted > 0) {
            payloads.add(new Payload.Encrypted(PayloadTypes.SK, PayloadTypes.NONE, names.random(encrypted)));
        }
        Octets message = mangled(send, Wire.encode(Framing.IKE, new IkeMessage(header, payloads)));
        return Octets.concat(Octets.of(new byte[Framing.udp(from.port(), to.port()).marker()]), message);
    }

    /** Octets put over others, the end cut off, octets put behind: in this order, and no length is made to fit. */
    private Octets mangled(JsonNode send, Octets message) throws NotObservableException {
        Octets all = message;
        for (JsonNode patch : send.path("patch")) {
            int at = patch.get("at").intValue();
            Octets octets = names.octets(patch.get("octets").textValue());
            all = Octets.concat(all.slice(0, at), octets, all.slice(at + octets.length(), all.length()));
        }
        all = all.slice(0, Math.min(all.length(), send.path("cut").asInt(all.length())));
        return Octets.concat(all, names.octets(send.path("append").asText("")));
    }

    List<Payload> payloads(JsonNode described, Endpoint from, Endpoint to) throws NotObservableException {
        var payloads = new ArrayList<Payload>();
        for (JsonNode it : described) {
            if (it.path("offer").asBoolean()) {
                payloads.addAll(offer(from, to));
            } else if (it.has("notify")) {
                payloads.add(new Payload.Notify(it.path("protocol").asInt(), names.octets(it.path("spi").asText("")),
                        it.get("notify").intValue(), names.octets(it.path("data").asText(""))));
            } else {
                payloads.add(new Payload.Other(it.get("payload").intValue(), names.octets(it.path("body").asText(""))));
            }
        }
        return payloads;
    }

    /** What a real first message offers; the key is of no use in it. */
    private List<Payload> offer(Endpoint from, Endpoint to) {
        var nobody = Identity.fqdn("nobody");
        Octets first = Initiating.begin(Setup.hosts(from, to, nobody, nobody, Key.of(Octets.of((byte) 0))), random).sent().octets();
        return Wire.decode(Framing.udp(from.port(), to.port()), first) instanceof IkeMessage it ? it.payloads() : List.of();
    }

    /** SPI-I of a first message, and no SPI-R. */
    static Octets begun(Octets spi) {
        return new OctetWriter(IkeSpis.LENGTH).octets(spi).u64(0).finish();
    }
}
