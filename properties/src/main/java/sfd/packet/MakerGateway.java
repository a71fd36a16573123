package sfd.packet;

import sfd.qcd.Maker;
import sfd.qcd.MakerState;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.Digest;

/** The token maker. */
record MakerGateway(Policy policy, Digest digest, MakerState state) implements Gateway {

    @Override
    public Step<Gateway> step(Event event) {
        return Maker.step(policy, digest, state, event)
                .map(next -> next == state ? this : new MakerGateway(policy, digest, next));
    }
}
