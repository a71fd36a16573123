package sfd.probe;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import sfd.ike.Address;
import sfd.peer.Askable;
import sfd.session.Identity;
import sfd.session.Key;
import sfd.shell.Watch;

/** How the tests ask: in a hurry, and once more with patience where a busy machine may have been the reason for a silence. */
final class Asking {

    private static final long HURRY = 50;
    private static final long PATIENCE = 500;

    private Asking() {
    }

    static Target target(Askable peer) {
        return new Target(Address.parse("127.0.0.1"), peer.ends().getFirst(), peer.ends().getLast(),
                Optional.of(new Target.Credentials(Key.of(Askable.KEY), Identity.fqdn("probe.test"))));
    }

    static List<Judgement> all(Askable peer, Predicate<String> wanted, Predicate<Judgement> doubted) throws IOException {
        List<Judgement> first = run(peer, wanted, HURRY);
        List<String> again = first.stream().filter(doubted).map(Judgement::id).toList();
        List<Judgement> second = again.isEmpty() ? List.of() : run(peer, again::contains, PATIENCE);
        return first.stream().map(it -> second.stream().filter(now -> now.id().equals(it.id())).findFirst().orElse(it)).toList();
    }

    /** With patience at once. */
    static List<Judgement> patiently(Askable peer, Predicate<String> wanted) throws IOException {
        return run(peer, wanted, PATIENCE);
    }

    private static List<Judgement> run(Askable peer, Predicate<String> wanted, long millis) throws IOException {
        var options = new Probe.Options(TimeUnit.MILLISECONDS.toNanos(millis), 600, 1_000, wanted);
        return new Probe(target(peer), options, new Watch() { }, new SecureRandom()).run(judged -> { });
    }
}
