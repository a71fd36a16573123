package sfd.bench;

import java.util.function.ToLongFunction;
import sfd.ike.IkeMessage;
import sfd.ike.Outline;
import sfd.ike.Wire;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/** Octets to values and back. */
final class WireBodies {

    private WireBodies() {
    }

    static void addTo(Bodies bodies) {
        bodies.add("outline", () -> againstC(outlines(Datagrams.octets(Datagrams.answers())), Rulers::decodes));
        bodies.add("decode", () -> againstC(decodes(Datagrams.octets(Datagrams.answers())), Rulers::decodes));
        bodies.add("encode", () -> againstC(encodes(), Rulers::encodes));
        bodies.add("header", () -> new Pair(headers(), rawReads()));
    }

    private static Pair againstC(Body candidate, Body ruler) {
        Datagrams.toRulers(Datagrams.octets(Datagrams.answers()));
        return new Pair(candidate, ruler);
    }

    static <T> Body around(T[] all, ToLongFunction<T> operation) {
        return n -> {
            long sum = 0;
            int at = 0;
            for (int i = 0; i < n; i++) {
                sum += operation.applyAsLong(all[at]);
                at = at + 1 == all.length ? 0 : at + 1;
            }
            return sum;
        };
    }

    private static Body outlines(Octets[] datagrams) {
        return around(datagrams, datagram -> Wire.outline(Datagrams.PORT, datagram) instanceof Outline.Ike ike
                ? ike.header().spis().initiator() + ike.lastPayload() : 0);
    }

    private static Body decodes(Octets[] datagrams) {
        var kept = new Keep();
        return around(datagrams, datagram -> Wire.decode(Datagrams.PORT, datagram) instanceof IkeMessage message
                ? kept.keep(message).header().spis().initiator() + message.payloads().size() : 0);
    }

    private static Body encodes() {
        IkeMessage[] messages = Datagrams.answers().toArray(IkeMessage[]::new);
        var out = new OctetWriter();
        return around(messages, message -> {
            Wire.encode(Datagrams.PORT, message, out.rewind());
            return out.length();
        });
    }

    /** The fields of the header, through its record. */
    private static Body headers() {
        return around(Datagrams.octets(Datagrams.answers()), datagram -> {
            var header = Wire.header(datagram, 4);
            return header.spis().initiator() + header.spis().responder() + header.exchange() + header.messageId()
                    + (header.response() ? 1 : 0) + (header.initiator() ? 2 : 0);
        });
    }

    /** The same fields, read from the same octets one by one. */
    private static Body rawReads() {
        return around(Datagrams.octets(Datagrams.answers()), octets -> octets.u64(4) + octets.u64(12)
                + octets.at(22) + octets.u32(24)
                + ((octets.at(23) & 0x20) != 0 ? 1 : 0) + ((octets.at(23) & 0x08) != 0 ? 2 : 0));
    }
}
