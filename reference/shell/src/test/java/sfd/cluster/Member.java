package sfd.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;
import sfd.qcd.Maker;
import sfd.qcd.MakerState;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.shell.Service;
import sfd.token.Digest;
import sfd.token.JdkDigest;
import sfd.token.Secret;
import sfd.token.Secrets;

/** A member of a cluster, a process of its own: commands come in as lines, and each is answered with one. */
final class Member {

    static final List<String> ALL = List.of("m1", "m2", "m3");
    static final Secrets SECRETS = new Secrets(List.of(Secret.of(1, Octets.hex("a1".repeat(32)))));
    static final Policy POLICY = Policy.RFC6290;
    static final Endpoint BOB = new Endpoint(Address.parse("198.51.100.2"), 4500);
    static final Endpoint ALICE = new Endpoint(Address.parse("192.0.2.1"), 4500);
    private static final int PATIENCE = 150;
    static final int AGAIN = 100;

    private final Role role = new Role();
    private final RedisSpis list;
    private final Service listed;

    private Member(int port, String own) {
        list = new RedisSpis("127.0.0.1", port, "sfd", ALL, own, PATIENCE, AGAIN, System::nanoTime);
        listed = new Listed(role, e -> Maker.wouldShow(POLICY, role.state, e), list, POLICY.answers());
    }

    private static final class Role implements Service {

        private final Digest digest = new JdkDigest();
        private MakerState state = MakerState.initial(SECRETS);

        @Override
        public boolean isSilentAt(Event.Received event) {
            return Maker.isSilentAt(POLICY, state, event);
        }

        @Override
        public Step<?> step(Event event) {
            Step<MakerState> step = Maker.step(POLICY, digest, state, event);
            state = step.next();
            return step;
        }
    }

    /** @param arguments port of the way to the server, own name */
    public static void main(String[] arguments) throws IOException {
        var member = new Member(Integer.parseInt(arguments[0]), arguments[1]);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        var out = new PrintStream(System.out, false, StandardCharsets.US_ASCII);
        out.println("under way");
        out.flush();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(member.answer(line.split(" ")));
            if (!in.ready()) {
                out.flush();
            }
        }
    }

    private String answer(String[] words) {
        return switch (words[0]) {
            case "open" -> open(spis(words));
            case "forget" -> {
                listed.step(new Event.SaForgotten(spis(words)));
                yield "done";
            }
            case "ask" -> {
                var datagram = new Event.Received(ALICE, BOB, Octets.hex(words[1]));
                yield listed.isSilentAt(datagram) ? "silent" : sent(listed.step(datagram)).orElse("silent");
            }
            case "tick" -> {
                listed.step(new Event.Tick());
                yield list.isReachable() ? "reachable" : "unreachable";
            }
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static IkeSpis spis(String[] words) {
        return new IkeSpis(Long.parseUnsignedLong(words[1], 16), Long.parseUnsignedLong(words[2], 16));
    }

    /** The datagram in the clear. */
    private static Optional<String> sent(Step<?> step) {
        return step.effects().stream().filter(Effect.Send.class::isInstance)
                .map(it -> ((Effect.Send) it).datagram().toString()).findFirst();
    }

    private String open(IkeSpis spis) {
        var halfOpen = new Event.SaHalfOpen(spis, BOB, ALICE, false);
        if (!listed.admits(halfOpen)) {
            return "refused";
        }
        listed.step(halfOpen);
        listed.step(new Event.SaEstablished(spis, "alice", Set.of(), List.of()));
        return "opened";
    }
}
