package sfd.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;

/** Carries datagrams: some get lost, come twice, late or overtaken, and what is for an address that nobody has comes nowhere. */
final class Network {

    private static final int FASTEST = 2;
    private static final int SPREAD = 20;
    private static final int JITTER = 0x4001;

    private final World world;
    private final Map<Endpoint, Integer> owners = new HashMap<>();
    private final Map<Integer, Long> parted = new HashMap<>();
    private final List<Fate> fates;
    private int nextFate;
    private int sent;
    private boolean calm;

    Network(World world, List<Fate> fates) {
        this.world = world;
        this.fates = fates;
    }

    /** From now on this gateway is reached there, and no longer where it was. */
    void bind(Endpoint was, Endpoint now, int gateway) {
        owners.remove(was);
        owners.put(now, gateway);
    }

    int owner(Endpoint place) {
        return owners.getOrDefault(place, -1);
    }

    /** Nothing passes between these for some time. */
    void part(int one, int other, long until) {
        parted.put(pair(one, other), until);
    }

    /** From now on nothing is lost, doubled or late. */
    void calm() {
        calm = true;
        parted.clear();
    }

    private static int pair(int one, int other) {
        return Math.min(one, other) << 8 | Math.max(one, other);
    }

    void send(int sender, Endpoint from, Endpoint to, Octets octets, Inside inside, IkeSpis about, int caused) {
        var datagram = new Datagram(sent, sender, from, to, octets, inside, about, caused, world.losses);
        Fate fate = fate(sent++);
        world.tally.datagram();
        Integer receiver = owners.get(to);
        boolean apart = receiver != null && sender >= 0 && !parted.isEmpty()
                && parted.getOrDefault(pair(sender, receiver), 0L) > world.now();
        if (apart || fate != null && fate.kind() == Fate.Kind.LOST) {
            world.tally.count(apart ? "datagram parted" : "datagram lost");
            lost(datagram, "lost");
            return;
        }
        long arrives = world.now() + FASTEST + Mix.below(SPREAD, world.seed ^ JITTER, datagram.number());
        if (fate != null && fate.kind() == Fate.Kind.DELAYED) {
            world.tally.count("datagram delayed");
            world.disturbed(datagram);
            world.at(arrives + fate.millis(), () -> arrive(datagram));
            return;
        }
        world.at(arrives, () -> arrive(datagram));
        if (fate != null) {
            world.tally.count("datagram doubled");
            world.at(arrives + fate.millis(), () -> arrive(datagram));
        }
    }

    private Fate fate(int number) {
        while (nextFate < fates.size() && fates.get(nextFate).datagram() < number) {
            nextFate++;
        }
        return !calm && nextFate < fates.size() && fates.get(nextFate).datagram() == number ? fates.get(nextFate) : null;
    }

    private void arrive(Datagram datagram) {
        Integer receiver = owners.get(datagram.to());
        if (datagram.to().address().equals(Attacker.PLACE.address())) {
            return; // What is sent in the clear he knows anyway.
        }
        if (receiver == null || !world.gateway(receiver).isUp()) {
            world.tally.count(receiver == null ? "datagram to nobody" : "datagram at a dead end");
            lost(datagram, "arrives nowhere");
            return;
        }
        world.gateway(receiver).arrive(datagram);
    }

    private void lost(Datagram datagram, String how) {
        world.disturbed(datagram);
        world.story.lost(datagram, how);
    }
}
