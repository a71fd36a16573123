package sfd.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeSpis;
import sfd.ike.IpProtocol;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.lockstep.RoleFunctions;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.SaTable;
import sfd.sa.SpiHash;
import sfd.token.Secret;
import sfd.token.Secrets;

/** One gateway: its two roles, and the IKE daemon beside them. */
final class Gateway {

    final World world;
    final int number;
    final Roles roles;
    final Map<IkeSpis, Session> sessions = new LinkedHashMap<>();
    final Openings openings;
    final Exchanges exchanges;
    /** The own halves of SPI pairs whose other halves are not known yet. */
    final Set<Long> halves = new HashSet<>();
    private final Timers timers;
    private Secrets stored;
    private Endpoint here;
    private Endpoint outside;
    private boolean up = true;
    private int moved;
    private int cutBehind = -1;
    private int caused;
    private List<Payload> collected = new ArrayList<>();
    private boolean accepted;

    Gateway(World world, int number, RoleFunctions functions) {
        this.world = world;
        this.number = number;
        this.stored = new Secrets(List.of(secret(1)));
        this.roles = Both.of(world.plan.protocol(), world.plan.policy(), functions, stored, new SpiHash(world.fresh(), number));
        this.openings = new Openings(this);
        this.exchanges = new Exchanges(this);
        this.timers = new Timers(this);
        this.here = new Endpoint(place(), Wire.NAT_PORT);
        this.outside = here;
        world.network.bind(here, here, number);
        timers.start();
    }

    private Address place() {
        return new Address(Octets.of((byte) 10, (byte) number, (byte) moved++, (byte) 1));
    }

    private Secret secret(int generation) {
        return Secret.of(generation, new OctetWriter(Secret.LENGTH).u64(world.fresh()).u64(world.fresh()).u64(world.fresh())
                .u64(world.fresh()).finish());
    }

    // What reaches the roles, and what they want done.

    void tell(Event event) {
        tell(event, null);
    }

    /** @param came in which the event came, or null */
    private void tell(Event event, Datagram came) {
        SaTable lost = roles.losing();
        SaTable kept = roles.keeping();
        Roles.Taken taken = roles.step(event);
        world.tally.step();
        world.story.stepped(this, event, came, taken);
        world.claims.stepped(new Claims.Moment(this, event, came, lost, kept, taken));
        taken.losing().forEach(this::act);
        taken.keeping().forEach(effect -> {
            if (effect instanceof Effect.Send && world.plan.protocol() == Protocol.SIR) {
                world.tally.exchange(); // A QUERY.
            }
            act(effect);
        });
    }

    private void act(Effect effect) {
        if (!(effect instanceof Effect.Log) && cutBehind >= 0 && cutBehind-- == 0) {
            throw new PowerCut();
        }
        switch (effect) {
            case Effect.Log it -> world.tally.count("log " + it.reason().name());
            case Effect.Send it -> send(it.from(), it.to(), it.datagram(), Inside.NOBODYS, IkeSpis.NONE);
            case Effect.SendProtected it when it.response() || it.exchange() == ExchangeTypes.IKE_AUTH -> collected.addAll(it.payloads());
            case Effect.SendProtected it -> exchanges.begin(session(it.spis()),
                    new Request(it.exchange(), Said.NOTHING, it.payloads(), caused));
            case Effect.Retransmit it -> exchanges.again(session(it.spis()));
            case Effect.IkeSaDeleted it -> {
                gone(it.spis());
                roles.stepLosing(new Event.SaForgotten(it.spis()));
            }
            case Effect.ChildSaDeleted it -> roles.stepLosing(new Event.ChildSaClosed(it.spis(), it.child().in()));
            case Effect.Initiate it -> openings.replace(session(it.replaces()), it);
            case Effect.Accept it -> accepted = true;
        }
    }

    /** The daemon has what the roles have, or one of all three is wrong. */
    private Session session(IkeSpis spis) {
        Session session = sessions.get(spis);
        if (session == null) {
            throw new BrokenClaim("OneTable", this + " has no IKE SA " + spis + " under which its role wants something");
        }
        return session;
    }

    /** The daemon has it no longer. */
    void gone(IkeSpis spis) {
        Session session = sessions.remove(spis);
        if (session != null) {
            halves.remove(session.rekeying);
            world.claims.lost(spis);
        }
    }

    /** What the roles want in the message that the daemon makes now. */
    List<Payload> collect() {
        List<Payload> wanted = List.copyOf(collected);
        collected = new ArrayList<>();
        return wanted;
    }

    /** True if a role accepted the first message at hand. */
    boolean hasAccepted() {
        return accepted;
    }

    void send(Endpoint from, Endpoint to, Octets octets, Inside inside, IkeSpis about) {
        send(from, to, octets, inside, about, caused);
    }

    void send(Endpoint from, Endpoint to, Octets octets, Inside inside, IkeSpis about, int caused) {
        world.network.send(number, from.equals(here) ? outside : from, to, octets, inside, about, caused);
    }

    // What reaches the gateway.

    void arrive(Datagram datagram) {
        caused = datagram.losses() == world.losses ? datagram.caused() + 1 : 1;
        guarded(() -> {
            switch (datagram.inside()) {
                case Inside.Ike it when sessions.containsKey(it.spis()) -> exchanges.opened(sessions.get(it.spis()), it, datagram);
                case Inside.Esp it when Children.isOurs(roles.keeping(), it) -> {
                    world.story.esp(this, datagram);
                    Children.heard(this, it);
                    tell(new Event.ProtectedEsp(it.out()), datagram);
                }
                default -> inTheClear(datagram);
            }
        });
    }

    private void inTheClear(Datagram datagram) {
        Endpoint to = datagram.to().equals(outside) ? here : datagram.to();
        var received = new Event.Received(datagram.from(), to, IpProtocol.UDP, datagram.octets());
        Event.Received event = world.plan.policy().drawn() > 0 ? received.withLot((int) (world.fresh() >>> 33)) : received;
        accepted = false;
        IkeSpis half = halves.isEmpty() || !world.plan.deployment().ownSpiCounts() ? IkeSpis.NONE : Openings.underWay(event, halves);
        if (half.equals(IkeSpis.NONE)) {
            tell(event, datagram);
        } else {
            // QCD-9.2-3, READING-1: who chose one SPI of the pair has that IKE SA, and tells its role so when it is asked.
            world.disturbed(datagram);
            tell(new Event.ActiveElsewhere(half, true));
            tell(event, datagram);
            tell(new Event.ActiveElsewhere(half, false));
        }
        openings.received(event);
    }

    /** Does something that a crash may cut short. */
    void guarded(Runnable what) {
        collected.clear();
        try {
            what.run();
            world.claims.oneTable(this);
        } catch (PowerCut e) {
            world.tally.count("power cut within a step");
            cutBehind = -1;
            crash(10 + Math.floorMod((int) world.fresh(), 1_500));
        }
    }

    /** The daemon's own will: nobody caused it. */
    void byItself(Runnable what) {
        if (up) {
            caused = 0;
            guarded(what);
        }
    }

    // What befalls it.

    void crash(int millis) {
        up = false;
        world.losses++;
        sessions.keySet().forEach(world.claims::lost);
        sessions.clear();
        openings.clear();
        halves.clear();
        if (world.plan.protocol() == Protocol.SIR) {
            // Nothing of SIR needs to outlive a crash; what comes after need not be what was before.
            stored = new Secrets(List.of(secret(stored.newest().generation() + 1)));
        }
        Event rebooted = new Event.Rebooted(stored);
        world.story.stepped(this, rebooted, null, roles.step(rebooted));
        world.claims.rebooted(this);
        world.at(world.now() + millis, () -> {
            up = true;
            world.story.note(this + " is back");
        });
    }

    void cutBehind(int effects) {
        cutBehind = effects;
    }

    /** QCD-5.1-2: what is new is kept before it is used. */
    void roll() {
        Secret fresh = secret(stored.newest().generation() + 1);
        stored = stored.roll(fresh, world.plan.policy().generations());
        tell(new Event.SecretRolled(fresh));
    }

    /** It is somewhere else, and knows. */
    void move() {
        Endpoint now = new Endpoint(place(), Wire.NAT_PORT);
        world.network.bind(outside, now, number);
        here = now;
        outside = now;
        for (Session session : List.copyOf(sessions.values())) {
            session.here = now;
            if (session.established) {
                tell(new Event.AddressChanged(session.spis, now, session.there, Event.MoveCause.SELF));
                exchanges.begin(session, new Request(ExchangeTypes.INFORMATIONAL, Said.MOVED, List.of(), 0));
            }
        }
    }

    /** A NAT has it elsewhere, and it does not know. */
    void rebind() {
        Endpoint now = new Endpoint(outside.address(), 20_000 + moved++);
        world.network.bind(outside, now, number);
        outside = now;
    }

    void calmDown() {
        cutBehind = -1;
        timers.calmDown();
    }

    void clockAhead(int ticks) {
        timers.ahead(ticks);
    }

    void clockBehind(int ticks) {
        timers.behind(ticks);
    }

    void disturbed(IkeSpis spis) {
        Session session = sessions.get(spis);
        if (session != null) {
            session.disturbed++;
        }
    }

    boolean isUp() {
        return up;
    }

    Endpoint here() {
        return here;
    }

    Endpoint outside() {
        return outside;
    }

    int generation() {
        return stored.newest().generation();
    }

    int caused() {
        return caused;
    }

    boolean holds(IkeSpis spis) {
        return roles.losing().isKnown(spis);
    }

    @Override
    public String toString() {
        return "G" + (number + 1);
    }
}
