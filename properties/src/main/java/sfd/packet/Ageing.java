package sfd.packet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sfd.alphabet.BadLineException;
import sfd.alphabet.EffectJson;
import sfd.gateway.Gateway;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Step;

/**
 * A gateway after some ticks.
 *
 * @param ticks how many
 * @param done those in which it did something
 */
record Ageing(Gateway gateway, Doubts doubts, long ticks, List<Done> done) {

    /**
     * What the gateway did at a tick.
     *
     * @param tick 1 is the first
     * @param doubts what nobody here can know about it
     */
    record Done(long tick, Step<Gateway> step, List<String> doubts) {
    }

    /** @throws BadLineException for more than {@link Conversation#MOST} ticks or effects */
    static Ageing of(Gateway gateway, Doubts doubts, long ticks) throws BadLineException {
        // What is refused below must leave no trace, and without a tick nothing is refused.
        Doubts after = ticks > 0 ? doubts.copy() : doubts;
        var done = new ArrayList<Done>();
        Gateway now = gateway;
        int effects = 0;
        for (long tick = 1; tick <= ticks; tick++) {
            Step<Gateway> step = now.step(new Event.Tick());
            effects += step.effects().size();
            if (tick > Conversation.MOST || effects > Conversation.MOST) {
                throw new BadLineException("more than " + Conversation.MOST + " ticks, or effects in them, since the last "
                        + "line");
            }
            if (step.next() == now && step.effects().isEmpty()) {
                // Nothing is under way, so all further ticks pass like this one.
                break;
            }
            if (!step.effects().isEmpty()) {
                done.add(new Done(tick, step, doubts(step, after)));
                after.after(new Event.Tick(), Optional.empty(), step);
            }
            now = step.next();
        }
        return new Ageing(now, after, ticks, done);
    }

    private static List<String> doubts(Step<Gateway> step, Doubts doubts) {
        var said = new ArrayList<String>();
        for (Effect effect : step.effects()) {
            switch (effect) {
                case Effect.IkeSaDeleted it -> doubts.ofLate(it.spis()).ifPresent(said::add);
                case Effect.Initiate it -> doubts.ofLate(it.replaces()).ifPresent(said::add);
                default -> { }
            }
        }
        return said;
    }

    /** Adds to {@code out} how many ticks passed, and what was done in them. */
    void put(ObjectNode out) {
        out.put("ticks", ticks);
        ArrayNode all = out.putArray("atTicks");
        for (Done it : done) {
            ObjectNode one = all.addObject().put("tick", it.tick());
            EffectJson.put(one, it.step());
            if (!it.doubts().isEmpty()) {
                ArrayNode doubts = one.putArray("cannotKnow");
                it.doubts().forEach(doubts::add);
            }
        }
    }
}
