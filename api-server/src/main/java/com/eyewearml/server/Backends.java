package com.eyewearml.server;

import com.eyewearml.db.Database;
import com.eyewearml.db.DatabaseAddresses;
import com.eyewearml.embedded.DataFolder;
import com.eyewearml.embedded.PostgresqlServer;
import com.eyewearml.embedded.RedisNode;
import com.eyewearml.server.cache.SharedCache;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** PostgreSQL and Redis as the server uses them: others' or started here, then stopped here. */
public final class Backends implements AutoCloseable {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private Database database;
    private SharedCache cache;

    private Backends() { }

    /**
     * @param progress told what is being started
     * @throws RuntimeException where one does not start; what was started before is stopped then
     */
    public static Backends start(ServerSettings settings, Consumer<String> progress) {
        Backends backends = new Backends();
        try {
            backends.open(settings, progress);
            return backends;
        } catch (RuntimeException e) {
            backends.close();
            throw e;
        }
    }

    private void open(ServerSettings settings, Consumer<String> progress) {
        DataFolder folder = opening(DataFolder.open(settings.dataDir()));
        DatabaseAddresses addresses;
        if (settings.databaseUrl().isPresent()) {
            addresses = new DatabaseAddresses(settings.ownerUrl().orElseThrow(), settings.databaseUrl().get());
        } else {
            progress.accept("Starting PostgreSQL");
            PostgresqlServer server = opening(PostgresqlServer.start(folder, settings.walArchive()));
            addresses = new DatabaseAddresses(server.ownerUrl(), server.appUrl());
        }
        String redisUrl;
        if (settings.redisUrl().isPresent()) {
            redisUrl = settings.redisUrl().get();
        } else {
            progress.accept("Starting Redis");
            redisUrl = opening(RedisNode.start(folder)).url();
        }
        progress.accept("Opening the catalogue");
        database = opening(Database.open(addresses));
        cache = opening(SharedCache.connect(redisUrl));
    }

    private <T extends AutoCloseable> T opening(T resource) {
        opened.push(resource);
        return resource;
    }

    Database database() {
        return database;
    }

    SharedCache cache() {
        return cache;
    }

    /** Closes in reverse order; one failure does not keep the others open. */
    @Override
    public void close() {
        RuntimeException failure = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                if (failure == null) {
                    failure = new IllegalStateException("not everything could be stopped", e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
