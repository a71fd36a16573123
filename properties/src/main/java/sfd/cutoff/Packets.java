package sfd.cutoff;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import sfd.traces.value.Value;

/** What is seen of packets in flight: of those that are left, what they say of other SAs is as good as made up. */
record Packets(Kept kept) {

    /** A child SPI and a cookie of nobody's: see Attacker.tla and Vocabulary.tla. */
    private static final Value STRANGER = Value.of("zz");
    private static final Value NOBODYS = Value.of(9);
    private static final Value OWN = Value.record(Map.of("address", Value.of("E"), "port", Value.of(4500)));

    /** A packet is about the SA under whose SPIs it goes; without any about what its payloads name. */
    boolean isSeen(Value packet) {
        Value spis = packet.find("message").orElse(packet).field("spis");
        return spis.integer() != 0 ? kept.has(spis) : payloads(packet).items().stream().allMatch(this::isAboutSeen);
    }

    private boolean isAboutSeen(Value payload) {
        return payload.find("spis").map(kept::has).orElse(true) && payload.find("spi").map(kept::hasChild).orElse(true);
    }

    Value seen(Value packet) {
        Optional<Value> message = packet.find("message");
        return message.isPresent() ? with(packet, "message", it -> with(it, "payloads", this::all)) : with(packet, "payloads", this::all);
    }

    private static Value payloads(Value packet) {
        return packet.find("message").orElse(packet).field("payloads");
    }

    private Value all(Value payloads) {
        return Value.seq(payloads.items().stream().map(this::payload).toList());
    }

    private Value payload(Value payload) {
        Value spi = with(payload, "spi", it -> kept.hasChild(it) ? it : STRANGER);
        Value spis = with(spi, "spis", it -> kept.has(it) ? it : NOBODYS);
        return with(with(spis, "cookie", it -> kept.has(it.field("spis")) ? it : strangers(it)), "token",
                it -> kept.has(it.field("spis")) ? it : with(it, "spis", spi9 -> NOBODYS));
    }

    private static Value strangers(Value cookie) {
        return with(with(with(cookie, "spis", it -> NOBODYS), "from", it -> OWN), "to", it -> OWN);
    }

    /** The record with a field changed, if it has it. */
    static Value with(Value record, String field, UnaryOperator<Value> change) {
        Optional<Value> value = record.find(field);
        if (value.isEmpty()) {
            return record;
        }
        var fields = new TreeMap<String, Value>();
        record.entries().forEach((name, it) -> fields.put(name.text(), it));
        fields.put(field, change.apply(value.get()));
        return Value.record(fields);
    }
}
