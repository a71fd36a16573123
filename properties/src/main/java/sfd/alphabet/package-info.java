/**
 * The alphabet in text: octets, ends, events and effects as they stand in JSON and on lines, read and written. What cannot
 * be read is a {@link sfd.alphabet.BadLineException} in one sentence.
 */
package sfd.alphabet;
