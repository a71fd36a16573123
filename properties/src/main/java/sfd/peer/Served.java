package sfd.peer;

import sfd.gateway.Gateway;
import sfd.sa.Event;
import sfd.sa.Step;
import sfd.shell.Service;

/** A gateway under way: the one place where its state changes. */
final class Served implements Service {

    private Gateway gateway;

    Served(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public boolean draws() {
        return gateway.draws();
    }

    @Override
    public boolean isSilentAt(Event.Received event) {
        return gateway.isSilentAt(event);
    }

    @Override
    public Step<?> step(Event event) {
        Step<Gateway> step = gateway.step(event);
        gateway = step.next();
        return step;
    }

    /** The gateway as it is now. */
    Gateway gateway() {
        return gateway;
    }
}
