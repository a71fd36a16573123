package sfd.simulation;

/**
 * Something that befalls a gateway.
 *
 * @param at milliseconds since the beginning
 * @param kind what
 * @param who the gateway; a number, as the others, to be taken modulo how many there are to choose from
 * @param which IKE SA of its, or the like
 * @param more whatever else there is to choose
 */
public record Happening(int at, Kind kind, int who, int which, int more) {
}
