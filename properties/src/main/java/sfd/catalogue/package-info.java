/**
 * The clause catalogue, {@code spec/clauses.json}, and where each clause is modelled, enforced and tested.
 *
 * <p>The places are never written down: they are found by looking for the ids, so they cannot go stale. A citation
 * says that its author meant to keep the clause there, not that he succeeded; whether he did is what the lockstep, the
 * model checker and the tests are for.
 */
package sfd.catalogue;
