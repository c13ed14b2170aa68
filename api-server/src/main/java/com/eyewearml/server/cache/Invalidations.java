package com.eyewearml.server.cache;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** Tells what was invalidated by any server of the installation, for as long as Redis can be reached. */
public final class Invalidations implements AutoCloseable {
    static final String CHANNEL = "eyewearml:invalidated";
    private static final Logger LOG = LoggerFactory.getLogger(Invalidations.class);
    private static final long RETRY_MS = 500;

    /** Who keeps something in memory. */
    public interface Listener {
        /** What is kept under that key is out of date. */
        void invalidated(String key);

        /** Messages may have been missed: anything kept may be out of date. */
        void missed();
    }

    private final RedisClient redis;
    private final Predicate<String> sendToOthers;
    private final Set<String> unsent = ConcurrentHashMap.newKeySet();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Subscription subscription = new Subscription();
    private final Thread thread;
    private volatile boolean listening;
    private volatile boolean closed;

    /** @param sendToOthers invalidates a key in Redis and tells all servers; false where Redis is away */
    Invalidations(RedisClient redis, Predicate<String> sendToOthers) {
        this.redis = redis;
        this.sendToOthers = sendToOthers;
        this.thread = Thread.ofPlatform().daemon().name("cache-invalidations").start(this::listen);
    }

    /** Adds a listener, which is told on the thread that listens to Redis or on that which invalidates. */
    public void add(Listener listener) {
        listeners.add(listener);
    }

    /** Whether other servers' invalidations arrive at the moment. */
    public boolean listening() {
        return listening;
    }

    void tell(String key) {
        tellHere(key);
        if (!sendToOthers.test(key)) {
            unsent.add(key);
        }
    }

    private void tellHere(String key) {
        listeners.forEach(listener -> listener.invalidated(key));
    }

    private void listen() {
        while (!closed) {
            try {
                redis.subscribe(subscription, CHANNEL);
            } catch (JedisException e) {
                if (!closed && listening) {
                    LOG.warn("No more invalidations from other servers, keeping answers for a shorter time: {}", e.getMessage());
                }
            }
            listening = false;
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MS);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private final class Subscription extends JedisPubSub {
        @Override
        public void onSubscribe(String channel, int channels) {
            unsent.removeIf(sendToOthers);
            listeners.forEach(Listener::missed);
            listening = true;
        }

        @Override
        public void onMessage(String channel, String key) {
            tellHere(key);
        }
    }

    @Override
    public void close() {
        closed = true;
        if (subscription.isSubscribed()) {
            try {
                subscription.unsubscribe();
            } catch (JedisException e) {
                LOG.debug("the subscription had ended already", e);
            }
        }
        thread.interrupt();
    }
}
