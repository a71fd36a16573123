package sfd.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import sfd.ike.Chain;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.octets.Octets;

/**
 * Key exchange by published vectors (RFC 7748, 5.2; RFC 5903, 8.1). All else by a second path: Python's hmac module, and OpenSSL's AES
 * through Python's cryptography, on the same inputs and after the formulas of RFC 7296, 2.13 to 2.18, RFC 5282 and RFC 4106.
 */
class KnownAnswerTest {

    private static final Octets NI = Octets.hex("101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f");
    private static final Octets NR = Octets.hex("808182838485868788898a8b8c8d8e8f9091929394959697");
    private static final Key SHARED = Key.of(Octets.hex("c0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedf"));
    private static final IkeSpis SPIS = new IkeSpis(0x0102030405060708L, 0xa1a2a3a4a5a6a7a8L);
    private static final IkeHeader HEADER = new IkeHeader(SPIS, ExchangeTypes.INFORMATIONAL, true, false, 7);
    private static final List<Payload> INSIDE = List.of(
            new Payload.Notify(1, Octets.EMPTY, 16419, Octets.hex("000102030405060708090a0b0c0d0e0f10111213")));

    private static final IkeKeys GCM = IkeKeys.first(Suite.AES_GCM_16_256, SHARED, NI, NR, SPIS);
    private static final IkeKeys CBC = IkeKeys.first(Suite.AES_CBC_256_HMAC_SHA2_256_128, SHARED, NI, NR, SPIS);

    /** Gives these octets and no others. */
    private record Given(Octets octets) implements RandomGenerator {
        @Override
        public long nextLong() {
            throw new IllegalStateException("octets are asked for");
        }

        @Override
        public void nextBytes(byte[] bytes) {
            assertEquals(octets.length(), bytes.length);
            octets.copyTo(bytes, 0);
        }
    }

    private static Octets all(IkeKeys keys) {
        return Octets.concat(keys.d().octets(), keys.ai().octets(), keys.ar().octets(), keys.ei().octets(), keys.er().octets(),
                keys.pi().octets(), keys.pr().octets());
    }

    @Test
    void curve25519() {
        Optional<Key> shared = KeyExchange.CURVE25519.shared(
                Key.of(Octets.hex("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4")),
                Octets.hex("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c"));
        assertEquals("c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552", shared.orElseThrow().octets().toString());
        assertTrue(KeyExchange.CURVE25519.shared(SHARED, Octets.of(new byte[32])).isEmpty());
    }

    @Test
    void ecp256() {
        Key own = Key.of(Octets.hex("C88F01F510D9AC3F70A292DAA2316DE544E9AAB8AFE84049C62A9C57862D1433"));
        assertEquals("dad0b65394221cf9b051e1feca5787d098dfe637fc90b9ef945d0c37725811805271a0461cdb8252d61f1c456fa3e59ab1f45b33accf5f58389e"
                + "0577b8990bb3", KeyExchange.ECP_256.publicValue(own).toString());
        Octets theirs = Octets.hex("D12DFB5289C8D4F81208B70270398C342296970A0BCCB74C736FC7554494BF63"
                + "56FBF3CA366CC23E8157854C13C58D6AAC23F046ADA30F8353E74F33039872AB");
        assertEquals("d6840f6b42f6edafd13116e0e12565202fef8e9ece7dce03812464d04b9442de",
                KeyExchange.ECP_256.shared(own, theirs).orElseThrow().octets().toString());
        assertTrue(KeyExchange.ECP_256.shared(own, Octets.concat(theirs.slice(0, 63), Octets.of((byte) 0))).isEmpty());
    }

    @Test
    void keysOfTheIkeSa() {
        String common = "c8db2afa12da2a462851cb0d073aa7aaa49ff124f0e92de8e525d263fc5e097e7910f96976e2d57aa357c60364bc52610653f5e556bd39eca9"
                + "35d853bd39b488d8992e59a03b76497498cfd1f99094ba4539b9886aacbcc46812ef66c418ceaedf5a372e968aaf47179d510ce6c90ba9c62cedc2402161"
                + "9b2d50c536330c619cd02f1363fb32c32da46d540569c67b65b04a426cda17c11a627141e4ec11aae6701ab6bb4f8ebad9";
        assertEquals(common, all(GCM).toString());
        assertEquals(common + "607712fc1e1c50d960e5153c74fae6d1ed88ba501b3c7faa44d5d033a847980b63cc22633b910f730158e9e7aacc870df5dffa042516"
                + "c1ab", all(CBC).toString());
    }

    @Test
    void keysAfterARekey() {
        Key shared = Key.of(Octets.hex("202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f"));
        assertEquals("3e667ff459b5bbc1b2c30bb112e8c3bf0a18c3c7003c2c3842ef234853ca3697",
                GCM.next(Suite.AES_GCM_16_256, shared, NI, NR, SPIS).d().octets().toString());
    }

    @Test
    void authentication() {
        Octets message = Octets.of("first message".getBytes(StandardCharsets.US_ASCII));
        assertEquals("7a76cbd318f68f2cd18cfb213bd49dde30b4a30c5c744e61987999a9c9478489", GCM.authentication(true,
                Ends.SETUP.preShared(), message, NR, Identity.fqdn("alice.example").body()).toString());
    }

    private static void sealed(IkeKeys keys, String iv, String expected) {
        Octets octets = keys.protection(true).seal(HEADER, INSIDE, new Given(Octets.hex(iv)));
        assertEquals(expected, octets.toString());
        IkeMessage message = (IkeMessage) Wire.decode(Framing.IKE, octets);
        assertEquals(Optional.of(new Chain.Payloads(INSIDE)), keys.protection(true).open(message, octets));
        assertEquals(Optional.empty(), keys.protection(false).open(message, octets));
    }

    @Test
    void sealedWithGcm() {
        sealed(GCM, "f0f1f2f3f4f5f6f7", "0102030405060708a1a2a3a4a5a6a7a82e202508000000070000005529000039f0f1f2f3f4f5f6f738af4fe6efab35033f"
                + "aad7ff5b0bbf7e86521621ab844799c52ca571450704159cd786ea35f5f62c03c4fcf3cf");
    }

    @Test
    void sealedWithCbc() {
        sealed(CBC, "e0e1e2e3e4e5e6e7e8e9eaebecedeeef", "0102030405060708a1a2a3a4a5a6a7a82e202508000000070000006029000044e0e1e2e3e4e5e6e7e8"
                + "e9eaebecedeeef9e34a452c60099403e7ea34fe5da7750b013c638ca09eabf7e5d0eebd442bc5ec79b25e7eb88b59e0ff7683b191f8ca0");
    }

    @Test
    void esp() {
        List<Selector> traffic = Ends.SETUP.ownTraffic();
        Child ours = Child.of(true, GCM.d(), NI, NR, 0x01020304, 0xc0ffee01, traffic, traffic);
        Child theirs = Child.of(false, GCM.d(), NI, NR, 0xc0ffee01, 0x01020304, traffic, traffic);
        assertEquals("d3c2970a5f3b92e67d3562ed8492e22b63a1a1881f9951b757ed0d96a3d517e0b7f1943b08feacf8f942bb8b75b6b4f602374b081c17bda86c39a"
                + "beeac078db86913055f9130e7e3", Octets.concat(ours.outKey().octets(), ours.inKey().octets()).toString());
        Octets inside = Octets.concat(Octets.hex("45000015"), Octets.of(new byte[17]));
        Octets packet = ours.seal(4, inside).orElseThrow().packet();
        assertEquals("c0ffee01000000010000000000000001d7e530cf05ccf3a36fbb66b3f99f92f90b3fe5532a83e32f57c83725e3d6d6051d271925f085b9fc",
                packet.toString());
        assertEquals(inside, theirs.open(packet).orElseThrow().payload());
    }
}
