package sfd.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.lockstep.RoleFunctions;

/** Clock, network, gateways and attacker of one run. */
final class World {

    /** The length of a tick in milliseconds. */
    static final int TICK = 100;
    /** How long it is quiet at the end: so long that IKEv2 alone has given up what is lost. */
    static final int QUIET = 200 * TICK;
    private static final int FRESH = 0x5001;

    /** @param order of two things at one time the one that was planned first comes first */
    private record Planned(long at, long order, Runnable what) implements Comparable<Planned> {
        @Override
        public int compareTo(Planned other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
        }
    }

    final Plan plan;
    final long seed;
    final Tally tally = new Tally();
    final Story story;
    final Network network;
    final Claims claims;
    final Attacker attacker;
    private final List<Gateway> gateways = new ArrayList<>();
    private final PriorityQueue<Planned> planned = new PriorityQueue<>();
    private long now;
    private long order;
    private long drawn;
    private boolean calm;
    /** Crashes, and IKE SAs that were forgotten. */
    int losses;

    World(Plan plan, long seed, Script script, RoleFunctions roles, Story story) {
        this.plan = plan;
        this.seed = seed;
        this.story = story;
        this.network = new Network(this, script.fates());
        this.claims = new Claims(this);
        this.attacker = new Attacker(this);
        story.begins(this);
        for (int number = 0; number < plan.gateways(); number++) {
            gateways.add(new Gateway(this, number, roles));
        }
        var befalls = new Befalls(this);
        script.happenings().forEach(it -> at(it.at(), () -> befalls.happen(it)));
        at(plan.millis(), this::calmDown);
    }

    /** Until it is over, or a claim breaks. */
    void run() {
        tally.run();
        long end = plan.millis() + QUIET;
        while (!planned.isEmpty() && planned.peek().at() <= end) {
            Planned next = planned.poll();
            now = next.at();
            next.what().run();
        }
        claims.atTheEnd();
    }

    private void calmDown() {
        calm = true;
        story.note("from here on nothing is lost, and nobody interferes");
        network.calm();
        gateways.forEach(Gateway::calmDown);
    }

    boolean isCalm() {
        return calm;
    }

    long now() {
        return now;
    }

    void at(long when, Runnable what) {
        planned.add(new Planned(when, order++, what));
    }

    List<Gateway> gateways() {
        return gateways;
    }

    Gateway gateway(int number) {
        return gateways.get(number);
    }

    /** Who is reached there, or -1 for nobody. */
    int owner(Endpoint place) {
        return network.owner(place);
    }

    /** A number that was not there before: SPIs, secrets, lots. */
    long fresh() {
        return Mix.of(seed ^ FRESH, drawn++);
    }

    /** A datagram under an IKE SA comes late or not at all: its ends may give that SA up. */
    void disturbed(Datagram datagram) {
        if (!datagram.about().equals(IkeSpis.NONE)) {
            gateways.forEach(it -> it.disturbed(datagram.about()));
        }
    }
}
