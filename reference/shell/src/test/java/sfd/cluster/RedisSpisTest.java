package sfd.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import sfd.cluster.ActiveSpis.Elsewhere;
import sfd.ike.IkeSpis;

/** The list on a real server, step by step. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RedisSpisTest {

    private static final IkeSpis SPIS = new IkeSpis(1, 2);
    private static final int PATIENCE = 2_000;

    @TempDir
    private Path folder;

    private final AtomicLong now = new AtomicLong();
    private Redis redis;

    @BeforeEach
    void start() throws Exception {
        redis = new Redis(folder);
    }

    @AfterEach
    void stop() throws Exception {
        if (redis != null) {
            redis.close();
        }
    }

    private RedisSpis member(String name) {
        return member(name, redis.port(), PATIENCE);
    }

    private RedisSpis member(String name, int port, int patience) {
        return new RedisSpis("127.0.0.1", port, "sfd", List.of("m1", "m2", "m3"), name, patience, 100, now::get);
    }

    private void tend(RedisSpis... all) {
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        for (RedisSpis it : all) {
            it.tend();
        }
    }

    @Test
    void aMemberThatHasSaidNothingIsUnknown() {
        RedisSpis m1 = member("m1");
        RedisSpis m2 = member("m2");
        assertEquals(Elsewhere.UNKNOWN, m1.elsewhere(SPIS));
        RedisSpis m3 = member("m3");
        assertEquals(Elsewhere.NOT, m1.elsewhere(SPIS));
        assertTrue(m3.announce(SPIS));
        assertEquals(Elsewhere.ACTIVE, m1.elsewhere(SPIS));
        assertEquals(Elsewhere.NOT, m3.elsewhere(SPIS));
        m3.withdraw(SPIS);
        assertEquals(Elsewhere.NOT, m2.elsewhere(SPIS));
    }

    @Test
    void anotherRunOfTheServerKnowsNothingUntilAllHaveSaidItAnew() throws Exception {
        RedisSpis m1 = member("m1");
        RedisSpis m2 = member("m2");
        RedisSpis m3 = member("m3");
        m3.announce(SPIS);
        redis.kill();
        assertEquals(Elsewhere.UNKNOWN, m1.elsewhere(SPIS));
        assertFalse(m1.announce(new IkeSpis(3, 4)));
        redis.start();
        tend(m1, m2);
        assertEquals(Elsewhere.UNKNOWN, m1.elsewhere(SPIS));
        tend(m3); // Finds the connection broken.
        tend(m3);
        assertEquals(Elsewhere.ACTIVE, m1.elsewhere(SPIS));
    }

    /** A file of the server that lags behind what it had said: its sets are there, and the last entries are not. */
    @Test
    void whatAnEarlierRunWasToldDoesNotCount() throws Exception {
        RedisSpis m1 = member("m1");
        member("m2");
        member("m3");
        assertEquals(Elsewhere.NOT, m1.elsewhere(SPIS));
        byte[][] kept = new byte[2][];
        try (var jedis = new Jedis("127.0.0.1", redis.port())) {
            kept[0] = jedis.dump("sfd:active:m2".getBytes());
            kept[1] = jedis.dump("sfd:active:m3".getBytes());
        }
        redis.kill();
        redis.start();
        try (var jedis = new Jedis("127.0.0.1", redis.port())) {
            jedis.restore("sfd:active:m2".getBytes(), 0, kept[0]);
            jedis.restore("sfd:active:m3".getBytes(), 0, kept[1]);
        }
        tend(m1);
        tend(m1);
        assertTrue(m1.isReachable());
        assertEquals(Elsewhere.UNKNOWN, m1.elsewhere(SPIS));
    }

    @Test
    void aListThatIsEmptiedIsSaidAnew() {
        RedisSpis m1 = member("m1");
        RedisSpis m2 = member("m2");
        RedisSpis m3 = member("m3");
        m3.announce(SPIS);
        try (var jedis = new Jedis("127.0.0.1", redis.port())) {
            jedis.flushAll();
        }
        assertEquals(Elsewhere.UNKNOWN, m1.elsewhere(SPIS));
        tend(m1, m2, m3);
        tend(m1, m2, m3);
        assertEquals(Elsewhere.ACTIVE, m1.elsewhere(SPIS));
    }

    /** What was held up on a connection that was given up arrives when a later one has said more. */
    @Test
    void whatComesLateDoesNotCount() throws Exception {
        RedisSpis m1 = member("m1");
        member("m2");
        try (var link = new Link(redis.port())) {
            RedisSpis late = member("m3", link.port(), 200);
            assertTrue(late.announce(SPIS));
            link.set(Link.State.HELD);
            late.restart(); // Says that it holds nothing, in vain.
            assertFalse(late.isReachable());
            RedisSpis again = member("m3");
            assertTrue(again.announce(SPIS));
            link.set(Link.State.OPEN);
            Thread.sleep(500);
            assertEquals(Elsewhere.ACTIVE, m1.elsewhere(SPIS));
        }
    }

    @Test
    void whoIsKnownToBeDeadCanBePurged() {
        RedisSpis m1 = member("m1");
        member("m2");
        member("m3").announce(SPIS);
        assertEquals(Elsewhere.ACTIVE, m1.elsewhere(SPIS));
        assertTrue(m1.purge("m3"));
        assertEquals(Elsewhere.NOT, m1.elsewhere(SPIS));
    }

    /** Its word is not gone for good: it finds out with what it says next. */
    @Test
    void whoIsPurgedAndNotDeadSaysAnewWhatItHolds() {
        RedisSpis m1 = member("m1");
        member("m2");
        RedisSpis m3 = member("m3");
        m3.announce(SPIS);
        assertTrue(m1.purge("m3"));
        tend(m3); // Finds out,
        tend(m3); // and says anew.
        assertEquals(Elsewhere.ACTIVE, m1.elsewhere(SPIS));
    }
}
