/** The hot path, measured: each candidate against an anchor in the same slices of time, and the ratio judged. */
package sfd.bench;
