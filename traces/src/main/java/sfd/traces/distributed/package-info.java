/** TLC's own distributed mode: one coordinator, any number of workers, for models that are too large for one machine. */
package sfd.traces.distributed;
