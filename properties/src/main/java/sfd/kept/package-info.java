/**
 * Results of the check that are kept from run to run, each under a digest of all that it depends on; and the author's
 * loop, which checks anew what a saved file changes.
 */
package sfd.kept;
