/**
 * A simulated network around the reference's own roles: some gateways, each with both roles of a proposal, an attacker, and all
 * that may befall them. Every decision of the protocols is a role's step; here are network, clock, IKE daemon and claims.
 */
package sfd.simulation;
