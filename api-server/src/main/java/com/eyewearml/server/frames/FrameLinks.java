package com.eyewearml.server.frames;

import static com.eyewearml.db.schema.Tables.FRAME_LINK;
import static com.eyewearml.db.schema.Tables.PRODUCT;
import static com.eyewearml.db.schema.Tables.PRODUCT_VARIANT;
import static com.eyewearml.db.schema.Tables.VARIANT;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.upper;

import com.eyewearml.db.Database;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.audit.AuditEvent;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.cache.SharedCache;
import com.eyewearml.server.cache.ShopAnswers;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Which colour of a frame a variant of a product shows. What a person linked stays until a person changes it. */
public final class FrameLinks {
    /** How a link came about. The names are those in the database. */
    public enum By { SKU, GTIN, PERSON, SUGGESTION }

    private final Database database;
    private final SharedCache cache;
    private final AuditTrail audit;

    /** @param cache forgets what storefronts were answered */
    public FrameLinks(Database database, SharedCache cache, AuditTrail audit) {
        this.database = database;
        this.cache = cache;
        this.audit = audit;
    }

    /**
     * Links a variant of a product to a colour of a frame, in place of the link it has.
     *
     * @throws RequestException with {@code NOT_FOUND} where the shop lacks one of them
     */
    public void link(UUID shopId, UUID productVariantId, UUID colourId, Actor actor) {
        database.changeShop(shopId, db -> {
            require(db.fetchExists(PRODUCT_VARIANT, PRODUCT_VARIANT.ID.eq(productVariantId)), "The shop has no such variant of a product.");
            require(db.fetchExists(VARIANT, VARIANT.ID.eq(colourId)), "The shop has no such colour of a frame.");
            Optional<UUID> before = linked(db, productVariantId);
            put(db, shopId, productVariantId, colourId, By.PERSON);
            audit.add(db, shopId, new AuditEvent(actor, "frame-link.change", productVariantId.toString(), before.map(FrameLinks::json),
                    Optional.of(json(colourId)), "", ""));
        });
        cache.invalidate(ShopAnswers.key(shopId));
    }

    /** Takes a link away; false where there is none. */
    public boolean unlink(UUID shopId, UUID productVariantId, Actor actor) {
        boolean removed = database.inShop(shopId, db -> {
            Optional<UUID> before = linked(db, productVariantId);
            if (before.isEmpty()) {
                return false;
            }
            db.deleteFrom(FRAME_LINK).where(FRAME_LINK.PRODUCT_VARIANT_ID.eq(productVariantId)).execute();
            audit.add(db, shopId, new AuditEvent(actor, "frame-link.remove", productVariantId.toString(), before.map(FrameLinks::json),
                    Optional.empty(), "", ""));
            return true;
        });
        if (removed) {
            cache.invalidate(ShopAnswers.key(shopId));
        }
        return removed;
    }

    /** Links by SKU and GTIN what has no link yet, and tells storefronts; how many were linked. */
    public int linkByCodes(UUID shopId) {
        int linked = database.inShop(shopId, db -> linkByCodes(db, shopId));
        if (linked > 0) {
            cache.invalidate(ShopAnswers.key(shopId));
        }
        return linked;
    }

    private static Optional<UUID> linked(DSLContext db, UUID productVariantId) {
        return db.select(FRAME_LINK.VARIANT_ID).from(FRAME_LINK).where(FRAME_LINK.PRODUCT_VARIANT_ID.eq(productVariantId))
                .fetchOptional(FRAME_LINK.VARIANT_ID);
    }

    private static JsonObject json(UUID colourId) {
        return Json.createObjectBuilder().add("colour", colourId.toString()).build();
    }

    private static void require(boolean there, String message) {
        if (!there) {
            throw new RequestException(ErrorCode.NOT_FOUND, message);
        }
    }

    static void put(DSLContext transaction, UUID shopId, UUID productVariantId, UUID colourId, By by) {
        transaction.insertInto(FRAME_LINK)
                .set(FRAME_LINK.SHOP_ID, shopId)
                .set(FRAME_LINK.PRODUCT_VARIANT_ID, productVariantId)
                .set(FRAME_LINK.VARIANT_ID, colourId)
                .set(FRAME_LINK.LINKED_BY, by.name())
                .onConflict(FRAME_LINK.SHOP_ID, FRAME_LINK.PRODUCT_VARIANT_ID).doUpdate()
                .set(FRAME_LINK.VARIANT_ID, colourId)
                .set(FRAME_LINK.LINKED_BY, by.name())
                .set(FRAME_LINK.LINKED_AT, currentOffsetDateTime()).execute();
    }

    /** Two statements, however many products there are. A GTIN names one thing in the world, so it goes first. */
    static int linkByCodes(DSLContext transaction, UUID shopId) {
        return linkWhere(transaction, shopId, PRODUCT_VARIANT.GTIN.ne("").and(PRODUCT_VARIANT.GTIN.eq(VARIANT.GTIN)), By.GTIN)
                + linkWhere(transaction, shopId, PRODUCT_VARIANT.SKU.ne("").and(upper(PRODUCT_VARIANT.SKU).eq(upper(VARIANT.SKU))), By.SKU);
    }

    private static int linkWhere(DSLContext transaction, UUID shopId, Condition same, By by) {
        return transaction.insertInto(FRAME_LINK, FRAME_LINK.SHOP_ID, FRAME_LINK.PRODUCT_VARIANT_ID, FRAME_LINK.VARIANT_ID, FRAME_LINK.LINKED_BY)
                .select(select(inline(shopId), PRODUCT_VARIANT.ID, VARIANT.ID, inline(by.name())).distinctOn(PRODUCT_VARIANT.ID)
                        .from(PRODUCT_VARIANT)
                        .join(PRODUCT).on(PRODUCT.ID.eq(PRODUCT_VARIANT.PRODUCT_ID)).and(PRODUCT.DELETED_AT.isNull())
                        .join(VARIANT).on(same)
                        .where(notExists(selectOne().from(FRAME_LINK).where(FRAME_LINK.PRODUCT_VARIANT_ID.eq(PRODUCT_VARIANT.ID))))
                        .orderBy(PRODUCT_VARIANT.ID, VARIANT.SORT_POSITION, VARIANT.ID))
                .onConflictDoNothing().execute();
    }
}
