package sfd.gateway;

import sfd.sa.Event;
import sfd.sa.SaTable;
import sfd.sa.Step;

/** A gateway in one of the roles: an immutable value. */
public interface Gateway {

    /** One event; the next gateway is the same object if nothing changed. */
    Step<Gateway> step(Event event);

    /** The IKE SAs that it has. */
    SaTable sas();
}
