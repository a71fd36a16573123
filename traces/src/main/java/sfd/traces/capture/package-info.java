/**
 * Captures, pcap and pcapng, as frames ({@link sfd.traces.capture.Capture}), and what UDP, ESP and AH is in a frame
 * ({@link sfd.traces.capture.Carried}). Nothing here knows IKE.
 */
package sfd.traces.capture;
