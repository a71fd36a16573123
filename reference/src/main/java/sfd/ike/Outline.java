package sfd.ike;

/**
 * What a received datagram is, its payloads checked but not taken out: all that a peer needs to know of a message with
 * unknown SPIs, of which anybody can send any number.
 */
public sealed interface Outline permits Outline.Ike, Incoming.Keepalive, Incoming.Esp, Incoming.Ah, Incoming.Malformed {

    /**
     * An IKE message with a well-formed payload chain.
     *
     * @param payloads number of payloads
     * @param lastPayload type of its last payload, {@link PayloadTypes#NONE} for an empty chain
     * @param fragment number of the fragment that the message is, from 1; 0 if it is none
     */
    record Ike(IkeHeader header, int payloads, int lastPayload, int fragment) implements Outline {

        /**
         * True when the chain ends in an encrypted payload: all that a receiver without the keys can say about
         * protection (BASE-1.5-6). It proves nothing about the sender.
         */
        public boolean endsEncrypted() {
            return PayloadTypes.isEncrypted(lastPayload);
        }
    }
}
