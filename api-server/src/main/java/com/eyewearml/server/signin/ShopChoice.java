package com.eyewearml.server.signin;

import static com.eyewearml.db.schema.Tables.MEMBERSHIP;
import static com.eyewearml.db.schema.Tables.SHOP;

import com.eyewearml.db.Database;
import com.eyewearml.db.Scope;
import com.eyewearml.server.access.Role;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.audit.AuditEvent;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.auth.Members;
import com.eyewearml.server.platform.Installations;
import com.eyewearml.server.security.Secrets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** The shops of somebody, and making one without a platform. */
public final class ShopChoice {
    private final Database database;
    private final AuditTrail audit;

    /** Shops in that database. */
    public ShopChoice(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Shops that somebody belongs to, by name. */
    List<MemberShop> of(UUID accountId) {
        return database.in(Scope.account(accountId), db -> db.select(SHOP.SLUG, SHOP.NAME, MEMBERSHIP.ROLE).from(MEMBERSHIP)
                .join(SHOP).on(SHOP.ID.eq(MEMBERSHIP.SHOP_ID)).where(MEMBERSHIP.ACCOUNT_ID.eq(accountId)).and(SHOP.ERASED_AT.isNull())
                .orderBy(SHOP.NAME, SHOP.SLUG)
                .fetch(row -> new MemberShop(row.value1(), row.value2(), Role.valueOf(row.value3()))));
    }

    /**
     * Makes a shop that somebody owns.
     *
     * @return its slug
     */
    public String create(UUID accountId, String name, String currency) {
        UUID shopId = UUID.randomUUID();
        return database.in(Scope.shop(shopId).and(Scope.account(accountId)), db -> {
            String slug = Installations.slug(name);
            // Other shops' slugs cannot be seen from here: a taken one shows when nothing is inserted.
            while (db.insertInto(SHOP).set(SHOP.ID, shopId).set(SHOP.SLUG, slug).set(SHOP.NAME, name).set(SHOP.CURRENCY, currency)
                    .onConflictDoNothing().execute() == 0) {
                slug = Installations.slug(name) + "-" + HexFormat.of().formatHex(Secrets.random(3));
            }
            Members.put(db, shopId, accountId, Role.OWNER);
            audit.add(db, shopId, AuditEvent.of(Actor.account(accountId), "shop.create", slug));
            return slug;
        });
    }
}
