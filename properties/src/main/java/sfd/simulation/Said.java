package sfd.simulation;

import sfd.ike.IkeSpis;

/** What the IKE daemons say to each other under an IKE SA, beside the payloads of their roles. */
sealed interface Said {

    /** Nothing: a liveness check, or what only a role has to say. */
    record Nothing() implements Said {
    }

    Said NOTHING = new Nothing();

    /** IKE_AUTH, with the SPI that the sender receives on. */
    record Auth(int child) implements Said {
    }

    /** CREATE_CHILD_SA for a new IKE SA, with the sender's half of its SPIs. */
    record Rekey(long spi) implements Said {
    }

    /** The answer to that, with the pair. */
    record Rekeyed(IkeSpis successor) implements Said {
    }

    /** TEMPORARY_FAILURE (RFC 7296, 2.25). */
    record Refused() implements Said {
    }

    Said REFUSED = new Refused();

    /**
     * CREATE_CHILD_SA for a child SA, or the answer.
     *
     * @param child the SPI that the sender receives on
     * @param replaces the SPI that it received on before, 0 for none
     */
    record NewChild(int child, int replaces) implements Said {
    }

    /** A Delete for the IKE SA. */
    record Delete() implements Said {
    }

    Said DELETE = new Delete();

    /** A Delete for the child SA on which the sender receives with this SPI. */
    record DeleteChild(int child) implements Said {
    }

    /** UPDATE_SA_ADDRESSES (MOBIKE): the sender is where this comes from. */
    record Moved() implements Said {
    }

    Said MOVED = new Moved();
}
