/** Single traces in the Informal Trace Format. */
package sfd.traces.itf;
