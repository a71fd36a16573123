/** Paths through a model as message sequences for people: who, to whom, which message, because of which clauses. */
package sfd.draw;
