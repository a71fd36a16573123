/** Worlds that are too large to be searched: behaviours by chance, judged and replayed. What comes out is no proof, and kept apart. */
package sfd.sampling;
