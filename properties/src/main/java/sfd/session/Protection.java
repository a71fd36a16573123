package sfd.session;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import sfd.ike.Chain;
import sfd.ike.Framing;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.Incoming;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.ike.Reason;
import sfd.ike.Wire;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/**
 * The SK payload in one direction (BASE-3.14-1).
 *
 * @param encryption SK_ei or SK_er, with its salt for AES-GCM
 * @param integrity SK_ai or SK_ar; of no octets for AES-GCM
 */
record Protection(Suite suite, Key encryption, Key integrity) {

    private static final int BLOCK = 16;
    private static final int BEFORE_BODY = IkeHeader.LENGTH + Payload.HEADER_LENGTH;

    /**
     * A message with these payloads inside an SK payload, without a marker.
     *
     * @param random gives the IV: eight octets never meet again within the few messages of an IKE SA, and those of CBC must
     *     not be foreseen
     * @throws IllegalArgumentException if they do not fit into one payload
     */
    Octets seal(IkeHeader header, List<Payload> payloads, RandomGenerator random) {
        Octets plain = padded(Wire.encodeChain(payloads));
        Octets iv = Fresh.octets(random, suite.iv());
        int length = suite.iv() + plain.length() + Suite.ICV;
        var unsealed = new Payload.Encrypted(PayloadTypes.SK, Wire.firstPayload(payloads), Octets.of(new byte[length]));
        Octets before = Wire.encode(Framing.IKE, new IkeMessage(header, List.of(unsealed))).slice(0, BEFORE_BODY);
        return switch (suite) {
            case AES_GCM_16_256 -> Octets.concat(before, iv, Aes.sealGcm(encryption, iv, before, plain));
            case AES_CBC_256_HMAC_SHA2_256_128 -> {
                Octets checked = Octets.concat(before, iv, Aes.cbc(Cipher.ENCRYPT_MODE, encryption, iv, plain));
                yield Octets.concat(checked, check(checked));
            }
        };
    }

    private Octets padded(Octets chain) {
        int block = suite == Suite.AES_GCM_16_256 ? 1 : BLOCK;
        int padding = (block - (chain.length() + 1) % block) % block;
        return new OctetWriter(chain.length() + padding + 1).octets(chain).octets(Octets.of(new byte[padding])).u8(padding).finish();
    }

    private Octets check(Octets checked) {
        return Prf.prf(integrity.octets(), checked).slice(0, Suite.ICV);
    }

    /**
     * What is inside.
     *
     * @param message decoded from {@code octets}, its last payload an SK
     * @param octets the message without a marker
     * @return none if the integrity check is wrong; a fault, if who has the keys wrote no payload chain
     */
    Optional<Chain> open(IkeMessage message, Octets octets) {
        if (message.payloads().isEmpty() || !(message.payloads().getLast() instanceof Payload.Encrypted sk)
                || sk.type() != PayloadTypes.SK) {
            return Optional.empty();
        }
        int at = octets.length() - sk.body().length();
        int cipherText = sk.body().length() - suite.iv() - Suite.ICV;
        if (cipherText <= 0) {
            return Optional.empty();
        }
        Octets iv = sk.body().slice(0, suite.iv());
        return switch (suite) {
            case AES_GCM_16_256 -> Aes.openGcm(encryption, iv, octets.slice(0, at), sk.body().slice(suite.iv(), sk.body().length()))
                    .map(plain -> chain(sk, plain));
            case AES_CBC_256_HMAC_SHA2_256_128 -> {
                int end = octets.length() - Suite.ICV;
                if (cipherText % BLOCK != 0 || !check(octets.slice(0, end)).equalsInConstantTime(octets.slice(end, octets.length()))) {
                    yield Optional.empty();
                }
                yield Optional.of(chain(sk, Aes.cbc(Cipher.DECRYPT_MODE, encryption, iv, octets.slice(at + suite.iv(), end))));
            }
        };
    }

    private static Chain chain(Payload.Encrypted sk, Octets plain) {
        int end = plain.length() - 1 - plain.at(plain.length() - 1);
        return end < 0 ? new Incoming.Malformed(Reason.ENCRYPTED_TOO_SHORT, PayloadTypes.SK)
                : Wire.decodeChain(sk.firstInside(), plain.slice(0, end));
    }
}
