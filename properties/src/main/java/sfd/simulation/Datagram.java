package sfd.simulation;

import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;

/**
 * A datagram under way.
 *
 * @param number in the order of sending
 * @param sender the gateway, or {@link #ATTACKER}
 * @param from as it leaves a NAT
 * @param about the IKE SA under which it was sent, else {@link IkeSpis#NONE}
 * @param caused how many datagrams before it led to one another without time, traffic or the daemon's own will between
 * @param losses of IKE SAs that befell anybody before it was sent: one between makes what comes later another chain
 */
record Datagram(int number, int sender, Endpoint from, Endpoint to, Octets octets, Inside inside, IkeSpis about, int caused,
        int losses) {

    static final int ATTACKER = -1;
}
