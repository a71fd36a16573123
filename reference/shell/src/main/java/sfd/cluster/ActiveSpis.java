package sfd.cluster;

import sfd.ike.IkeSpis;

/** The list of active SPIs as one member of a cluster sees it (QCD-9.2-3). For one thread. */
public interface ActiveSpis extends AutoCloseable {

    /** What the list says of an IKE SA. */
    enum Elsewhere {
        /** Another member has it. */
        ACTIVE,
        /** Each other member has said what it has, and none has it. */
        NOT,
        /** The list cannot be reached, or a member has not said what it has: whoever shows a token now may show one of a living SA. */
        UNKNOWN
    }

    /**
     * This member is about to have the IKE SA. Before it is half open, or its token can be had from the others (F9).
     *
     * @return true if all members can tell from now on; otherwise the IKE SA must not come about
     */
    boolean announce(IkeSpis spis);

    /** This member has it no more. If that cannot be said now it is said later; until then the others keep silent. */
    void withdraw(IkeSpis spis);

    /** Whether another member has it, at this moment. */
    Elsewhere elsewhere(IkeSpis spis);

    /** This member lost all that it had: what it announced before is gone. */
    void restart();

    /** Some time has passed: what could not be done before is tried again. */
    void tend();

    @Override
    void close();
}
