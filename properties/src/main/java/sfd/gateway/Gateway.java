package sfd.gateway;

import sfd.qcd.ChildMap;
import sfd.sa.Event;
import sfd.sa.SaTable;
import sfd.sa.Step;

/** A gateway in one of the roles: an immutable value. */
public interface Gateway {

    /** One event; the next gateway is the same object if nothing changed. */
    Step<Gateway> step(Event event);

    /**
     * True if the step for this datagram is the same gateway and a reason to log. Who has no time to count such ones by their
     * reasons asks here first; a gateway that does not know says no.
     */
    default boolean isSilentAt(Event.Received event) {
        return false;
    }

    /** True if each arrival needs a lot (BASE-2.21.4-10). */
    default boolean draws() {
        return false;
    }

    /** The map of child SAs that outlives it (QCD-8.2-1); empty where there is none. */
    default ChildMap childMap() {
        return ChildMap.EMPTY;
    }

    /** The IKE SAs that it has. */
    SaTable sas();
}
