package sfd.cluster;

import java.util.Optional;
import java.util.function.Function;
import sfd.ike.IkeSpis;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Step;
import sfd.shell.Service;

/**
 * A role of a member of a cluster: what the list says is told to it before each datagram that might draw a token, and taken back
 * behind it, so that nothing that strangers ask about is kept.
 */
public final class Listed implements Service {

    private final Service role;
    private final Function<Event.Received, Optional<IkeSpis>> wouldShow;
    private final ActiveSpis list;
    private final int most;
    private int asked;

    /**
     * @param wouldShow the IKE SA whose token the step for a datagram would show
     * @param most questions to the list between two ticks; what is beyond is taken for active elsewhere
     * @throws IllegalArgumentException for a role with a draw (BASE-2.21.4-10): the tick that takes up what waits asks no list,
     *     and would show tokens of IKE SAs that live elsewhere
     */
    public Listed(Service role, Function<Event.Received, Optional<IkeSpis>> wouldShow, ActiveSpis list, int most) {
        if (role.draws()) {
            throw new IllegalArgumentException("a role with a draw, and a list that is asked about what arrives");
        }
        this.role = role;
        this.wouldShow = wouldShow;
        this.list = list;
        this.most = most;
    }

    @Override
    public boolean isSilentAt(Event.Received event) {
        return role.isSilentAt(event);
    }

    /** An IKE SA that the other members cannot know of must not come about (QCD-9.2-3). */
    @Override
    public boolean admits(Event event) {
        return switch (event) {
            case Event.SaHalfOpen it -> list.announce(it.spis());
            case Event.SaRekeyed it -> list.announce(it.successor());
            case Event.SaImported it -> list.announce(it.spis());
            default -> true;
        };
    }

    @Override
    public Step<?> step(Event event) {
        return switch (event) {
            case Event.Received it -> received(it);
            case Event.Tick it -> {
                asked = 0;
                list.tend();
                yield withdrawn(it, role.step(it));
            }
            case Event.Rebooted it -> {
                Step<?> step = role.step(it);
                list.restart();
                yield step;
            }
            default -> withdrawn(event, role.step(event));
        };
    }

    private Step<?> received(Event.Received event) {
        Optional<IkeSpis> spis = wouldShow.apply(event);
        if (spis.isEmpty()) {
            return withdrawn(event, role.step(event));
        }
        // QCD-9.2-2: unless it is known that nobody has it, it counts as active elsewhere.
        boolean active = asked >= most || list.elsewhere(spis.get()) != ActiveSpis.Elsewhere.NOT;
        asked = Math.min(asked + 1, most);
        role.step(new Event.ActiveElsewhere(spis.get(), active));
        Step<?> step = withdrawn(event, role.step(event));
        role.step(new Event.ActiveElsewhere(spis.get(), false));
        return step;
    }

    /** What is gone leaves the list when the role has it no more, not before. */
    private Step<?> withdrawn(Event event, Step<?> step) {
        switch (event) {
            case Event.SaClosed it -> list.withdraw(it.spis());
            case Event.SaForgotten it -> list.withdraw(it.spis());
            default -> { }
        }
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.IkeSaDeleted it) {
                list.withdraw(it.spis());
            }
        }
        return step;
    }
}
