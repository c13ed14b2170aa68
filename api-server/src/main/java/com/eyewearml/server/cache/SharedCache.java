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
import java.util.UUID;
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
    private static final String INVALIDATE = RedisScript.read(SharedCache.class, "invalidate.lua");
    /** Longer than anything takes to be computed. */
    private static final Duration VERSION_LIFETIME = Duration.ofHours(1);

    private final RedisClient redis;
    private final Map<String, String> scripts = new ConcurrentHashMap<>();
    private final AtomicBoolean reportedDown = new AtomicBoolean();
    private final Invalidations invalidations;

    private SharedCache(RedisClient redis) {
        this.redis = redis;
        this.invalidations = new Invalidations(redis, this::invalidateShared);
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

    /**
     * Forgets what is kept under a key, here and in all servers of the installation, in memory and in Redis. To be called once the
     * change it follows from is committed. While Redis is away only this server forgets; the others are told when it is back.
     */
    public void invalidate(String key) {
        invalidations.tell(key);
    }

    private boolean invalidateShared(String key) {
        return evaluate(INVALIDATE, key, List.of(UUID.randomUUID().toString(), Long.toString(VERSION_LIFETIME.toMillis()),
                Invalidations.CHANNEL, key)).isPresent();
    }

    /** Invalidations by any server of the installation. */
    public Invalidations invalidations() {
        return invalidations;
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

    @Override
    public void close() {
        invalidations.close();
        redis.close();
    }
}
