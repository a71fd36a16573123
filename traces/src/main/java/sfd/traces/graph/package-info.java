/** State graphs of models: navigation, shortest traces, export. */
package sfd.traces.graph;
