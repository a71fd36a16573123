/** What it costs: on the wire until Alice knows, and to check as a world grows. */
package sfd.cost;
