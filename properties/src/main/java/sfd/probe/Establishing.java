package sfd.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.session.Datagram;
import sfd.session.Flaw;
import sfd.session.Handshake;
import sfd.session.Initiating;
import sfd.session.Progress;
import sfd.session.Session;
import sfd.session.Setup;

/** An IKE SA of ours with the peer in the making. */
final class Establishing implements Ends.Hearing {

    private static final int TRIES = 3;

    private final Ends ends;
    private final long wait;
    private final Target target;
    private final RandomGenerator random;
    private final List<Effect.Send> sent = new ArrayList<>();
    private final List<Came> came = new ArrayList<>();
    private Handshake handshake;
    private Optional<Progress> progress = Optional.empty();

    /** @param wait nanoseconds for an answer */
    Establishing(Ends ends, long wait, Target target, RandomGenerator random) {
        this.ends = ends;
        this.wait = wait;
        this.target = target;
        this.random = random;
    }

    /** The SA, if it came about. */
    Optional<Session> session() {
        return progress.flatMap(it -> it instanceof Progress.Established established ? Optional.of(established.session()) : Optional.empty());
    }

    /** @param first further payloads of IKE_SA_INIT; {@code auth} likewise of IKE_AUTH */
    Seen run(Endpoint here, List<Payload> first, List<Payload> auth) throws NotObservableException, IOException {
        Target.Credentials with = target.credentials().orElseThrow(() -> new NotObservableException("there is no pre-shared key"));
        handshake = Initiating.begin(Setup.hosts(here, target.ike(), with.own(), with.own(), with.preShared())
                .expecting(Optional.empty()).withExtra(first, auth), random);
        do {
            Datagram next = handshake.sent();
            sent.add(Line.datagram(next));
            progress = Optional.empty();
            ends.exchange(List.of(sent.getLast()), TRIES, wait, this);
        } while (progress.isPresent() && progress.get() instanceof Progress.Continued);
        return new Seen(sent, came, session().isPresent(), why());
    }

    @Override
    public void hear(Event.Received datagram) {
        Progress now = isEnough() ? new Progress.Ignored(Flaw.NOT_EXPECTED)
                : handshake.receive(new Datagram(datagram.from(), datagram.to(), datagram.datagram()), random);
        Came here = Came.inTheClear(datagram);
        came.add(now instanceof Progress.Established it ? here.verified(it.authenticated(), false) : here);
        if (!(now instanceof Progress.Ignored) || progress.isEmpty()) {
            progress = Optional.of(now);
        }
        if (now instanceof Progress.Continued it) {
            handshake = it.next();
        }
    }

    @Override
    public boolean isAnswered() {
        return isEnough();
    }

    /** What anybody may have sent in the clear ends nothing before the time is up. */
    @Override
    public boolean isEnough() {
        return progress.isPresent() && switch (progress.get()) {
            case Progress.Continued it -> true;
            case Progress.Established it -> true;
            case Progress.Refused it -> it.isProtected();
            case Progress.Declined it -> false;
            case Progress.Ignored it -> false;
        };
    }

    private String why() {
        IkeHeader header = new Seen(sent, came, false, "").last();
        String exchange = "no answer to " + ExchangeTypes.name(header.exchange());
        return progress.map(it -> switch (it) {
            case Progress.Established established -> "";
            case Progress.Refused refused -> "it refused with " + NotifyTypes.name(refused.error());
            case Progress.Ignored ignored -> exchange + " but one to be ignored: " + ignored.flaw().explanation();
            case Progress.Continued continued -> exchange;
            case Progress.Declined declined -> exchange;
        }).orElse(exchange);
    }
}
