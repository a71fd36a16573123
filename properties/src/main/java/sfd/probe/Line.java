package sfd.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.session.Datagram;

/** Between our ends and the peer: what goes out and comes in, told apart by whether it verifies. */
final class Line {

    private final Ends ends;
    private final Association association;
    private final long wait;
    private final Set<Octets> consumed = new HashSet<>();

    /** @param wait nanoseconds for an answer */
    Line(Ends ends, Association association, long wait) {
        this.ends = ends;
        this.association = association;
        this.wait = wait;
    }

    Ends ends() {
        return ends;
    }

    long patience() {
        return wait;
    }

    /** Should these come again they are late, and say nothing. */
    void consume(List<Came> came) {
        came.forEach(it -> consumed.add(it.datagram().datagram()));
    }

    /**
     * Sends, and takes what comes.
     *
     * @param fresh what answers an earlier message under an IKE SA is passed over
     * @param enough it need not be waited for more
     */
    Seen transmit(List<Effect.Send> out, int tries, boolean fresh, BooleanSupplier enough)
            throws NotObservableException, IOException {
        return transmit(out, tries, wait, fresh, enough);
    }

    Seen transmit(List<Effect.Send> out, int tries, long patience, boolean fresh, BooleanSupplier enough)
            throws NotObservableException, IOException {
        var came = new ArrayList<Came>();
        ends.exchange(out, tries, patience, new Ends.Hearing() {
            @Override
            public void hear(Event.Received datagram) throws NotObservableException, IOException {
                Association.Opened opened = association.open(datagram);
                if (opened.owed().isPresent()) {
                    ends.send(datagram(opened.owed().get()), false);
                }
                boolean late = fresh && (consumed.contains(datagram.datagram())
                        || opened.came().inside().isPresent() && !opened.came().ownRequest());
                if (!late) {
                    came.add(opened.came());
                }
            }

            @Override
            public boolean isAnswered() {
                return enough.getAsBoolean() || !came.stream().allMatch(Came::ownRequest);
            }

            @Override
            public boolean isEnough() {
                return enough.getAsBoolean();
            }
        });
        return new Seen(out, came, false, "");
    }

    static Effect.Send datagram(Datagram it) {
        return new Effect.Send(it.from(), it.to(), it.octets());
    }
}
