package sfd.simulation;

import java.util.List;
import java.util.Optional;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeSpis;
import sfd.sa.ChildSa;
import sfd.sa.Event;
import sfd.sa.SaTable;

/** Child SAs come, go and carry traffic. */
final class Children {

    /** So few that two gateways choose the same one now and then, or one gateway the same one again. */
    private static final int SOME = 1 << 12;
    private static final int FEW = 1 << 8;
    private static final int MANY = 1 << 28;
    private static final int FIRST = 1 << 16;

    private final Gateway gateway;

    Children(Gateway gateway) {
        this.gateway = gateway;
    }

    /** An SPI to receive on that is in no use here. */
    int fresh() {
        int spi;
        do {
            spi = FIRST + Math.floorMod((int) gateway.world.fresh(), spis());
        } while (!gateway.roles.keeping().ownersOfInbound(spi).isEmpty());
        return spi;
    }

    /** Only by SIR does a child SA end on what is said of its SPI. */
    private int spis() {
        if (gateway.world.plan.protocol() != Protocol.SIR) {
            return SOME;
        }
        return gateway.world.plan.deployment().childSpisUnique() ? MANY : FEW;
    }

    /** True if the packet verifies under one of these child SAs. */
    static boolean isOurs(SaTable sas, Inside.Esp esp) {
        for (IkeSpis owner : sas.ownersOfInbound(esp.out())) {
            if (sas.children(owner).contains(new ChildSa(esp.out(), esp.in()))) {
                return true;
            }
        }
        return false;
    }

    static void heard(Gateway gateway, Inside.Esp esp) {
        for (IkeSpis owner : gateway.roles.keeping().ownersOfInbound(esp.out())) {
            Session session = gateway.sessions.get(owner);
            session.heard = gateway.world.now();
            session.silent.remove(esp.out());
        }
    }

    /** A packet goes out under one of the child SAs of this IKE SA. */
    void traffic(Session session, int which) {
        boolean waits = gateway.world.plan.deployment().waitsForChild();
        List<ChildSa> children = gateway.roles.keeping().children(session.spis).stream()
                .filter(it -> !waits || !session.silent.contains(it.in()))
                .sorted((one, other) -> Integer.compare(one.in(), other.in())).toList();
        if (!children.isEmpty()) {
            ChildSa child = children.get(which % children.size());
            gateway.world.attacker.learnsChild(child.out());
            gateway.send(session.here, session.there, Sealing.esp(child.out(), 1), new Inside.Esp(child.out(), child.in()), IkeSpis.NONE);
        }
    }

    void add(Session session, int replaces) {
        gateway.exchanges.begin(session, new Request(ExchangeTypes.CREATE_CHILD_SA, new Said.NewChild(fresh(), replaces), List.of(), 0));
    }

    void close(Session session, int spi) {
        gateway.exchanges.begin(session, new Request(ExchangeTypes.INFORMATIONAL, new Said.DeleteChild(spi), List.of(), 0));
    }

    Said asked(Session session, Said.NewChild it) {
        if (session.succeeded || session.closing) {
            return Said.REFUSED;
        }
        int own = fresh();
        session.silent.add(own);
        gateway.tell(new Event.ChildSaCreated(session.spis, new ChildSa(own, it.child())));
        return new Said.NewChild(own, 0);
    }

    void answered(Session session, Said.NewChild asked, Said answer) {
        boolean free = gateway.roles.keeping().ownersOfInbound(asked.child()).isEmpty();
        if (answer instanceof Said.NewChild it && free && !session.succeeded) {
            gateway.tell(new Event.ChildSaCreated(session.spis, new ChildSa(asked.child(), it.child())));
            if (asked.replaces() != 0) {
                close(session, asked.replaces());
            }
        }
    }

    Said closed(Session session, Said.DeleteChild it) {
        Optional<ChildSa> child = gateway.roles.keeping().children(session.spis).stream().filter(one -> one.out() == it.child()).findFirst();
        child.ifPresent(one -> {
            gateway.tell(new Event.ChildSaClosed(session.spis, one.in()));
            // The old one is deleted: now the responder may send under the new one, too (BASE-2.8-1).
            session.silent.clear();
        });
        return Said.NOTHING;
    }

    void closedHere(Session session, Said.DeleteChild it) {
        if (gateway.roles.keeping().ownersOfInbound(it.child()).contains(session.spis)) {
            gateway.tell(new Event.ChildSaClosed(session.spis, it.child()));
        }
    }
}
