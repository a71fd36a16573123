package sfd.faults;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import sfd.draw.Disagreement;
import sfd.ike.Address;
import sfd.ike.IkeSpis;
import sfd.lockstep.Lockstep;
import sfd.lockstep.NotInModelException;
import sfd.lockstep.Replay;
import sfd.lockstep.RoleFunctions;
import sfd.octets.Octets;
import sfd.token.Digest;
import sfd.token.JdkDigest;
import sfd.token.Secret;
import sfd.token.TokenMethod;
import sfd.traces.graph.Graph;
import sfd.traces.value.Value;

/** The judges, as they find the reference beside which they are loaded. What is said is text, the same in any loader. */
public final class Replayed {

    private Replayed() {
    }

    /** What the lockstep finds: nothing, or the shortest path to a difference, one line each. */
    public static List<String> differences(Graph graph, Value roles, Value policies) {
        Digest digest = new JdkDigest();
        try {
            Replay replay = new Lockstep(graph, roles, policies, RoleFunctions.reference(digest), digest)
                    .replay(Replay.Kind.ROLE, 0);
            var lines = new ArrayList<String>();
            replay.first().ifPresent(mismatch -> {
                lines.add("after %d events, clauses %s".formatted(
                        mismatch.trace().length() - 1, mismatch.clauses()));
                lines.addAll(Disagreement.lines(mismatch));
            });
            replay.stray().ifPresent(lines::add);
            return lines;
        } catch (NotInModelException e) {
            return List.of(e.getMessage());
        }
    }

    /** QCD-5.1-1, QCD-5.2-1: a token against SHA-256 over octets put together here, by hand. */
    public static List<String> tokens() throws NoSuchAlgorithmException {
        String secret = "5ec7e700".repeat(8);
        String spis = "0123456789abcdef" + "fedcba9876543210";
        String address = "c0000201";
        var found = new ArrayList<String>();
        for (TokenMethod method : TokenMethod.values()) {
            String expected = sha256(secret + spis + (method == TokenMethod.SPIS ? "" : address));
            String made = method.token(new JdkDigest(), Secret.of(1, Octets.hex(secret)),
                    new IkeSpis(0x0123456789abcdefL, 0xfedcba9876543210L), Address.parse("192.0.2.1")).toString();
            if (!made.equals(expected)) {
                found.add("the token of " + method.section() + " is " + made + " instead of " + expected);
            }
        }
        return found;
    }

    private static String sha256(String hex) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(
                MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(hex)));
    }
}
