package com.eyewearml.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How the server runs, read from environment variables so that passwords do not show in the list of processes.
 *
 * @param host        address to listen on, {@code EYEWEARML_HOST}, this machine only by default
 * @param port        port to listen on, {@code EYEWEARML_PORT}, 8080 by default; 0 for any free one
 * @param dataDir     folder of the embedded services and of caches, {@code EYEWEARML_DATA_DIR}, {@code data} by default
 * @param walArchive  folder for the embedded database's write-ahead log, {@code EYEWEARML_WAL_ARCHIVE}; none where absent
 * @param databaseUrl PostgreSQL that others run, {@code EYEWEARML_DB_URL}; an embedded one where absent
 * @param ownerUrl    its account that migrates, {@code EYEWEARML_DB_OWNER_URL}; the same as {@code databaseUrl} where absent
 * @param redisUrl    Redis that others run, {@code EYEWEARML_REDIS_URL}; an embedded one where absent
 * @param shop        slug of the shop whose pages are at {@code /}, {@code EYEWEARML_SHOP}, {@code demo} by default
 * @param seedDemo    whether to put the demo frames into that shop, {@code EYEWEARML_SEED_DEMO=true}
 * @param engineDir   built browser engine, {@code EYEWEARML_ENGINE_DIR}
 * @param widgetsDir  built try-on dialog, {@code EYEWEARML_WIDGETS_DIR}
 * @param samplesDir  sample faces, {@code EYEWEARML_SAMPLES_DIR}
 * @param environment all variables, for the parts of the server that have settings of their own
 */
public record ServerSettings(String host, int port, Path dataDir, Optional<Path> walArchive, Optional<String> databaseUrl,
                             Optional<String> ownerUrl, Optional<String> redisUrl, String shop, boolean seedDemo, Path engineDir, Path widgetsDir,
                             Path samplesDir, Map<String, String> environment) {
    /** Copies the variables. */
    public ServerSettings {
        environment = Map.copyOf(environment);
    }


    /** @throws StartupException naming the variable that cannot be used and what it should look like */
    public static ServerSettings from(Map<String, String> environment) {
        Optional<String> databaseUrl = jdbcUrl(environment, "EYEWEARML_DB_URL");
        return new ServerSettings(
                environment.getOrDefault("EYEWEARML_HOST", "127.0.0.1"),
                port(environment.getOrDefault("EYEWEARML_PORT", "8080")),
                Path.of(environment.getOrDefault("EYEWEARML_DATA_DIR", "data")).toAbsolutePath(),
                Optional.ofNullable(environment.get("EYEWEARML_WAL_ARCHIVE")).filter(text -> !text.isEmpty())
                        .map(text -> Path.of(text).toAbsolutePath()),
                databaseUrl,
                jdbcUrl(environment, "EYEWEARML_DB_OWNER_URL").or(() -> databaseUrl),
                redisUrl(environment),
                environment.getOrDefault("EYEWEARML_SHOP", "demo"),
                Boolean.parseBoolean(environment.get("EYEWEARML_SEED_DEMO")),
                Path.of(environment.getOrDefault("EYEWEARML_ENGINE_DIR", "client-wasm/target/web")),
                Path.of(environment.getOrDefault("EYEWEARML_WIDGETS_DIR", "storefront-widgets/target/web")),
                Path.of(environment.getOrDefault("EYEWEARML_SAMPLES_DIR", "face-model/samples")),
                environment);
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new StartupException("EYEWEARML_PORT is \"" + text + "\", expected a number from 0 to 65535", e);
        }
        throw new StartupException("EYEWEARML_PORT is " + text + ", expected a number from 0 to 65535");
    }

    /** The address itself stays out of the message: it may hold a password. */
    private static Optional<String> jdbcUrl(Map<String, String> environment, String variable) {
        String url = environment.get(variable);
        if (url == null || url.isEmpty()) {
            return Optional.empty();
        }
        if (url.startsWith("jdbc:postgresql://")) {
            return Optional.of(url);
        }
        return Optional.of(PostgresqlAddress.parse(url, variable).jdbcUrl());
    }

    private static Optional<String> redisUrl(Map<String, String> environment) {
        String url = environment.get("EYEWEARML_REDIS_URL");
        if (url == null || url.isEmpty()) {
            return Optional.empty();
        }
        if (!url.startsWith("redis://") && !url.startsWith("rediss://")) {
            throw new StartupException("the Redis address in EYEWEARML_REDIS_URL must look like redis://:password@host:6379");
        }
        return Optional.of(url);
    }

    /** Does not tell the passwords. */
    @Override
    public String toString() {
        return "ServerSettings[" + host + ":" + port + ", data in " + dataDir + "]";
    }
}
