/** Tokens, the secrets they are made from, and what is kept of them. */
package sfd.token;
