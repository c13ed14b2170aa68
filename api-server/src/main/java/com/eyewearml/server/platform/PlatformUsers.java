package com.eyewearml.server.platform;

import static com.eyewearml.db.schema.Tables.ACCOUNT;
import static com.eyewearml.db.schema.Tables.MEMBERSHIP;
import static com.eyewearml.db.schema.Tables.PLATFORM_IDENTITY;

import com.eyewearml.db.Database;
import com.eyewearml.db.Scope;
import com.eyewearml.server.access.Role;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.audit.AuditEvent;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.auth.Members;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Users of platforms and the accounts they are here. Whoever comes first to a shop without owner owns it; the others edit, until the
 * owner gives them another role. An e-mail address that a platform names links nobody to an account: it was not proven to us.
 */
public final class PlatformUsers {
    private static final int MAX_NAME_LENGTH = 200;
    private final Database database;
    private final AuditTrail audit;

    /** Kept there. */
    public PlatformUsers(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** The account of somebody whom the platform of a connected store vouches for, made where there is none. */
    public UUID account(Connection connection, PlatformUser user) {
        UUID newAccount = UUID.randomUUID();
        return database.in(Scope.shop(connection.shopId()).and(Scope.account(newAccount)), db -> {
            db.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 0))", DSL.val("members:" + connection.shopId()));
            return find(db, connection, user.id()).orElseGet(() -> add(db, connection, user, newAccount));
        });
    }

    private static Optional<UUID> find(DSLContext db, Connection connection, String userId) {
        return db.select(PLATFORM_IDENTITY.ACCOUNT_ID).from(PLATFORM_IDENTITY).where(is(connection, userId))
                .fetchOptional(PLATFORM_IDENTITY.ACCOUNT_ID);
    }

    private static Condition is(Connection connection, String userId) {
        return PLATFORM_IDENTITY.PLATFORM.eq(connection.platform().name()).and(PLATFORM_IDENTITY.PLATFORM_USER_ID.eq(userId));
    }

    private UUID add(DSLContext db, Connection connection, PlatformUser user, UUID accountId) {
        boolean owned = db.fetchExists(MEMBERSHIP, MEMBERSHIP.ROLE.eq(Role.OWNER.name()));
        String name = user.displayName().strip();
        db.insertInto(ACCOUNT).set(ACCOUNT.ID, accountId)
                .set(ACCOUNT.DISPLAY_NAME, name.isEmpty() ? "Staff" : name.substring(0, Math.min(name.length(), MAX_NAME_LENGTH))).execute();
        Members.put(db, connection.shopId(), accountId, owned ? Role.EDITOR : Role.OWNER);
        db.insertInto(PLATFORM_IDENTITY).set(PLATFORM_IDENTITY.SHOP_ID, connection.shopId())
                .set(PLATFORM_IDENTITY.PLATFORM, connection.platform().name())
                .set(PLATFORM_IDENTITY.PLATFORM_USER_ID, user.id()).set(PLATFORM_IDENTITY.ACCOUNT_ID, accountId).execute();
        audit.add(db, connection.shopId(),
                AuditEvent.of(Actor.platform(connection.platform().name()), "member.add", accountId.toString()));
        return accountId;
    }

    /** Removes somebody whom the store removed; once or again. The owner stays: a shop is never without one. */
    public void remove(Connection connection, String userId) {
        database.changeShop(connection.shopId(), db -> find(db, connection, userId).ifPresent(account -> {
            int removed = db.deleteFrom(MEMBERSHIP).where(MEMBERSHIP.ACCOUNT_ID.eq(account))
                    .and(MEMBERSHIP.ROLE.ne(Role.OWNER.name())).execute();
            if (removed == 1) {
                audit.add(db, connection.shopId(),
                        AuditEvent.of(Actor.platform(connection.platform().name()), "member.remove", account.toString()));
            }
        }));
    }
}
