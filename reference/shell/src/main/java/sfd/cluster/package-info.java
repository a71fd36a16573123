/**
 * The list of active SPIs of a cluster (QCD-9.2-3): who holds which IKE SA, asked before a datagram is handed in that might draw
 * its token. It decides nothing; the role is told by {@link sfd.sa.Event.ActiveElsewhere}, and keeps silent (QCD-9.2-2).
 */
package sfd.cluster;
