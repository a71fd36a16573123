/**
 * The command {@code flood}: a peer of ours under a flood on loopback, beside a plain UDP echo under the same. What counts is the
 * ratio of the two in one run.
 */
package sfd.flood;
