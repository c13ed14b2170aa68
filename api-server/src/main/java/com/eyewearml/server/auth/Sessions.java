package com.eyewearml.server.auth;

import static com.eyewearml.db.schema.Tables.SESSION;

import com.eyewearml.db.Database;
import com.eyewearml.db.Scope;
import com.eyewearml.server.security.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Sessions of people signed in. The database keeps hashes of their secrets only. */
public final class Sessions {
    /** Ends where nothing was asked for that long. */
    public static final Duration IDLE = Duration.ofHours(12);
    /** Ends after that long, whatever happens. */
    public static final Duration LIFETIME = Duration.ofDays(14);
    /** Lifetime of a session that a shop platform opened: it opens another when its page is loaded again. */
    public static final Duration EMBEDDED_LIFETIME = Duration.ofHours(8);
    private static final Duration SEEN_RESOLUTION = Duration.ofMinutes(5);

    private final Database database;
    private final Clock clock;

    /** @param clock tells when sessions end */
    public Sessions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Opens a session of an account, for all its shops or, from a shop platform, for one. */
    public SessionKey open(UUID accountId, Optional<UUID> shopId) {
        return open(accountId, shopId, "");
    }

    /** @param device by which its owner tells it from others, at most 100 characters */
    public SessionKey open(UUID accountId, Optional<UUID> shopId, String device) {
        String secret = Secrets.token();
        byte[] csrf = Secrets.random(32);
        OffsetDateTime now = OffsetDateTime.now(clock);
        database.in(Scope.account(accountId), db -> db.insertInto(SESSION)
                .set(SESSION.SECRET_SHA256, Secrets.sha256(secret))
                .set(SESSION.ACCOUNT_ID, accountId)
                .set(SESSION.SHOP_ID, shopId.orElse(null))
                .set(SESSION.CSRF_SECRET, csrf)
                .set(SESSION.DEVICE, device)
                .set(SESSION.CREATED_AT, now)
                .set(SESSION.LAST_SEEN_AT, now)
                .set(SESSION.EXPIRES_AT, now.plus(shopId.isPresent() ? EMBEDDED_LIFETIME : LIFETIME))
                .execute());
        return new SessionKey(secret, new Session(accountId, shopId, csrf).csrfToken());
    }

    /** The session with that secret, where it has not ended. */
    public Optional<Session> find(String secret) {
        byte[] sha256 = Secrets.sha256(secret);
        OffsetDateTime now = OffsetDateTime.now(clock);
        return database.in(Scope.secret(sha256), db -> {
            db.update(SESSION).set(SESSION.LAST_SEEN_AT, now)
                    .where(live(sha256, now)).and(SESSION.LAST_SEEN_AT.lt(now.minus(SEEN_RESOLUTION))).execute();
            return db.selectFrom(SESSION).where(live(sha256, now)).fetchOptional(row ->
                    new Session(row.getAccountId(), Optional.ofNullable(row.getShopId()), row.getCsrfSecret()));
        });
    }

    private static Condition live(byte[] sha256, OffsetDateTime now) {
        return SESSION.SECRET_SHA256.eq(sha256).and(SESSION.EXPIRES_AT.gt(now)).and(SESSION.LAST_SEEN_AT.gt(now.minus(IDLE)));
    }

    /** Ends the session with that secret, and no other of its account. */
    public void close(String secret) {
        byte[] sha256 = Secrets.sha256(secret);
        database.in(Scope.secret(sha256), db -> db.deleteFrom(SESSION).where(SESSION.SECRET_SHA256.eq(sha256)).execute());
    }

    /** Sessions of an account that have not ended, the one last used first. */
    public List<OpenSession> list(UUID accountId) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return database.in(Scope.account(accountId), db -> db.selectFrom(SESSION)
                .where(SESSION.ACCOUNT_ID.eq(accountId)).and(SESSION.EXPIRES_AT.gt(now)).and(SESSION.LAST_SEEN_AT.gt(now.minus(IDLE)))
                .orderBy(SESSION.LAST_SEEN_AT.desc(), SESSION.CREATED_AT.desc())
                .fetch(row -> new OpenSession(id(row.getSecretSha256()), row.getDevice(), row.getShopId() != null,
                        row.getCreatedAt().toInstant(), row.getLastSeenAt().toInstant())));
    }

    /** What {@link OpenSession#id} is of the session with that secret. */
    public static String idOf(String secret) {
        return id(Secrets.sha256(secret));
    }

    private static String id(byte[] secretSha256) {
        return HexFormat.of().formatHex(secretSha256);
    }

    /** Ends one session of an account by its {@link OpenSession#id}; false where it has none such. */
    public boolean end(UUID accountId, String id) {
        return database.in(Scope.account(accountId), db -> db.deleteFrom(SESSION).where(SESSION.ACCOUNT_ID.eq(accountId))
                .and(encode(SESSION.SECRET_SHA256).eq(id)).execute()) == 1;
    }

    /** Ends all sessions of an account but the one with that id. */
    public int endOthers(UUID accountId, String id) {
        return database.in(Scope.account(accountId), db -> db.deleteFrom(SESSION).where(SESSION.ACCOUNT_ID.eq(accountId))
                .and(encode(SESSION.SECRET_SHA256).ne(id)).execute());
    }

    private static Field<String> encode(Field<byte[]> bytes) {
        return DSL.function("encode", String.class, bytes, DSL.inline("hex"));
    }

    /** Ends all sessions of an account, after a change of its password or of who it is. */
    public void closeAll(UUID accountId) {
        database.in(Scope.account(accountId), db -> db.deleteFrom(SESSION).where(SESSION.ACCOUNT_ID.eq(accountId)).execute());
    }
}
