/**
 * The command {@code probe}: asks an IKEv2 implementation of anybody, over UDP, what a stranger or a peer with a pre-shared key
 * can ask, and says of each reaction which clause it keeps or does not. What is sent, and what a reaction means, is data:
 * {@code cases.json}, whose form is {@code traces/schemas/probe-cases.schema.json}.
 */
package sfd.probe;
