/**
 * Whether few SAs are enough: the system with one more, seen through those that are kept, against the system of those alone with
 * {@code spec/OtherSas.tla} around them.
 */
package sfd.cutoff;
