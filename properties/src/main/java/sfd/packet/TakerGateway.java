package sfd.packet;

import sfd.qcd.Taker;
import sfd.qcd.TakerState;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.Digest;

/** The token taker. */
record TakerGateway(Policy policy, Digest digest, TakerState state) implements Gateway {

    @Override
    public Step<Gateway> step(Event event) {
        return Taker.step(policy, digest, state, event)
                .map(next -> next == state ? this : new TakerGateway(policy, digest, next));
    }
}
