package com.eyewearml.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import redis.embedded.RedisServer;

/** A Redis server run by this program, on 127.0.0.1 and a free port, with a password and an append-only file. */
public final class RedisNode implements AutoCloseable {
    private static final String PROGRAM = "redis";

    private final RedisServer server;
    private final ServiceProcess process;
    private final int port;
    private final String password;

    private RedisNode(RedisServer server, ServiceProcess process, int port, String password) {
        this.server = server;
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /** @throws EmbeddedServiceException where it does not start; nothing is left running then */
    public static RedisNode start(DataFolder folder) {
        try {
            return start(folder, freePort());
        } catch (IOException e) {
            throw new EmbeddedServiceException("Redis finds no free port", e);
        }
    }

    /** Like {@link #start(DataFolder)}, on that port. */
    public static RedisNode start(DataFolder folder, int port) {
        Path home = folder.path().resolve("redis");
        Path pidFile = home.resolve("redis.pid");
        ServiceProcess.stopLeftBehind(pidFile, PROGRAM);
        try {
            Files.createDirectories(home);
            String password = folder.secret("redis");
            RedisServer server = RedisServer.newRedisServer().port(port)
                    .setting("bind 127.0.0.1")
                    .setting("requirepass " + password)
                    .setting("dir \"" + home + "\"")
                    .setting("pidfile \"" + pidFile + "\"")
                    .setting("appendonly yes")
                    // A snapshot beside the append-only file would keep Redis from ending where its folder cannot be written.
                    .setting("save \"\"")
                    .setting("maxmemory 64mb")
                    .setting("maxmemory-policy allkeys-lru")
                    .build();
            server.start();
            ServiceProcess process = ServiceProcess.find(pidFile, PROGRAM).orElseThrow(
                    () -> new EmbeddedServiceException("Redis ended as soon as it had started on " + home));
            return new RedisNode(server, process, port, password);
        } catch (IOException e) {
            throw new EmbeddedServiceException("Redis did not start on " + home, e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Port it listens on. */
    public int port() {
        return port;
    }

    /** Address {@code redis://:password@host:port}. */
    public String url() {
        return "redis://:" + password + "@127.0.0.1:" + port;
    }

    /** Stops the server and waits until it has ended. */
    @Override
    public void close() {
        try {
            server.stop();
            process.awaitEnd();
        } catch (IOException e) {
            throw new EmbeddedServiceException("Redis does not stop", e);
        }
    }
}
