package sfd.traces.tlc;

/** Hears now and then how far a walk has come. */
@FunctionalInterface
public interface Progress {

    Progress NONE = (states, edges) -> { };

    /** @param states found so far. @param edges found so far, without repetitions */
    void report(int states, int edges);
}
