package sfd.ike;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sfd.octets.OctetReader;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/** Payload chains to octets and back, fields in the order of the wire; each encoder above its decoder. */
final class PayloadWire {

    private static final int CRITICAL = 0x80;

    private PayloadWire() {
    }

    /** Type announced for the first of {@code payloads}, 0 for none. */
    static int firstType(List<Payload> payloads) {
        return payloads.isEmpty() ? PayloadTypes.NONE : payloads.getFirst().payloadType();
    }

    static Octets encode(List<Payload> payloads) {
        var out = new OctetWriter();
        for (int i = 0; i < payloads.size(); i++) {
            Payload payload = payloads.get(i);
            Octets body = body(payload);
            out.u8(payload instanceof Payload.Encrypted encrypted
                    ? encrypted.firstInside()
                    : firstType(payloads.subList(i + 1, payloads.size())));
            // BASE-3.2-1, BASE-2.5-1: critical bit and reserved bits go out zero, or an older peer refuses us.
            out.u8(0);
            out.u16(Payload.HEADER_LENGTH + body.length());
            out.octets(body);
        }
        return out.toOctets();
    }

    static Chain decode(int firstType, Octets octets) {
        var in = new OctetReader(octets);
        var payloads = new ArrayList<Payload>();
        int type = firstType;
        while (type != PayloadTypes.NONE) {
            if (in.remaining() < Payload.HEADER_LENGTH) {
                return new Incoming.Malformed(Reason.PAYLOAD_HEADER_TRUNCATED, type);
            }
            int next = in.u8();
            boolean critical = (in.u8() & CRITICAL) != 0;
            int length = in.u16();
            // BASE-3.1-4: a length below 4 would make the reader stand still or go back.
            if (length < Payload.HEADER_LENGTH) {
                return new Incoming.Malformed(Reason.PAYLOAD_LENGTH_BELOW_FOUR, type);
            }
            if (length - Payload.HEADER_LENGTH > in.remaining()) {
                return new Incoming.Malformed(Reason.PAYLOAD_PAST_END, type);
            }
            // BASE-3.2-1: only for unknown types; a known one with the bit would otherwise cost us a good message.
            if (critical && !PayloadTypes.isKnown(type)) {
                return new Incoming.Malformed(Reason.UNKNOWN_CRITICAL_PAYLOAD, type);
            }
            Octets body = in.take(length - Payload.HEADER_LENGTH);
            Optional<Reason> fault = type == PayloadTypes.NOTIFY ? notifyFault(body) : Optional.empty();
            if (fault.isPresent()) {
                return new Incoming.Malformed(fault.get(), type);
            }
            payloads.add(payload(type, next, body));
            // BASE-1.5-6: an encrypted payload ends the chain; its next-payload field speaks of the inside.
            type = PayloadTypes.isEncrypted(type) ? PayloadTypes.NONE : next;
        }
        return in.remaining() == 0
                ? new Chain.Payloads(payloads)
                : new Incoming.Malformed(Reason.TRAILING_OCTETS);
    }

    private static Octets body(Payload payload) {
        return switch (payload) {
            case Payload.Notify notify -> encodeNotify(notify);
            case Payload.Encrypted encrypted -> encrypted.body();
            case Payload.Other other -> other.body();
        };
    }

    private static Payload payload(int type, int next, Octets body) {
        return switch (type) {
            case PayloadTypes.NOTIFY -> decodeNotify(body);
            case PayloadTypes.SK, PayloadTypes.SKF -> new Payload.Encrypted(type, next, body);
            default -> new Payload.Other(type, body);
        };
    }

    /** BASE-3.10-1. */
    private static Octets encodeNotify(Payload.Notify notify) {
        return new OctetWriter()
                .u8(notify.protocol())
                .u8(notify.spi().length())
                .u16(notify.type())
                .octets(notify.spi())
                .octets(notify.data())
                .toOctets();
    }

    /** Of a body that {@link #notifyFault} found nothing wrong with. */
    private static Payload.Notify decodeNotify(Octets body) {
        var in = new OctetReader(body);
        int protocol = in.u8();
        int spiSize = in.u8();
        int type = in.u16();
        Octets spi = in.take(spiSize);
        return new Payload.Notify(protocol, spi, type, in.rest());
    }

    private static Optional<Reason> notifyFault(Octets body) {
        int fixed = Payload.Notify.FIXED_LENGTH - Payload.HEADER_LENGTH;
        if (body.length() < fixed) {
            return Optional.of(Reason.NOTIFY_TRUNCATED);
        }
        return body.at(1) > body.length() - fixed ? Optional.of(Reason.NOTIFY_SPI_PAST_END) : Optional.empty();
    }
}
