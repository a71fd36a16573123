/**
 * Two commands for people with a packet in hand: what it is ({@link sfd.packet.Decode}), and what a gateway answers to
 * it ({@link sfd.packet.Answer}). Every line of text or frame of a capture gives one JSON line of output, whatever it
 * holds; their form is in {@code traces/schemas}.
 */
package sfd.packet;
