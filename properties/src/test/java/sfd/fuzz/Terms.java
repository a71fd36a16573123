package sfd.fuzz;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;
import sfd.token.Secret;

/** Tokens and cookies made by the texts' formulas alone, and found again in whatever octets. */
final class Terms {

    private static final MessageDigest SHA = sha();

    /** Whose token it is: its first eight octets lead here. */
    record Owner(IkeSpis spis, int generation, Octets token) {
    }

    private static final Map<Long, Owner> TOKENS = new HashMap<>();
    private static final Map<Long, Octets> SECRETS = new HashMap<>();

    static {
        for (Secret secret : Alphabet.SECRETS) {
            Octets octets = Alphabet.secret(secret.generation());
            SECRETS.put(octets.u64(0), octets);
            for (IkeSpis spis : Alphabet.SPIS) {
                put(spis, secret.generation(), token(secret.generation(), spis));
                for (Endpoint end : Alphabet.ENDS) {
                    put(spis, secret.generation(), token(secret.generation(), spis, end.address()));
                }
            }
        }
    }

    private Terms() {
    }

    private static void put(IkeSpis spis, int generation, Octets token) {
        TOKENS.put(token.u64(0), new Owner(spis, generation, token));
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Octets digest(byte[]... parts) {
        for (byte[] part : parts) {
            SHA.update(part);
        }
        return Octets.of(SHA.digest());
    }

    /** RFC 6290, 5.1. */
    static Octets token(int generation, IkeSpis spis) {
        return digest(Alphabet.secret(generation).toArray(), octets(spis));
    }

    /** RFC 6290, 5.2. */
    static Octets token(int generation, IkeSpis spis, Address taker) {
        return digest(Alphabet.secret(generation).toArray(), octets(spis), taker.octets().toArray());
    }

    private static byte[] octets(IkeSpis spis) {
        return ByteBuffer.allocate(16).putLong(spis.initiator()).putLong(spis.responder()).array();
    }

    /** Y's, for a question from one end to the other. */
    static Octets cookie(int generation, IkeSpis spis, Endpoint from, Endpoint to) {
        return cookie(generation, digest(half(generation), new byte[] {0}, octets(spis), from.address().octets().toArray(),
                to.address().octets().toArray(), port(from), port(to)));
    }

    /** X's own, for who is there. */
    static Octets own(int generation, Endpoint to) {
        return cookie(generation, digest(half(generation), new byte[] {3}, to.address().octets().toArray(), port(to)));
    }

    private static Octets cookie(int generation, Octets sealed) {
        return Octets.of(ByteBuffer.allocate(36).putInt(generation).put(sealed.toArray()).array());
    }

    private static byte[] half(int generation) {
        return Alphabet.secret(generation).slice(0, 16).toArray();
    }

    private static byte[] port(Endpoint end) {
        return ByteBuffer.allocate(2).putShort((short) end.port()).array();
    }

    /** Each token of the alphabet that stands somewhere in these octets, with its place. */
    static void tokens(byte[] octets, BiConsumer<Owner, Integer> found) {
        for (int at = 0; at + 32 <= octets.length; at++) {
            Owner owner = TOKENS.get(Plain.eight(octets, at));
            if (owner != null && Octets.of(octets, at, 32).equals(owner.token())) {
                found.accept(owner, at);
            }
        }
    }

    /** A secret of which eight octets stand there. */
    static Optional<Octets> secret(byte[] octets) {
        for (int at = 0; at + 8 <= octets.length; at++) {
            Octets secret = SECRETS.get(Plain.eight(octets, at));
            if (secret != null) {
                return Optional.of(secret);
            }
        }
        return Optional.empty();
    }
}
