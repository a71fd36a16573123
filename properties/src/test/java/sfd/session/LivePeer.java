package sfd.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import sfd.ike.Address;
import sfd.ike.Chain;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.octets.Octets;

/**
 * A process of ours beside somebody else's daemon, in a network namespace of the test. It prints what happened, a line each, and
 * ends with a stack trace if that is not what was wanted.
 */
final class LivePeer implements AutoCloseable {

    static final Address HERE = Address.parse("10.91.0.1");
    static final Address THERE = Address.parse("10.91.0.2");
    static final Address OUR_HOST = Address.parse("10.92.1.1");
    static final Address THEIR_HOST = Address.parse("10.92.2.1");

    private static final long PATIENCE = 10_000;

    private final SecureRandom random = new SecureRandom();
    private final LiveUdp udp = new LiveUdp(HERE);
    private Session session;
    /** The last answer, for a request that comes again. */
    private Datagram answered;

    private LivePeer() throws IOException {
    }

    static Setup setup(Nat nat, Suite... suites) {
        return Setup.hosts(new Endpoint(HERE, 500), new Endpoint(THERE, 500), Identity.fqdn("alice.example"),
                Identity.fqdn("bob.example"), Key.of(Octets.of("a secret of both".getBytes()))).withNat(nat).withSuites(suites)
                .withTraffic(List.of(Selector.host(OUR_HOST)), List.of(Selector.host(THEIR_HOST)))
                .withExtra(List.of(), List.of(Ends.TOKEN));
    }

    /**
     * First argument {@code initiate} or {@code respond}, or {@code ask} for a daemon that has no liveness checks of its own; then {@code DETECT} or {@code FORCE}, the names of suites with commas, a file
     * for the session, and commands of the daemon: to begin an IKE SA, to rekey it, to end it, to ping.
     */
    public static void main(String[] arguments) throws Exception {
        List<Suite> suites = List.of(arguments[2].split(",")).stream().map(Suite::valueOf).toList();
        Setup setup = setup(Nat.valueOf(arguments[1]), suites.toArray(Suite[]::new));
        List<String> commands = List.of(arguments).subList(4, arguments.length);
        try (var peer = new LivePeer()) {
            if (!arguments[0].equals("respond")) {
                peer.initiate(setup);
            } else {
                peer.respond(setup, commands.get(0));
            }
            if (arguments[0].equals("ask")) {
                peer.liveness();
                peer.rekeys();
                peer.liveness();
                peer.ends();
                return;
            }
            peer.askedTwice();
            peer.throughAFile(Path.of(arguments[3]));
            peer.liveness();
            if (peer.session.nat()) {
                peer.echo();
            }
            if (arguments[0].equals("initiate")) {
                peer.rekeys();
                peer.liveness();
                peer.ends();
            } else {
                peer.isPinged(commands.get(3));
                peer.isRekeyed(commands.get(1));
                peer.liveness();
                peer.isEnded(commands.get(2));
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private static Process run(String command) throws IOException {
        return new ProcessBuilder(command.split(" ")).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private Datagram next() throws IOException {
        return udp.next(PATIENCE).orElseThrow(() -> new IllegalStateException("nothing came for " + PATIENCE + " ms"));
    }

    private void initiate(Setup setup) throws IOException {
        Handshake handshake = Initiating.begin(setup, random);
        while (session == null) {
            udp.send(handshake.sent());
            switch (handshake.receive(next(), random)) {
                case Progress.Continued continued -> handshake = continued.next();
                case Progress.Established established -> established(established);
                case Progress other -> throw new IllegalStateException(other.toString());
            }
        }
    }

    private void respond(Setup setup, String begin) throws IOException {
        Process process = run(begin);
        Handshake handshake = null;
        while (session == null) {
            Datagram datagram = next();
            Progress progress = handshake == null ? new Responder(setup).receive(datagram, random) : handshake.receive(datagram, random);
            switch (progress) {
                case Progress.Continued continued -> {
                    handshake = continued.next();
                    udp.send(handshake.sent());
                }
                case Progress.Established established -> {
                    answered = established.send().orElseThrow();
                    udp.send(answered);
                    established(established);
                }
                case Progress.Declined declined -> udp.send(declined.send());
                case Progress.Ignored ignored -> { } // A retransmission from before.
                case Progress other -> throw new IllegalStateException(other.toString());
            }
        }
        process.destroy();
    }

    private void established(Progress.Established established) {
        session = established.session();
        say("established " + session.keys().suite() + " " + session.peer().port() + " children " + session.children().size());
        say("token of the peer " + !Payload.notifies(established.authenticated(), NotifyTypes.QUICK_CRASH_DETECTION).isEmpty());
    }

    /** Takes what comes until it is what is waited for; requests are answered by the way. */
    private Received until(Predicate<Received> wanted) throws IOException {
        while (true) {
            Datagram datagram = next();
            Received received = session.receive(datagram);
            if (received instanceof Received.Request request) {
                session = request.next();
                if (request.header().exchange() != ExchangeTypes.CREATE_CHILD_SA) {
                    answered = session.answer(request.header(), List.of(), random);
                    udp.send(answered);
                }
            } else if (received instanceof Received.Answer answer) {
                session = answer.next();
            } else if (received instanceof Received.Repeated && answered != null) {
                udp.send(answered);
            }
            if (wanted.test(received)) {
                return received;
            }
        }
    }

    private static List<Payload> payloads(Chain chain) {
        return ((Chain.Payloads) chain).list();
    }

    /** The daemon's own liveness checks: the second has the next message ID only if our answer to the first was right. */
    private void askedTwice() throws IOException {
        var ids = new ArrayList<Integer>();
        for (int i = 0; i < 2; i++) {
            Received.Request request = (Received.Request) until(it -> it instanceof Received.Request);
            if (!payloads(request.chain()).isEmpty()) {
                throw new IllegalStateException("no liveness check: " + request.chain());
            }
            ids.add(request.header().messageId());
        }
        say("asked and answered " + (ids.get(1) - ids.get(0)));
    }

    private void throughAFile(Path file) throws SessionFileException, IOException {
        SessionFile.write(file, session);
        session = SessionFile.read(file);
        say("file " + (Files.size(file) > 0 ? "read back" : "empty"));
    }

    private Received.Answer ask(Optional<Session.Asked> request) throws IOException {
        session = request.orElseThrow().next();
        udp.send(request.get().send());
        return (Received.Answer) until(it -> it instanceof Received.Answer);
    }

    private void liveness() throws IOException {
        say("alive " + payloads(ask(session.liveness(random)).chain()));
    }

    private void sendEsp(Octets inner) throws IOException {
        Child.Sealed sealed = session.children().getFirst().seal(4, inner).orElseThrow();
        session = session.with(List.of(sealed.next()));
        udp.send(new Datagram(session.here(), session.peer(), sealed.packet()));
    }

    private Octets receiveEsp(int type) throws IOException {
        while (true) {
            Datagram datagram = next();
            Optional<Child.Opened> opened = session.children().getFirst().open(datagram.octets());
            if (opened.isPresent()) {
                session = session.with(List.of(opened.get().next()));
                if (Echo.is(opened.get().payload(), type)) {
                    return opened.get().payload();
                }
            } else if (session.receive(datagram) instanceof Received.Request request) {
                session = request.next();
                udp.send(session.answer(request.header(), List.of(), random));
            }
        }
    }

    private void echo() throws IOException {
        for (int i = 1; i <= 3; i++) {
            sendEsp(Echo.packet(Echo.REQUEST, OUR_HOST, THEIR_HOST, i));
            receiveEsp(Echo.REPLY);
        }
        say("echo 3");
    }

    private void isPinged(String ping) throws IOException, InterruptedException {
        Process process = run(ping);
        sendEsp(Echo.reply(receiveEsp(Echo.REQUEST)));
        say("pinged " + process.waitFor());
    }

    private void rekeys() throws IOException {
        Rekeying rekeying = Rekeying.begin(session, KeyExchange.CURVE25519, random);
        Received.Answer answer = ask(session.request(ExchangeTypes.CREATE_CHILD_SA, rekeying.payloads(), random));
        Session next = rekeying.complete(payloads(answer.chain())).orElseThrow(() -> new IllegalStateException(answer.toString()));
        ask(session.request(ExchangeTypes.INFORMATIONAL, List.of(Delete.ikeSa().payload()), random));
        session = next;
        say("rekeyed by us");
    }

    private void isRekeyed(String rekey) throws IOException {
        run(rekey);
        Received.Request request = (Received.Request) until(it ->
                it instanceof Received.Request asked && asked.header().exchange() == ExchangeTypes.CREATE_CHILD_SA);
        Rekeying.Answered answer = Rekeying.answer(session, payloads(request.chain()), random);
        udp.send(session.answer(request.header(), answer.payloads(), random));
        Session next = answer.next().orElseThrow(() -> new IllegalStateException(request + " " + answer));
        until(it -> it instanceof Received.Request asked && !Delete.all(payloads(asked.chain())).isEmpty());
        session = next;
        say("rekeyed by the peer");
    }

    private void ends() throws IOException {
        ask(session.request(ExchangeTypes.INFORMATIONAL, List.of(Delete.ikeSa().payload()), random));
        say("ended by us");
    }

    private void isEnded(String end) throws IOException {
        run(end);
        until(it -> it instanceof Received.Request asked && Delete.all(payloads(asked.chain())).contains(Delete.ikeSa()));
        say("ended by the peer");
    }

    @Override
    public void close() throws IOException {
        udp.close();
    }
}
