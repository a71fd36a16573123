package sfd.simulation;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import sfd.ike.CheckSpi;
import sfd.ike.IkeSpis;
import sfd.sa.Effect;
import sfd.sa.Event;

/** A wait between NACK and new IKE SA ends, and when it may (SIR-3.2.3-1): else who was told would still not know. */
final class Waits {

    private record Waiting(int gateway, IkeSpis spis) {
    }

    private final int delay;
    private final Map<Waiting, Integer> ticks = new HashMap<>();

    Waits(Plan plan) {
        this.delay = plan.policy().sir().delay();
    }

    void rebooted(Gateway gateway) {
        ticks.keySet().removeIf(it -> it.gateway() == gateway.number);
    }

    void stepped(Claims.Moment it) {
        int here = it.gateway().number;
        for (Effect effect : it.taken().keeping()) {
            if (effect instanceof Effect.Initiate begun) {
                ticks.remove(new Waiting(here, begun.replaces()));
            }
        }
        switch (it.event()) {
            case Event.Received e when it.taken().because().contains("SIR-3.2.3-1") -> it.message()
                    .flatMap(message -> CheckSpi.deciding(message.payloads()))
                    .filter(CheckSpi.AboutIkeSa.class::isInstance).map(CheckSpi.AboutIkeSa.class::cast)
                    .ifPresent(check -> told(new Waiting(here, check.spis()), check.subtype()));
            case Event.Protected e -> ticks.remove(new Waiting(here, e.spis()));
            case Event.ProtectedEsp e -> it.kept().ownersOfInbound(e.spi()).forEach(spis -> ticks.remove(new Waiting(here, spis)));
            case Event.SaNotReplaced e -> ticks.remove(new Waiting(here, e.spis()));
            case Event.Tick e -> passed(it);
            default -> { }
        }
    }

    /** NACK begins a wait; an ACK in the clear ends it, where the policy believes one. */
    private void told(Waiting wait, CheckSpi.Subtype verdict) {
        if (verdict == CheckSpi.Subtype.NACK) {
            ticks.put(wait, 0);
        } else {
            ticks.remove(wait);
        }
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
