package sfd.bench;

import java.util.stream.IntStream;
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

    private static Body outlines(Octets[] datagrams) {
        return Loop.over(datagrams, datagram -> Wire.outline(Datagrams.FRAMING, datagram) instanceof Outline.Ike ike
                ? ike.header().spis().initiator() + ike.lastPayload() : 0);
    }

    private static Body decodes(Octets[] datagrams) {
        var kept = new Keep();
        return Loop.over(datagrams, datagram -> Wire.decode(Datagrams.FRAMING, datagram) instanceof IkeMessage message
                ? kept.keep(message).header().spis().initiator() + message.payloads().size() : 0);
    }

    private static Body encodes() {
        IkeMessage[] messages = Datagrams.answers().toArray(IkeMessage[]::new);
        var out = new OctetWriter();
        return Loop.over(messages, message -> {
            Wire.encode(Datagrams.FRAMING, message, out.rewind());
            return out.length();
        });
    }

    /** Requests and answers by turns, or a compiler would see flags that are always the same. */
    private static Octets[] bothKinds() {
        Octets[] requests = Datagrams.octets(Datagrams.requests());
        Octets[] answers = Datagrams.octets(Datagrams.answers());
        return IntStream.range(0, Datagrams.COUNT).mapToObj(i -> (i & 1) == 0 ? requests[i] : answers[i]).toArray(Octets[]::new);
    }

    /** The fields of the header, through its record. */
    private static Body headers() {
        return Loop.over(bothKinds(), datagram -> {
            var header = Wire.header(datagram, 4);
            return used(header.spis().initiator(), header.spis().responder(), header.exchange(), header.initiator(),
                    header.response(), header.messageId());
        });
    }

    /** The same fields, read from the same octets one by one. */
    private static Body rawReads() {
        return Loop.over(bothKinds(), octets -> used(octets.u64(4), octets.u64(12), octets.at(22),
                (octets.at(23) & 0x08) != 0, (octets.at(23) & 0x20) != 0, octets.u32(24)));
    }

    private static long used(long initiatorSpi, long responderSpi, int exchange, boolean initiator, boolean response, int id) {
        return initiatorSpi + responderSpi + exchange + id + (response ? 1 : 0) + (initiator ? 2 : 0);
    }
}
