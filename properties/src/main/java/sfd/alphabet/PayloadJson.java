package sfd.alphabet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeSet;
import sfd.ike.CheckSpi;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.TokenFlaw;

/** What payloads are, as JSON. */
public final class PayloadJson {

    private PayloadJson() {
    }

    /** Payloads that are in no datagram, so that no bits of a generic header are theirs. */
    public static ArrayNode payloads(List<Payload> payloads) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        payloads.forEach(payload -> put(list.addObject(), payload));
        return list;
    }

    /** Those of a datagram, each with the bits that its receiver ignores. */
    public static ArrayNode payloads(List<Payload> payloads, List<IgnoredBits.Generic> bits) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < payloads.size(); i++) {
            ObjectNode out = list.addObject();
            put(out, payloads.get(i));
            out.put("critical", bits.get(i).critical()).put("reserved", PacketJson.octet(bits.get(i).reserved()));
        }
        return list;
    }

    private static void put(ObjectNode out, Payload payload) {
        out.set("type", PacketJson.payloadType(payload.payloadType()));
        switch (payload) {
            case Payload.Notify it -> notification(out, it);
            case Payload.Encrypted it -> {
                out.set("firstInside", PacketJson.payloadType(it.firstInside()));
                if (it.fragment() > 0) {
                    out.putObject("fragment").put("number", it.fragment()).put("total", it.fragments());
                }
                out.put("data", it.sealed().toString());
            }
            case Payload.Other it -> out.put("data", it.body().toString());
        }
    }

    private static void notification(ObjectNode out, Payload.Notify it) {
        out.set("notify", PacketJson.numbered(it.type(), NotifyTypes.name(it.type())));
        out.put("protocol", it.protocol()).put("spi", it.spi().toString()).put("data", it.data().toString());
        switch (it.type()) {
            case NotifyTypes.CHECK_SPI -> checkSpi(out.putObject("checkSpi"), CheckSpi.of(it));
            case NotifyTypes.QUICK_CRASH_DETECTION -> TokenFlaw.of(it).ifPresent(flaw -> token(out.putObject("token"), flaw));
            default -> { }
        }
    }

    /** Why a token is none (QCD-4.1-2, QCD-5-1). */
    private static void token(ObjectNode out, TokenFlaw flaw) {
        ArrayNode clauses = out.put("flaw", flaw.name()).putArray("clauses");
        new TreeSet<>(flaw.clauses()).forEach(clauses::add);
    }

    /** What a CHECK_SPI says (SIR-6-1), or why it says nothing (SIR-6-2). */
    private static void checkSpi(ObjectNode out, CheckSpi check) {
        switch (check) {
            case CheckSpi.AboutIkeSa it -> PacketJson.spis(out.put("subtype", it.subtype().name()), it.spis())
                    .put("cookie", it.cookie().toString());
            case CheckSpi.AboutChildSa it -> out.put("subtype", it.subtype().name())
                    .put("spi", PacketJson.childSpi(it.spi())).put("cookie", it.cookie().toString());
            case CheckSpi.LoneCookie it -> out.put("subtype", "LONE_COOKIE").put("cookie", it.cookie().toString());
            case CheckSpi.Broken it -> out.put("flaw", it.flaw().name()).put("clause", "SIR-6-2");
        }
    }
}
