package sfd.flood.roles;

import java.util.List;
import java.util.Set;
import sfd.ike.IkeSpis;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.Digest;

/** A role as what is flooded. */
interface Role<S> {

    /** With all its IKE SAs. */
    S start();

    Step<S> step(Policy policy, Digest digest, S s, Event event);

    /** The same without the table of IKE SAs: what is there beside it. */
    S withoutTable(S s);

    /** As if nothing had come of what honest peers said about these IKE SAs, so that they can say it anew. */
    S restored(S s, Set<IkeSpis> honest);

    /** What the other ends do that live: those of all other IKE SAs. */
    default List<Event> replies(Effect effect) {
        return List.of();
    }
}
