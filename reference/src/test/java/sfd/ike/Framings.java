package sfd.ike;

/** Framings by one port at both ends. */
public final class Framings {

    private Framings() {
    }

    public static Framing of(int port) {
        return port == Endpoint.NO_UDP ? Framing.ESP : Framing.udp(port, port);
    }
}
