package sfd.session;

import java.math.BigInteger;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.util.BigIntegers;
import sfd.octets.Octets;

/** The key exchange methods, which RFC 7296 calls Diffie-Hellman groups. */
public enum KeyExchange {

    /** RFC 8031: public values and shared secret of 32 octets. */
    CURVE25519(31, 32) {
        @Override
        Key privateValue(RandomGenerator random) {
            return Key.of(Fresh.octets(random, X25519.SCALAR_SIZE));
        }

        @Override
        Octets publicValue(Key own) {
            byte[] point = new byte[X25519.POINT_SIZE];
            X25519.scalarMultBase(own.octets().toArray(), 0, point, 0);
            return Octets.of(point);
        }

        @Override
        Optional<Key> shared(Key own, Octets theirs) {
            byte[] secret = new byte[X25519.POINT_SIZE];
            // RFC 8031, 3.2: the secret is not zero; a peer that brings that about chose it for both.
            boolean agreed = theirs.length() == publicLength()
                    && X25519.calculateAgreement(own.octets().toArray(), 0, theirs.toArray(), 0, secret, 0);
            return agreed ? Optional.of(Key.of(Octets.of(secret))) : Optional.empty();
        }
    },

    /** RFC 5903: public values of 64 octets, both coordinates; the shared secret is the first of them, 32 octets. */
    ECP_256(19, 64) {
        @Override
        Key privateValue(RandomGenerator random) {
            BigInteger value;
            do {
                value = new BigInteger(1, Fresh.octets(random, COORDINATE).toArray());
            } while (value.signum() == 0 || value.compareTo(P256.getN()) >= 0);
            return Key.of(Octets.of(BigIntegers.asUnsignedByteArray(COORDINATE, value)));
        }

        @Override
        Octets publicValue(Key own) {
            ECPoint point = P256.getG().multiply(integer(own.octets())).normalize();
            return Octets.concat(coordinate(point.getAffineXCoord().toBigInteger()), coordinate(point.getAffineYCoord().toBigInteger()));
        }

        @Override
        Optional<Key> shared(Key own, Octets theirs) {
            if (theirs.length() != publicLength()) {
                return Optional.empty();
            }
            try {
                ECPoint point = P256.getCurve().validatePoint(integer(theirs.slice(0, COORDINATE)),
                        integer(theirs.slice(COORDINATE, 2 * COORDINATE)));
                ECPoint secret = point.multiply(integer(own.octets())).normalize();
                return Optional.of(Key.of(coordinate(secret.getAffineXCoord().toBigInteger())));
            } catch (IllegalArgumentException notOnTheCurve) {
                return Optional.empty();
            }
        }
    };

    private static final int COORDINATE = 32;
    private static final X9ECParameters P256 = CustomNamedCurves.getByName("P-256");

    private final int number;
    private final int publicLength;

    KeyExchange(int number, int publicLength) {
        this.number = number;
        this.publicLength = publicLength;
    }

    /** The method of this transform ID, if it is one of these. */
    public static Optional<KeyExchange> of(int number) {
        for (KeyExchange method : values()) {
            if (method.number == number) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    /** The transform ID, 0..65535. */
    public int number() {
        return number;
    }

    /** Octets of a public value. */
    public int publicLength() {
        return publicLength;
    }

    abstract Key privateValue(RandomGenerator random);

    abstract Octets publicValue(Key own);

    /** The shared secret; none for a public value of another length, or that is no point that may be used. */
    abstract Optional<Key> shared(Key own, Octets theirs);

    private static BigInteger integer(Octets octets) {
        return new BigInteger(1, octets.toArray());
    }

    private static Octets coordinate(BigInteger value) {
        return Octets.of(BigIntegers.asUnsignedByteArray(COORDINATE, value));
    }
}
