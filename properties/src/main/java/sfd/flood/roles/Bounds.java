package sfd.flood.roles;

/**
 * What a policy allows in a tick, of what one kind of flood asks for.
 *
 * @param taken how many of those that wait a tick does what they ask for, at most: the limit that they meet; 0 if there is none
 *     that this flood uses up
 * @param sent datagrams in the clear
 * @param asked protected requests
 * @param accepted first messages gone on with
 * @param digests made
 */
record Bounds(int taken, long sent, long asked, long accepted, long digests) {
}
