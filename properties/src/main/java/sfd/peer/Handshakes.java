package sfd.peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;
import sfd.session.Authenticating;
import sfd.session.Datagram;
import sfd.session.HalfOpen;
import sfd.session.Handshake;
import sfd.session.Initiating;
import sfd.session.Key;
import sfd.session.Progress;
import sfd.session.Responder;
import sfd.session.Setup;

/**
 * IKE SAs in the making. Memory is bounded: from some half-open ones on only who returns a cookie is answered (RFC 7296, 2.6), and
 * beyond a number nobody is.
 */
final class Handshakes {

    /** Half-open SAs of others from which on a cookie is demanded, and at most. */
    private static final int COOKIES_FROM = 16;
    private static final int MOST = 256;

    /** BASE-2.21.4-1: IKE_SA_INIT requests that are looked at in a tick; each draws an answer, and anybody can send it. */
    private static final int REQUESTS = 100;

    /** Ticks that a half-open SA waits, and between two transmissions of our own. */
    private static final int PATIENCE = 300;
    private static final int AGAIN = 20;

    /** One of ours under way. */
    private static final class Own {
        private Handshake handshake;
        private int age;
        private final Optional<IkeSpis> replaces;

        private Own(Handshake handshake, Optional<IkeSpis> replaces) {
            this.handshake = handshake;
            this.replaces = replaces;
        }
    }

    /** One that another began. */
    private static final class Asked {
        private final HalfOpen halfOpen;
        private int age;

        private Asked(HalfOpen halfOpen) {
            this.halfOpen = halfOpen;
        }
    }

    /** What a datagram did for one of ours. */
    record Went(Progress progress, Optional<IkeSpis> replaces) {
    }

    /** Our handshakes that were given up. */
    record Ended(List<Datagram> again, List<IkeSpis> notReplaced, List<IkeSpis> forgotten) {
    }

    private final Map<Long, Own> own = new HashMap<>();
    private final Map<IkeSpis, Asked> asked = new HashMap<>();
    private final Setup setup;
    private final Key cookieKey;
    private final RandomGenerator random;
    private int requests;

    /** @param cookieKey for the cookies of a daemon under load */
    Handshakes(Setup setup, Key cookieKey, RandomGenerator random) {
        this.setup = setup;
        this.cookieKey = cookieKey;
        this.random = random;
    }

    boolean isOurs(IkeSpis spis) {
        return own.containsKey(spis.initiator());
    }

    boolean isHalfOpen(IkeSpis spis) {
        return asked.containsKey(spis);
    }

    /** Begins one, in place of another perhaps. */
    Datagram begin(Endpoint here, Endpoint peer, List<Payload> inFirst, Optional<IkeSpis> replaces) {
        var all = new ArrayList<>(inFirst);
        setup.inFirst().stream().filter(it -> !all.contains(it)).forEach(all::add);
        var from = new Setup(here, peer, setup.own(), setup.expected(), setup.preShared(), hosts(here), hosts(peer), setup.nat(),
                setup.suites(), setup.methods(), all, List.of());
        Initiating begun = Initiating.begin(from, random);
        own.put(begun.spi(), new Own(begun, replaces));
        return begun.sent();
    }

    private static List<sfd.session.Selector> hosts(Endpoint end) {
        return List.of(sfd.session.Selector.host(end.address()));
    }

    /** An IKE_SA_INIT request, with further payloads for its answer. */
    Progress first(Datagram request, List<Payload> inAnswer) {
        if (++requests > REQUESTS) {
            return new Progress.Ignored(sfd.session.Flaw.NOT_EXPECTED);
        }
        for (Asked one : asked.values()) {
            if (one.halfOpen.received().equals(request)) {
                return new Progress.Declined(one.halfOpen.sent(), List.of()); // BASE-2.1-2: the same answer, no new SA
            }
        }
        if (asked.size() >= MOST) {
            return new Progress.Ignored(sfd.session.Flaw.NOT_EXPECTED);
        }
        var all = new ArrayList<>(setup.inFirst());
        all.addAll(inAnswer);
        var to = new Setup(request.to(), request.from(), setup.own(), setup.expected(), setup.preShared(), hosts(request.to()),
                hosts(request.from()), setup.nat(), setup.suites(), setup.methods(), all, List.of());
        Progress progress = new Responder(to, asked.size() >= COOKIES_FROM ? Optional.of(cookieKey) : Optional.empty())
                .receive(request, random);
        if (progress instanceof Progress.Continued it && it.next() instanceof HalfOpen halfOpen) {
            asked.put(halfOpen.spis(), new Asked(halfOpen));
        }
        return progress;
    }

    /** An IKE_AUTH request for a half-open SA, with what its answer says besides; the SA is half open still. */
    Progress authenticate(IkeSpis spis, Datagram request, List<Payload> inAuth) {
        return asked.get(spis).halfOpen.withInAuth(inAuth).receive(request, random);
    }

    /** The half-open SA is established, or was declined. */
    void done(IkeSpis spis) {
        asked.remove(spis);
    }

    /** An answer to one of ours. */
    Went answered(IkeSpis spis, Datagram answer) {
        Own one = own.get(spis.initiator());
        Progress progress = one.handshake.receive(answer, random);
        switch (progress) {
            case Progress.Continued it -> {
                one.handshake = it.next();
                one.age = 0;
            }
            case Progress.Established it -> own.remove(spis.initiator());
            case Progress.Refused it when it.isProtected() -> own.remove(spis.initiator());
            default -> { }
        }
        return new Went(progress, one.replaces);
    }

    /** What goes into our IKE_AUTH besides, known now that the SPIs are: the request to send. */
    Datagram withInAuth(IkeSpis spis, List<Payload> inAuth) {
        Own one = own.get(spis.initiator());
        if (!inAuth.isEmpty() && one.handshake instanceof Authenticating it) {
            one.handshake = it.withInAuth(inAuth, random);
        }
        return one.handshake.sent();
    }

    /** A tick later: what is sent again, and what is given up. */
    Ended ticked() {
        requests = 0;
        var again = new ArrayList<Datagram>();
        var notReplaced = new ArrayList<IkeSpis>();
        var forgotten = new ArrayList<IkeSpis>();
        own.values().removeIf(one -> {
            if (++one.age % AGAIN == 0 && one.age < PATIENCE) {
                again.add(one.handshake.sent());
            }
            if (one.age >= PATIENCE) {
                one.replaces.ifPresent(notReplaced::add);
                if (one.handshake instanceof Authenticating it) {
                    forgotten.add(it.spis());
                }
                return true;
            }
            return false;
        });
        asked.values().removeIf(one -> {
            if (++one.age >= PATIENCE) {
                forgotten.add(one.halfOpen.spis());
                return true;
            }
            return false;
        });
        return new Ended(again, notReplaced, forgotten);
    }

    void clear() {
        own.clear();
        asked.clear();
    }
}
