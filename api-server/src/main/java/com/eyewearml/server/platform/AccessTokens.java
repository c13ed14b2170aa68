package com.eyewearml.server.platform;

import static com.eyewearml.db.schema.Tables.PLATFORM_CONNECTION;

import com.eyewearml.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Access tokens that expire and are replaced by means of refresh tokens. Of all who need a token at once, in this process or another,
 * one asks the platform and the others get what it brought.
 */
public final class AccessTokens {
    private static final Duration SPARE = Duration.ofMinutes(5);

    private final Database database;
    private final Credentials credentials;
    private final Connections connections;
    private final Clock clock;
    private final ConcurrentHashMap<UUID, ReentrantLock> waiting = new ConcurrentHashMap<>();

    /** Tokens kept there. */
    public AccessTokens(Database database, Credentials credentials, Connections connections, Clock clock) {
        this.database = database;
        this.credentials = credentials;
        this.connections = connections;
        this.clock = clock;
    }

    /** Asks the platform for new tokens. */
    public interface Refresher {
        /** @throws RefreshRefusedException where the platform takes that refresh token no more */
        TokenPair refresh(String refreshToken) throws RefreshRefusedException;
    }

    /**
     * A token that holds for some minutes yet.
     *
     * @throws ReconnectException where the merchant must connect the store again; this was noted
     */
    public String valid(Connection connection, Refresher refresher) {
        Optional<String> present = fresh(credentials.find(connection, Credential.Kind.ACCESS));
        // Callers of this process wait here, so that they do not all hold a database connection while they wait.
        return present.orElseGet(() -> {
            ReentrantLock lock = waiting.computeIfAbsent(connection.id(), id -> new ReentrantLock());
            lock.lock();
            try {
                return fresh(credentials.find(connection, Credential.Kind.ACCESS)).orElseGet(() -> refresh(connection, refresher));
            } finally {
                lock.unlock();
            }
        });
    }

    private Optional<String> fresh(Optional<Credential> access) {
        Instant needed = clock.instant().plus(SPARE);
        return access.filter(token -> token.expiresAt().map(needed::isBefore).orElse(true)).map(Credential::secret);
    }

    /**
     * The row of the connection is locked while the platform is asked, which keeps other processes out. Where this process dies after the
     * platform answered, the old refresh token is still here and the platform still takes it.
     */
    private String refresh(Connection connection, Refresher refresher) {
        try {
            return database.inShop(connection.shopId(), db -> {
                db.selectFrom(PLATFORM_CONNECTION).where(PLATFORM_CONNECTION.ID.eq(connection.id())).forUpdate().fetch();
                return fresh(credentials.find(db, connection, Credential.Kind.ACCESS)).orElseGet(() -> {
                    Credential refreshToken = credentials.find(db, connection, Credential.Kind.REFRESH).orElseThrow(
                            () -> new ReconnectException(connection, "There is no valid credential for the store."));
                    TokenPair tokens = ask(connection, refresher, refreshToken);
                    credentials.put(db, connection, Credential.Kind.ACCESS, tokens.accessToken());
                    credentials.put(db, connection, Credential.Kind.REFRESH, tokens.refreshToken());
                    return tokens.accessToken().secret();
                });
            });
        } catch (ReconnectException e) {
            database.changeShop(connection.shopId(), db -> Credentials.forget(db, connection));
            connections.requireReconnect(connection, e.getMessage());
            throw e;
        }
    }

    private static TokenPair ask(Connection connection, Refresher refresher, Credential refreshToken) {
        try {
            return refresher.refresh(refreshToken.secret());
        } catch (RefreshRefusedException e) {
            throw new ReconnectException(connection, "The store no longer accepts our access. Open the app from its admin to renew it.");
        }
    }
}
