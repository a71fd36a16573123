/**
 * Rules that the sources keep, each a sentence with its reason, and the proof by {@link sfd.rules.OffendersTest} that
 * each can be broken.
 */
package sfd.rules;
