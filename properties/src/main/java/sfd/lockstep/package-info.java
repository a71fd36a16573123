/**
 * The Java roles against TLC's graphs, transition by transition and through real octets: {@code Concretise} turns a
 * model's value into a Java value, {@code Abstract} turns it back, {@code Lockstep} replays.
 */
package sfd.lockstep;
