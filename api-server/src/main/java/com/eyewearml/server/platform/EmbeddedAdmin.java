package com.eyewearml.server.platform;

import static com.eyewearml.db.schema.Tables.SHOP;

import com.eyewearml.db.Database;

/** Where the admin of a connected shop is. */
public final class EmbeddedAdmin {
    private EmbeddedAdmin() { }

    /** Path of its first page. */
    public static String path(Database database, Connection connection) {
        return "/admin/" + slug(database, connection);
    }

    /** What the shop is called in addresses. */
    public static String slug(Database database, Connection connection) {
        return database.inShop(connection.shopId(),
                db -> db.select(SHOP.SLUG).from(SHOP).where(SHOP.ID.eq(connection.shopId())).fetchSingle(SHOP.SLUG));
    }
}
