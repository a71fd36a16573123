/** TLA+ values in JSON, in the notation of the Informal Trace Format. */
package sfd.traces.json;
