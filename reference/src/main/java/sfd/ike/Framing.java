package sfd.ike;

/** How a packet is framed: what its first octets can be. */
public enum Framing {
    /** On UDP port 500 at either end: IKE, without a marker. */
    IKE(0),
    /** On other UDP ports: IKE behind the non-ESP marker, ESP, keepalives (BASE-3.1-2). */
    SHARED(4),
    /** ESP straight over IP. */
    ESP(0),
    /** AH straight over IP. */
    AH(0);

    private final int marker;

    Framing(int marker) {
        this.marker = marker;
    }

    /** Of UDP between these ports: there is no marker where either is 500. */
    public static Framing udp(int here, int there) {
        return here == Wire.IKE_PORT || there == Wire.IKE_PORT ? IKE : SHARED;
    }

    /** Octets before an IKE message. */
    public int marker() {
        return marker;
    }
}
