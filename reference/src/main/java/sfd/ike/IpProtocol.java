package sfd.ike;

/** What IP carries: the protocols that belong to IPsec, by their number in the IP header. */
public enum IpProtocol {
    /** In it IKE, and ESP on a shared port. */
    UDP(17),
    ESP(50),
    AH(51);

    private final int number;

    IpProtocol(int number) {
        this.number = number;
    }

    /** @throws IllegalArgumentException for any other number */
    public static IpProtocol of(int number) {
        for (IpProtocol protocol : values()) {
            if (protocol.number == number) {
                return protocol;
            }
        }
        throw new IllegalArgumentException("no protocol of IPsec: " + number);
    }

    /** The number in the IP header. */
    public int number() {
        return number;
    }
}
