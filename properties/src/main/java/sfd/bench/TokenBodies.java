package sfd.bench;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Supplier;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;
import sfd.token.BouncyDigest;
import sfd.token.Cookie;
import sfd.token.Digest;
import sfd.token.JdkDigest;
import sfd.token.Secret;
import sfd.token.Secrets;
import sfd.token.TokenDigest;
import sfd.token.TokenMethod;

/** Tokens and cookies. Each operation's SPIs depend on what the one before made, as in the rulers, so that no
 * two can overlap. */
final class TokenBodies {

    private static final byte[] SECRET = new byte[Secret.LENGTH];
    private static final Address ALICE = Address.parse("192.0.2.1");
    private static final Endpoint FROM = new Endpoint(ALICE, 4500);
    private static final Endpoint TO = new Endpoint(Address.parse("198.51.100.7"), 4500);

    /** One for each value of an octet, so that the next one can be chosen by the token before. */
    private static final IkeSpis[] PAIRS = new IkeSpis[256];

    static {
        for (int i = 0; i < PAIRS.length; i++) {
            PAIRS[i] = new IkeSpis(0x0123456789abcdefL * (i + 1), 0xfedcba9876543210L * (i + 3));
        }
        for (int i = 0; i < SECRET.length; i++) {
            SECRET[i] = (byte) (7 * i + 1);
        }
    }

    private TokenBodies() {
    }

    static void addTo(Bodies bodies) {
        bodies.add(Row.SAME, () -> Pair.same(tokens(JdkDigest::new)));
        bodies.add("token", () -> new Pair(tokens(JdkDigest::new), n -> Rulers.compressions(SECRET, n)));
        bodies.add("jdk-digest", () -> new Pair(oneBlockDigests(), n -> Rulers.compressions(SECRET, n)));
        bodies.add("token-openssl", () -> new Pair(tokens(JdkDigest::new), n -> Rulers.evpDigests(SECRET, n)));
        bodies.add("token-hmac", () -> new Pair(tokens(JdkDigest::new), n -> Rulers.hmacs(SECRET, n)));
        bodies.add("token-bouncy", () -> new Pair(tokens(BouncyDigest::new), n -> Rulers.compressions(SECRET, n)));
        bodies.add("compare", () -> new Pair(comparisons(3), tokens(JdkDigest::new)));
        bodies.add("compare-first", () -> new Pair(comparisons(0), comparisons(4)));
        bodies.add("compare-last", () -> new Pair(comparisons(3), comparisons(4)));
        bodies.add("verify", () -> new Pair(verifications(), tokens(JdkDigest::new)));
        bodies.add("cookie-make", () -> new Pair(cookies(), oneBlockDigests()));
        bodies.add("cookie-check", () -> new Pair(cookieChecks(), oneBlockDigests()));
    }

    private static Secret secret() {
        return Secret.of(1, Octets.of(SECRET));
    }

    private static Body tokens(Supplier<Digest> digests) {
        Secret secret = secret();
        var some = new Several<>(digests);
        return n -> {
            Digest digest = some.next();
            Octets token = Octets.of(new byte[Digest.LENGTH]);
            for (int i = 0; i < n; i++) {
                token = TokenMethod.SPIS.token(digest, secret, PAIRS[token.at(0)], ALICE);
            }
            return token.u64(0);
        };
    }

    /** The digest of the Java platform as such, over one block, each over what the one before left in the array. */
    private static Body oneBlockDigests() {
        var some = new Several<>(TokenBodies::messageDigest);
        return n -> {
            MessageDigest digest = some.next();
            byte[] message = new byte[48];
            try {
                for (int i = 0; i < n; i++) {
                    digest.update(message, 0, message.length);
                    digest.digest(message, 0, Digest.LENGTH);
                }
            } catch (DigestException e) {
                throw new IllegalStateException("the array has room for a digest", e);
            }
            return message[0];
        };
    }

    private static MessageDigest messageDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Digests of four presented tokens against the one kept; which one matches, 4 for none. */
    private static Body comparisons(int match) {
        var digest = new JdkDigest();
        TokenDigest[] all = new TokenDigest[5];
        for (int i = 0; i < all.length; i++) {
            all[i] = TokenDigest.of(digest, TokenMethod.SPIS.token(digest, secret(), new IkeSpis(1, i), ALICE));
        }
        List<TokenDigest> kept = List.of(all[match]);
        List<TokenDigest> shown = List.of(all[0], all[1], all[2], all[3]);
        return n -> {
            long matches = 0;
            for (int i = 0; i < n; i++) {
                matches += TokenDigest.anyEqual(kept, shown) ? 1 : 0;
            }
            return matches;
        };
    }

    /** The same from the tokens as they come, so with their digests. */
    private static Body verifications() {
        var some = new Several<>(JdkDigest::new);
        var digest = new JdkDigest();
        Octets[] tokens = new Octets[4];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = TokenMethod.SPIS.token(digest, secret(), new IkeSpis(1, i), ALICE);
        }
        List<TokenDigest> kept = List.of(TokenDigest.of(digest, tokens[3]));
        return n -> {
            Digest own = some.next();
            long matches = 0;
            for (int i = 0; i < n; i++) {
                List<TokenDigest> shown = List.of(TokenDigest.of(own, tokens[0]), TokenDigest.of(own, tokens[1]),
                        TokenDigest.of(own, tokens[2]), TokenDigest.of(own, tokens[3]));
                matches += TokenDigest.anyEqual(kept, shown) ? 1 : 0;
            }
            return matches;
        };
    }

    private static Body cookies() {
        var some = new Several<>(JdkDigest::new);
        Secret secret = secret();
        return n -> {
            Digest digest = some.next();
            Octets cookie = Octets.of(new byte[Cookie.LENGTH]);
            for (int i = 0; i < n; i++) {
                cookie = Cookie.of(digest, secret, PAIRS[cookie.at(4)], FROM, TO);
            }
            return cookie.u64(4);
        };
    }

    private static Body cookieChecks() {
        var some = new Several<>(JdkDigest::new);
        var secrets = new Secrets(List.of(secret()));
        Octets cookie = Cookie.of(new JdkDigest(), secret(), new IkeSpis(1, 2), FROM, TO);
        return n -> {
            Digest digest = some.next();
            long valid = 0;
            for (int i = 0; i < n; i++) {
                valid += Cookie.isValid(digest, secrets, cookie, new IkeSpis(1, 2 + (valid & 0)), FROM, TO) ? 1 : 0;
            }
            return valid;
        };
    }
}
