package sfd.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sfd.octets.Octets;

class SecretsTest {

    private static Secret secret(int generation) {
        return Secret.of(generation, Octets.hex("5e".repeat(31) + "%02x".formatted(generation)));
    }

    private static Secrets newestTo(int newest, int oldest) {
        return new Secrets(IntStream.rangeClosed(oldest, newest).map(i -> newest + oldest - i)
                .mapToObj(SecretsTest::secret).toList());
    }

    /** QCD-5.1-2: the newest and at most three before it. */
    @Test
    void rollingKeepsTheNewestInFront() {
        assertEquals(newestTo(5, 2), newestTo(4, 1).roll(secret(5), 4));
        assertEquals(newestTo(5, 5), newestTo(4, 1).roll(secret(5), 1));
        assertEquals(newestTo(1, 1), Secrets.NONE.roll(secret(1), 4));
    }

    @Test
    void onlyALaterGenerationIsAdmitted() {
        assertTrue(Secrets.NONE.admits(secret(1)));
        assertTrue(newestTo(2, 1).admits(secret(3)));
        assertFalse(newestTo(2, 1).admits(secret(2)));
    }

    @Test
    void equalMeansSameGenerationAndOctets() {
        assertEquals(secret(1), secret(1));
        assertNotEquals(secret(1), new Secret(1, secret(2).octets()));
        assertNotEquals(secret(1), new Secret(2, secret(1).octets()));
    }

    /** QCD-9.1-3. */
    @Test
    void noTextShowsTheOctets() {
        assertFalse(newestTo(2, 1).toString().contains("5e5e"));
        assertEquals("Secret[generation=7, octets=32 octets]", secret(7).toString());
        assertEquals(secret(7).hashCode(), new Secret(7, secret(8).octets()).hashCode());
    }

    @Test
    void whatIsNoSecretIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Secret(0, secret(1).octets()));
        assertThrows(IllegalArgumentException.class, () -> Secret.of(1, Octets.hex("00".repeat(31))));
        assertThrows(IllegalArgumentException.class, () -> newestTo(5, 1));
        assertThrows(IllegalArgumentException.class, () -> new Secrets(List.of(secret(1), secret(2))));
        assertThrows(IllegalArgumentException.class, () -> new Secrets(List.of(secret(1), secret(1))));
    }
}
