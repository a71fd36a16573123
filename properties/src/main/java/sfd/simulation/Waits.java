package sfd.simulation;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import sfd.ike.CheckSpi;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.sa.Effect;
import sfd.sa.Event;

/** A wait between NACK and new IKE SA ends, and when it may (SIR-3.2.3-1): else who was told would still not know. */
final class Waits {

    private record Waiting(int gateway, IkeSpis spis) {
    }

    private final World world;
    private final int delay;
    private final boolean checked;
    private final Map<Waiting, Integer> ticks = new HashMap<>();

    Waits(World world) {
        this.world = world;
        this.delay = world.plan.policy().sir().delay();
        this.checked = world.plan.policy().sir().waitChecks();
    }

    void rebooted(Gateway gateway) {
        ticks.keySet().removeIf(it -> it.gateway() == gateway.number);
    }

    void stepped(Claims.Moment it) {
        int here = it.gateway().number;
        for (Effect effect : it.taken().keeping()) {
            if (effect instanceof Effect.Initiate begun) {
                ended(new Waiting(here, begun.replaces()), "a wait that ends with a new IKE SA");
            }
        }
        switch (it.event()) {
            case Event.Received e when it.taken().because().contains("SIR-3.2.3-1") -> it.message()
                    .flatMap(message -> CheckSpi.deciding(message.payloads()))
                    .filter(CheckSpi.AboutIkeSa.class::isInstance).map(CheckSpi.AboutIkeSa.class::cast)
                    .ifPresent(check -> told(new Waiting(here, check.spis()), check.subtype()));
            // A sign of life ends a wait only of who asked for one (SIR-3.2.3-3).
            case Event.Protected e when checked || hasVerdict(e) ->
                    ended(new Waiting(here, e.spis()), "a wait that a sign of life ends");
            case Event.ProtectedEsp e when checked -> it.kept().ownersOfInbound(e.spi())
                    .forEach(spis -> ended(new Waiting(here, spis), "a wait that a sign of life ends"));
            case Event.SaNotReplaced e -> ticks.remove(new Waiting(here, e.spis()));
            case Event.Tick e -> passed(it);
            default -> { }
        }
    }

    /** NACK begins a wait; an ACK in the clear ends it, where the policy believes one. */
    private void told(Waiting wait, CheckSpi.Subtype verdict) {
        if (verdict == CheckSpi.Subtype.NACK) {
            ticks.put(wait, 0);
            world.tally.looked("a wait that begins");
        } else {
            ended(wait, "a wait that an ACK ends");
        }
    }

    private void ended(Waiting wait, String how) {
        if (ticks.remove(wait) != null) {
            world.tally.looked(how);
        }
    }

    private static boolean hasVerdict(Event.Protected it) {
        return !Payload.notifies(it.payloads(), NotifyTypes.CHECK_SPI).isEmpty();
    }

    private void passed(Claims.Moment it) {
        Iterator<Map.Entry<Waiting, Integer>> all = ticks.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Waiting, Integer> wait = all.next();
            if (wait.getKey().gateway() != it.gateway().number) {
                continue;
            }
            if (!it.gateway().roles.keeping().isEstablished(wait.getKey().spis())) {
                all.remove();
            } else if (wait.setValue(wait.getValue() + 1) >= delay) {
                throw new BrokenClaim("UnansweredBoundInv", it.gateway() + " waits " + (wait.getValue() + 1)
                        + " ticks after NACK, and has " + delay);
            }
        }
    }
}
