/**
 * Fuzzing: octets that nobody thought of, on every reader and every role, judged by oracles that do not use what they
 * judge. {@link sfd.fuzz.Fuzz} runs it, each target in a process of its own; the corpus is replayed with the other tests.
 */
package sfd.fuzz;
