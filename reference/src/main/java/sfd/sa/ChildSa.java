package sfd.sa;

/**
 * A child SA by its two SPIs, 4 octets each; 2^31 and above are negative here.
 *
 * @param in the SPI that this peer receives on
 * @param out the SPI that it sends with
 */
public record ChildSa(int in, int out) {
}
