package com.eyewearml.server.auth;

import static com.eyewearml.db.schema.Tables.MEMBERSHIP;

import com.eyewearml.db.Database;
import com.eyewearml.server.access.Role;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Who belongs to a shop, as what. */
public final class Members {
    private final Database database;

    /** Members in that database. */
    public Members(Database database) {
        this.database = database;
    }

    /** The role of somebody in a shop; empty where they are no member. */
    public Optional<Role> role(UUID shopId, UUID accountId) {
        return database.inShop(shopId, db -> db.select(MEMBERSHIP.ROLE).from(MEMBERSHIP).where(MEMBERSHIP.ACCOUNT_ID.eq(accountId))
                .fetchOptional(MEMBERSHIP.ROLE)).map(Role::valueOf);
    }

    /** Makes somebody a member in a transaction of that shop, or changes what they are. */
    public static void put(DSLContext transaction, UUID shopId, UUID accountId, Role role) {
        transaction.insertInto(MEMBERSHIP).set(MEMBERSHIP.SHOP_ID, shopId).set(MEMBERSHIP.ACCOUNT_ID, accountId)
                .set(MEMBERSHIP.ROLE, role.name())
                .onConflict(MEMBERSHIP.SHOP_ID, MEMBERSHIP.ACCOUNT_ID).doUpdate().set(MEMBERSHIP.ROLE, role.name()).execute();
    }
}
