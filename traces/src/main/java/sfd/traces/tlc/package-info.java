/** TLC, driven in process: the walk that yields a model's whole graph, and TLC's own checker beside it. */
package sfd.traces.tlc;
