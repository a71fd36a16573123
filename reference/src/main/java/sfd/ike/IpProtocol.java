package sfd.ike;

/** What is straight over IP. */
public enum IpProtocol {
    UDP(17), ESP(50), AH(51);

    private final int number;

    IpProtocol(int number) {
        this.number = number;
    }

    /** Number in the IP header. */
    public int number() {
        return number;
    }
}
