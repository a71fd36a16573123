package sfd.gateway;

import sfd.qcd.ChildMap;
import sfd.sa.Admission;
import sfd.sa.Admitted;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.sa.Step;

/** A gateway with a draw for what its limits turn away (BASE-2.21.4-10). */
record AdmittingGateway(Policy policy, Admitted<Gateway> state) implements Gateway {

    @Override
    public Step<Gateway> step(Event event) {
        return Admission.step(policy, Gateway::step, state, event)
                .map(next -> next == state ? this : new AdmittingGateway(policy, next));
    }

    @Override
    public boolean isSilentAt(Event.Received event) {
        return Admission.isHopeless(policy, state.waiting(), event) && state.role().isSilentAt(event);
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public ChildMap childMap() {
        return state.role().childMap();
    }

    @Override
    public SaTable sas() {
        return state.role().sas();
    }
}
