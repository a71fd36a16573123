package sfd.ike;

import java.util.List;

/**
 * An IKE message: header and outer payload chain. What an encrypted payload holds stays closed.
 *
 * @param header the header
 * @param payloads the payloads in the order of the wire, none of which is refused for its place (BASE-2.5-1), except
 *     that an encrypted payload is the last
 */
public record IkeMessage(IkeHeader header, List<Payload> payloads) implements Incoming {

    /** @throws IllegalArgumentException if anything follows an encrypted payload */
    public IkeMessage {
        payloads = Payload.chain(payloads);
    }

    /** What is left when the payloads are not looked at. */
    public Outline.Ike outline() {
        return payloads.isEmpty() ? new Outline.Ike(header, 0, PayloadTypes.NONE, 0)
                : new Outline.Ike(header, payloads.size(), payloads.getLast().payloadType(),
                        payloads.getLast() instanceof Payload.Encrypted it ? it.fragment() : 0);
    }

    /** As {@link Outline.Ike#endsEncrypted}. */
    public boolean endsEncrypted() {
        return outline().endsEncrypted();
    }

    /** The notifications of one type in the clear, in order. */
    public List<Payload.Notify> notifies(int type) {
        return Payload.notifies(payloads, type);
    }
}
