/** The simulated network: what it says of the reference, and of roles with faults. */
package sfd.simulation;
