/** Faults in what judges: each must make a test fail, or a judge could be wrong and nobody would know. */
package sfd.judges;
