package com.eyewearml.server.cache;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * What all servers of an installation share for a while, in Redis: rendered catalogues and request counts. Losing it costs time,
 * never correctness, so an unreachable Redis is reported once and then treated as empty until it is back.
 */
public final class SharedCache implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SharedCache.class);
    private static final int TIMEOUT_MS = 500;
    private static final String PREFIX = "eyewearml:";

    private final RedisClient redis;
    private final Map<String, String> scripts = new ConcurrentHashMap<>();
    private final AtomicBoolean reportedDown = new AtomicBoolean();

    private SharedCache(RedisClient redis) {
        this.redis = redis;
    }

    /** @param url {@code redis://user:password@host:port/database} */
    public static SharedCache connect(String url) {
        URI uri = URI.create(url);
        DefaultJedisClientConfig config = DefaultJedisClientConfig.builder()
                .user(JedisURIHelper.getUser(uri))
                .password(JedisURIHelper.getPassword(uri))
                .database(JedisURIHelper.getDBIndex(uri))
                .ssl(JedisURIHelper.isRedisSSLScheme(uri))
                .connectionTimeoutMillis(TIMEOUT_MS)
                .socketTimeoutMillis(TIMEOUT_MS)
                .build();
        HostAndPort address = JedisURIHelper.getHostAndPort(uri);
        return new SharedCache(RedisClient.builder().hostAndPort(address).clientConfig(config).build());
    }

    /** One of the forms of what is kept under {@code key}; empty where it is not there or Redis is unreachable. */
    public Optional<byte[]> get(String key, String form) {
        return attempt(() -> redis.hget(bytes(key), form.getBytes(StandardCharsets.UTF_8)));
    }

    /** Keeps a form, and all others of that key, for {@code lifetime} from now. */
    public void put(String key, String form, byte[] value, Duration lifetime) {
        attempt(() -> {
            redis.hset(bytes(key), form.getBytes(StandardCharsets.UTF_8), value);
            return redis.pexpire(bytes(key), lifetime.toMillis());
        });
    }

    /** Forgets all forms of a key. */
    public void remove(String key) {
        attempt(() -> redis.del(bytes(key)));
    }

    /**
     * Runs a script over one key. Redis keeps scripts it has seen, so their text is sent once.
     *
     * @return what the script returns; empty where Redis is unreachable
     */
    public Optional<Object> evaluate(String script, String key, List<String> arguments) {
        return attempt(() -> {
            List<String> keys = List.of(PREFIX + key);
            try {
                return redis.evalsha(scripts.computeIfAbsent(script, SharedCache::sha1), keys, arguments);
            } catch (JedisNoScriptException e) {
                return redis.eval(script, keys, arguments);
            }
        });
    }

    /** The name by which Redis knows a script. */
    private static String sha1(String script) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-1", e);
        }
    }

    /** Whether Redis answers. */
    public boolean reachable() {
        return attempt(redis::ping).isPresent();
    }

    private interface Command<T> {
        T run();
    }

    private <T> Optional<T> attempt(Command<T> command) {
        try {
            Optional<T> result = Optional.ofNullable(command.run());
            if (reportedDown.compareAndSet(true, false)) {
                LOG.info("Redis is back");
            }
            return result;
        } catch (JedisException e) {
            if (reportedDown.compareAndSet(false, true)) {
                LOG.warn("Redis cannot be reached, serving without it: {}", e.getMessage());
            }
            return Optional.empty();
        }
    }

    private static byte[] bytes(String key) {
        return (PREFIX + key).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        redis.close();
    }
}
