package sfd.simulation;

/**
 * What the network does to one datagram that it would else just deliver.
 *
 * @param datagram its number, in the order in which they are sent
 * @param millis how much later it, or its double, comes; nothing of one that is lost
 */
public record Fate(int datagram, Kind kind, int millis) {

    /** What may become of a datagram. */
    public enum Kind { LOST, DOUBLED, DELAYED }
}
