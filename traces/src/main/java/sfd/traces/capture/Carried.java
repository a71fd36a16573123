package sfd.traces.capture;

/** What a frame carries, as far as it can be IKE, ESP or AH. */
public sealed interface Carried {

    /**
     * A datagram of UDP, or a packet of ESP or AH straight over IP. Addresses have 4 or 16 octets.
     *
     * @param protocol 17 for UDP, 50 for ESP, 51 for AH
     * @param fromPort 0 unless it is UDP, and {@code toPort} too
     * @param payload of UDP or of IP, as much of it as was captured
     * @param length of the payload, as the packet says
     */
    record Packet(byte[] from, byte[] to, int protocol, int fromPort, int toPort, byte[] payload, int length)
            implements Carried {

        /** True if the payload was not captured to its end. */
        public boolean isCutShort() {
            return payload.length < length;
        }
    }

    /** A fragment of an IP packet, the first one too: what is in it is not to be seen from it alone. */
    record Fragment(byte[] from, byte[] to) implements Carried {
    }

    /** Something else. */
    record Other() implements Carried {
    }

    /**
     * A frame whose headers do not fit into it, or contradict each other.
     *
     * @param reason one sentence
     */
    record Broken(String reason) implements Carried {
    }

    /** What a frame carries. */
    static Carried by(Frame.Captured frame) {
        try {
            return LinkLayer.carried(frame.link(), Part.of("link layer", frame.octets()));
        } catch (BrokenException e) {
            return new Broken(e.getMessage());
        }
    }
}
