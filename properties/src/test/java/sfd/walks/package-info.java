/**
 * Samples, where the comparison with the models is exhaustive: random paths through their graphs with the Java carrying
 * its own state, and what lies beyond their bounds: octets that no model names, many IKE SAs, long runs.
 */
package sfd.walks;
