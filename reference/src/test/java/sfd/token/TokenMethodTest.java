package sfd.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;


import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sfd.ike.Address;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;

/** Tokens of the two methods, computed by OpenSSL over octets joined by hand (QCD-5.1-1, QCD-5.2-1). */
class TokenMethodTest {

    private static final Secret SECRET = Secret.of(1,
            Octets.hex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"));
    private static final IkeSpis SPIS = new IkeSpis(0x4d7cbbaf52dcbd5cL, 0xdd9539a8d8608b1dL);
    private static final Address IPV4 = Address.parse("192.0.2.1");
    private static final Address IPV6 = Address.parse("2001:db8::1");

    private static final Octets OF_SPIS =
            Octets.hex("8233ea8a84626b0bf8a8c0cf2b2c538805c412e862f76b530e830bee054cd07b");

    static List<Digest> digests() {
        return List.of(new JdkDigest(), new BouncyDigest());
    }

    @ParameterizedTest
    @MethodSource("digests")
    void theAddressHasNoPartIn51(Digest digest) {
        assertEquals(OF_SPIS, TokenMethod.SPIS.token(digest, SECRET, SPIS, IPV4));
        assertEquals(OF_SPIS, TokenMethod.SPIS.token(digest, SECRET, SPIS, IPV6));
    }

    @ParameterizedTest
    @MethodSource("digests")
    void fourOrSixteenOctetsOfAddressFollowIn52(Digest digest) {
        assertEquals(Octets.hex("5ed23599a6001ef9f6f90297e7150d8fe0a3f8fccabb6bb35a4d2b1ae519f2e5"),
                TokenMethod.SPIS_AND_ADDRESS.token(digest, SECRET, SPIS, IPV4));
        // One peer, however a socket shows its address.
        assertEquals(Octets.hex("5ed23599a6001ef9f6f90297e7150d8fe0a3f8fccabb6bb35a4d2b1ae519f2e5"),
                TokenMethod.SPIS_AND_ADDRESS.token(digest, SECRET, SPIS, Address.parse("::ffff:192.0.2.1")));
        assertEquals(Octets.hex("5b9149afa0baade562e697b86b290a21f72a76b143544ed5814d88558d5767fa"),
                TokenMethod.SPIS_AND_ADDRESS.token(digest, SECRET, SPIS, IPV6));
    }

    /** QCD-9.1-2. */
    @ParameterizedTest
    @MethodSource("digests")
    void whatTheTakerKeepsIsTheDigestOfTheToken(Digest digest) {
        assertEquals(new TokenDigest(0x439ecd95ebeaab1bL, 0xcf3f2c10fa813cdcL, 0xd235a0c2f49f69e4L, 0x4b8c55c59f9b6fd7L),
                TokenDigest.of(digest, OF_SPIS));
    }

    /** QCD-4.5-4: any one of all, and every octet counts. */
    @Test
    void oneOfSeveralIsEnough() {
        var kept = new TokenDigest(1, 2, 3, 4);
        List<TokenDigest> others = List.of(new TokenDigest(0, 2, 3, 4), new TokenDigest(1, 0, 3, 4),
                new TokenDigest(1, 2, 0, 4), new TokenDigest(1, 2, 3, 0));
        assertFalse(TokenDigest.anyEqual(List.of(kept), others));
        assertFalse(TokenDigest.anyEqual(List.of(), List.of(kept)));
        assertFalse(TokenDigest.anyEqual(List.of(kept), List.of()));
        for (int i = 0; i <= others.size(); i++) {
            var shown = new ArrayList<>(others);
            shown.add(i, kept);
            assertTrue(TokenDigest.anyEqual(List.of(kept), shown));
            assertTrue(TokenDigest.anyEqual(shown, List.of(kept)));
        }
    }
}
