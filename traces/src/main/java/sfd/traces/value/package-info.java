/** TLA+ values in one canonical form. */
package sfd.traces.value;
