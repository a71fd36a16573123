package sfd.cluster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisException;
import sfd.ike.IkeSpis;

/**
 * The list on a Redis server: for each member the set of what it holds, written by that member, unless somebody purges it. A set counts only if its
 * member has confirmed it to this very run of the server, whose name is in the set: one that restarted, was emptied, or was
 * replaced by a copy that lags behind is a list on which nobody has said anything, and all keep silent until they have. Nothing
 * expires: a member that is cut off may still hold what it announced (F6).
 *
 * <p>What a connection sent before it was given up may arrive late; so each write names the session that it belongs to, and only
 * those of the last one count.
 */
public final class RedisSpis implements ActiveSpis {

    private static final String WRITE = "if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end ";
    private static final String CONFIRMED = "if redis.call('SISMEMBER', KEYS[1], ARGV[2]) == 0 then return 0 end ";
    private static final byte[] REGISTER = script(WRITE + "redis.call('DEL', KEYS[1]) "
            + "for i = 2, #ARGV do redis.call('SADD', KEYS[1], ARGV[i]) end return 1");
    private static final byte[] ADD = script(WRITE + CONFIRMED + "redis.call('SADD', KEYS[1], ARGV[3]) return 1");
    private static final byte[] REMOVE = script(WRITE + CONFIRMED + "redis.call('SREM', KEYS[1], ARGV[3]) return 1");
    private static final byte[] CHECK = script(WRITE + CONFIRMED + "return 1");
    private static final byte[] PURGE = script("redis.call('SET', KEYS[2], ARGV[1]) redis.call('DEL', KEYS[1]) "
            + "redis.call('SADD', KEYS[1], ARGV[2]) return 1");

    private final HostAndPort server;
    private final String prefix;
    private final String own;
    private final List<String> others;
    private final int patience;
    private final long again;
    private final LongSupplier nanos;
    private final Set<IkeSpis> held = new HashSet<>();
    private Optional<Session> session = Optional.empty();
    private long tended;

    private record Session(Jedis redis, byte[] name, byte[] run) {
    }

    /**
     * @param members of the cluster, all of them, each with a name of its own
     * @param own name of this one, which no other process has
     * @param patience milliseconds for an answer of the server
     * @param again milliseconds between two attempts to reach it, and between two looks whether it is still the same
     * @param nanos a clock that never goes back, in nanoseconds
     */
    public RedisSpis(String host, int port, String prefix, List<String> members, String own, int patience, int again,
            LongSupplier nanos) {
        this.server = new HostAndPort(host, port);
        this.prefix = prefix;
        this.own = own;
        this.others = members.stream().filter(it -> !it.equals(own)).toList();
        this.patience = patience;
        this.again = TimeUnit.MILLISECONDS.toNanos(again);
        this.nanos = nanos;
        this.tended = nanos.getAsLong();
        connect();
    }

    /** True if the server answered last time, so that it is asked. */
    public boolean isReachable() {
        return session.isPresent();
    }

    @Override
    public boolean announce(IkeSpis spis) {
        if (write(ADD, octets(spis))) {
            held.add(spis);
            return true;
        }
        return held.contains(spis);
    }

    @Override
    public void withdraw(IkeSpis spis) {
        if (held.remove(spis)) {
            write(REMOVE, octets(spis)); // If not, the next session says what is left.
        }
    }

    @Override
    public Elsewhere elsewhere(IkeSpis spis) {
        if (session.isEmpty()) {
            return Elsewhere.UNKNOWN;
        }
        try {
            var said = new ArrayList<Response<List<Boolean>>>();
            // At one moment for all of them, or an SA that moves from one to another could be missed.
            try (AbstractTransaction all = session.get().redis.multi()) {
                for (String other : others) {
                    said.add(all.smismember(key(other), session.get().run, octets(spis)));
                }
                all.exec();
            }
            if (said.stream().anyMatch(it -> it.get().get(1))) {
                return Elsewhere.ACTIVE;
            }
            return said.stream().allMatch(it -> it.get().get(0)) ? Elsewhere.NOT : Elsewhere.UNKNOWN;
        } catch (JedisException e) {
            giveUp();
            return Elsewhere.UNKNOWN;
        }
    }

    @Override
    public void restart() {
        held.clear();
        session.filter(it -> !register(it)).ifPresent(it -> giveUp());
    }

    @Override
    public void tend() {
        if (nanos.getAsLong() - tended >= again) {
            tended = nanos.getAsLong();
            if (session.isPresent()) {
                write(CHECK);
            } else {
                connect();
            }
        }
    }

    /**
     * Another member holds nothing any more. For who has made sure that it is dead, and not only cut off: otherwise its tokens
     * are given away (F6). The member's session ends with it: one that is not dead after all, or is back already, finds out with
     * what it says next, and at the latest when it is tended, and says anew what it holds.
     *
     * @return true if the list has it
     */
    public boolean purge(String member) {
        try {
            session.ifPresent(it -> it.redis.eval(PURGE, List.of(key(member), sessionKey(member)), List.of(newName(), it.run)));
            return session.isPresent();
        } catch (JedisException e) {
            giveUp();
            return false;
        }
    }

    private boolean write(byte[] script, byte[]... arguments) {
        if (session.isEmpty()) {
            return false;
        }
        try {
            var all = new ArrayList<>(List.of(session.get().name, session.get().run));
            all.addAll(List.of(arguments));
            if (session.get().redis.eval(script, List.of(key(own), sessionKey(own)), all).equals(1L)) {
                return true;
            }
        } catch (JedisException e) {
            // As good as no answer.
        }
        giveUp();
        return false;
    }

    /** A new session: what this member holds is said anew, and what it said before no longer counts. */
    private void connect() {
        Optional<Jedis> redis = Optional.empty();
        try {
            redis = Optional.of(new Jedis(server, DefaultJedisClientConfig.builder().connectionTimeoutMillis(patience)
                    .socketTimeoutMillis(patience).build()));
            byte[] name = newName();
            redis.get().set(sessionKey(own), name);
            String run = redis.get().info("server").lines().filter(it -> it.startsWith("run_id:")).findFirst().orElseThrow(
                    () -> new JedisException("the server does not say which run it is"));
            var it = new Session(redis.get(), name, run.getBytes(StandardCharsets.US_ASCII));
            if (register(it)) {
                session = Optional.of(it);
                return;
            }
        } catch (JedisException e) {
            // Tried again later.
        }
        redis.ifPresent(RedisSpis::close);
    }

    private boolean register(Session it) {
        var all = new ArrayList<>(List.of(it.name, it.run));
        held.forEach(spis -> all.add(octets(spis)));
        try {
            return it.redis.eval(REGISTER, List.of(key(own), sessionKey(own)), all).equals(1L);
        } catch (JedisException e) {
            return false;
        }
    }

    private void giveUp() {
        session.ifPresent(it -> close(it.redis));
        session = Optional.empty();
    }

    private static void close(Jedis redis) {
        try {
            redis.close();
        } catch (JedisException e) {
            // It is closed all the same.
        }
    }

    private byte[] key(String member) {
        return (prefix + ":active:" + member).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] sessionKey(String member) {
        return (prefix + ":session:" + member).getBytes(StandardCharsets.UTF_8);
    }

    /** Of a session: one that no other had, also not before the server was emptied, so no count. */
    private static byte[] newName() {
        return UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] octets(IkeSpis spis) {
        return ByteBuffer.allocate(IkeSpis.LENGTH).putLong(spis.initiator()).putLong(spis.responder()).array();
    }

    private static byte[] script(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        giveUp();
    }
}
