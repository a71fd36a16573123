/** Immutable octet strings, and the reader and writer that take them apart and put them together. */
package sfd.octets;
