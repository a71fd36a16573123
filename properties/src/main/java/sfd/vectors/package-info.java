/**
 * The test vectors of {@code traces/vectors}: octets and what has to be made of them, for implementations in any language.
 * Written from the texts, field by field, and knowing nothing of the reference, so that the two are two readings of them; a
 * test holds the one to the other. What varies is derived from fixed labels, so that every run writes the same files.
 */
package sfd.vectors;
