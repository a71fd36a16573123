package sfd.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.junit.jupiter.api.Test;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;

/** Stateless cookies (SIR-3.2.4-1, SIR-3.2.4-2, SIR-3.2.2-12). */
class CookieTest {

    private static final Digest DIGEST = new JdkDigest();
    private static final IkeSpis SPIS = new IkeSpis(1, 2);
    private static final Endpoint Y = new Endpoint(Address.parse("192.0.2.1"), 4500);
    private static final Endpoint X = new Endpoint(Address.parse("198.51.100.2"), 500);
    private static final Endpoint Y6 = new Endpoint(Address.parse("2001:db8::1"), 4500);
    private static final Endpoint X6 = new Endpoint(Address.parse("2001:db8::2"), 500);

    private static Secret secret(int generation) {
        return Secret.of(generation, Octets.hex("%02x".formatted(generation).repeat(16) + "ee".repeat(16)));
    }

    private static final Secrets TWO = new Secrets(List.of(secret(2), secret(1)));

    /** Computed with Bouncy Castle from the bytes as written in the documentation: nothing of ours is in between. */
    private static Octets expected(String generation, String secret, String bound) {
        byte[] in = Octets.hex(secret.repeat(16) + bound).toArray();
        var digest = new SHA256Digest();
        digest.update(in, 0, in.length);
        byte[] out = new byte[32];
        digest.doFinal(out, 0);
        return Octets.concat(Octets.hex(generation), Octets.of(out));
    }

    @Test
    void isTheDigestOfHalfTheSecretSubtypeSpisAddressesAndPorts() {
        assertEquals(expected("00000002", "02", "00" + "0000000000000001" + "0000000000000002" + "c0000201" + "c6336402"
                + "1194" + "01f4"), Cookie.of(DIGEST, secret(2), SPIS, Y, X));
        assertEquals(expected("00000001", "01", "00" + "0000000000000001" + "0000000000000002"
                        + "20010db8000000000000000000000001" + "20010db8000000000000000000000002" + "1194" + "01f4"),
                Cookie.of(DIGEST, secret(1), SPIS, Y6, X6));
        assertEquals(expected("00000001", "01", "03" + "c0000201" + "1194"), Cookie.own(DIGEST, secret(1), Y));
        assertEquals(Cookie.LENGTH, Cookie.own(DIGEST, secret(1), Y).length());
    }

    @Test
    void everyPartCounts() {
        Endpoint otherPort = new Endpoint(Y.address(), 4501);
        Set<Octets> cookies = Stream.of(
                Cookie.of(DIGEST, secret(1), SPIS, Y, X), Cookie.of(DIGEST, secret(2), SPIS, Y, X),
                Cookie.of(DIGEST, secret(1), new IkeSpis(2, 1), Y, X), Cookie.of(DIGEST, secret(1), SPIS, X, Y),
                Cookie.of(DIGEST, secret(1), SPIS, otherPort, X),
                Cookie.of(DIGEST, secret(1), SPIS, Y, new Endpoint(X.address(), 4500)),
                Cookie.own(DIGEST, secret(1), Y), Cookie.own(DIGEST, secret(1), otherPort)).collect(Collectors.toSet());
        assertEquals(8, cookies.size());
    }

    /** SIR-3.2.2-9: whole, and of a secret in use. */
    @Test
    void isValidWholeAndForItsQuestionOnly() {
        Octets cookie = Cookie.of(DIGEST, secret(1), SPIS, Y, X);
        assertTrue(Cookie.isValid(DIGEST, TWO, cookie, SPIS, Y, X));
        assertFalse(Cookie.isValid(DIGEST, TWO, cookie, new IkeSpis(1, 3), Y, X));
        assertFalse(Cookie.isValid(DIGEST, TWO, cookie, SPIS, Y, new Endpoint(X.address(), 4500)));
        assertFalse(Cookie.isValid(DIGEST, new Secrets(List.of(secret(3), secret(2))), cookie, SPIS, Y, X));
        assertFalse(Cookie.isValid(DIGEST, Secrets.NONE, cookie, SPIS, Y, X));
        for (int length = 0; length < Cookie.LENGTH; length++) {
            assertFalse(Cookie.isValid(DIGEST, TWO, cookie.slice(0, length), SPIS, Y, X), "of " + length + " octets");
        }
        assertFalse(Cookie.isValid(DIGEST, TWO, Octets.concat(cookie, Octets.hex("00")), SPIS, Y, X));
    }

    @Test
    void xsOwnIsForOneEnd() {
        Octets own = Cookie.own(DIGEST, secret(2), Y);
        assertTrue(Cookie.isOwn(DIGEST, TWO, own, Y));
        assertFalse(Cookie.isOwn(DIGEST, TWO, own, X));
        assertFalse(Cookie.isOwn(DIGEST, TWO, own.slice(0, 35), Y));
        assertNotEquals(own, Cookie.own(new BouncyDigest(), secret(1), Y));
        assertEquals(own, Cookie.own(new BouncyDigest(), secret(2), Y));
    }
}
