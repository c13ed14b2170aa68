package com.eyewearml.server.storefront;

import static com.eyewearml.db.schema.Tables.FRAME_LINK;
import static com.eyewearml.db.schema.Tables.LENS_OPTION;
import static com.eyewearml.db.schema.Tables.PLATFORM_CONNECTION;
import static com.eyewearml.db.schema.Tables.PRODUCT;
import static com.eyewearml.db.schema.Tables.PRODUCT_VARIANT;
import static com.eyewearml.db.schema.Tables.VARIANT;

import com.eyewearml.db.Database;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;

/** Products of a connected shop, linked to one of its frames. */
public final class StorefrontProducts {
    private StorefrontProducts() { }

    /** Adds PLATFORM-SKU with the GTIN 4006381333931, DELETED, and a grey lens. */
    public static void add(Database database, UUID shopId, String frameSku) {
        database.changeShop(shopId, db -> {
            UUID connection = db.insertInto(PLATFORM_CONNECTION).set(PLATFORM_CONNECTION.SHOP_ID, shopId)
                    .set(PLATFORM_CONNECTION.PLATFORM, "SHOPIFY").set(PLATFORM_CONNECTION.STORE, shopId + ".myshopify.com")
                    .set(PLATFORM_CONNECTION.WEBHOOK_PATH, shopId.toString().replace("-", "")).set(PLATFORM_CONNECTION.STATE, "ACTIVE")
                    .returning(PLATFORM_CONNECTION.ID).fetchSingle().getId();
            UUID frame = db.select(VARIANT.ID).from(VARIANT).where(VARIANT.SKU.eq(frameSku)).fetchSingle(VARIANT.ID);
            link(db, shopId, connection, frame, "PLATFORM-SKU", "4006381333931", false);
            link(db, shopId, connection, frame, "DELETED", "", true);
            db.insertInto(LENS_OPTION).set(LENS_OPTION.SHOP_ID, shopId).set(LENS_OPTION.NAME, "Grey").set(LENS_OPTION.TINT, "GREY")
                    .set(LENS_OPTION.VLT_PERCENT, 15.0).set(LENS_OPTION.BOTTOM_VLT_PERCENT, 40.0).set(LENS_OPTION.SORT_POSITION, 0).execute();
        });
    }

    private static void link(DSLContext db, UUID shopId, UUID connection, UUID frame, String sku, String gtin, boolean deleted) {
        UUID product = db.insertInto(PRODUCT).set(PRODUCT.SHOP_ID, shopId).set(PRODUCT.CONNECTION_ID, connection)
                .set(PRODUCT.PLATFORM_PRODUCT_ID, sku).set(PRODUCT.TITLE, sku).set(PRODUCT.PLATFORM_UPDATED_AT, OffsetDateTime.now())
                .set(PRODUCT.DELETED_AT, deleted ? OffsetDateTime.now() : null).returning(PRODUCT.ID).fetchSingle().getId();
        UUID variant = db.insertInto(PRODUCT_VARIANT).set(PRODUCT_VARIANT.SHOP_ID, shopId).set(PRODUCT_VARIANT.PRODUCT_ID, product)
                .set(PRODUCT_VARIANT.PLATFORM_VARIANT_ID, "1").set(PRODUCT_VARIANT.SKU, sku).set(PRODUCT_VARIANT.GTIN, gtin)
                .returning(PRODUCT_VARIANT.ID).fetchSingle().getId();
        db.insertInto(FRAME_LINK).set(FRAME_LINK.SHOP_ID, shopId).set(FRAME_LINK.PRODUCT_VARIANT_ID, variant)
                .set(FRAME_LINK.VARIANT_ID, frame).set(FRAME_LINK.LINKED_BY, "SKU").execute();
    }
}
