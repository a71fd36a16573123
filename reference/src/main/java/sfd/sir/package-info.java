/** Stateless recovery (draft-detienne-ikev2-recovery-03): peer X, which lost an SA, and peer Y, which still has it. */
package sfd.sir;
