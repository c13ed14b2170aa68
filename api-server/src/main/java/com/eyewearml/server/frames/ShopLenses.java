package com.eyewearml.server.frames;

import static com.eyewearml.db.schema.Tables.LENS_OPTION;
import static com.eyewearml.db.schema.Tables.PRODUCT;
import static com.eyewearml.db.schema.Tables.PRODUCT_LENS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import com.eyewearml.db.Database;
import com.eyewearml.db.schema.tables.pojos.LensOption;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.audit.AuditEvent;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.cache.SharedCache;
import com.eyewearml.server.cache.ShopAnswers;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** Lenses that a shop offers, and which of them it offers with a product. A product that names none is offered with all. */
public final class ShopLenses {
    private static final int MAX_LENSES = 100;
    private static final Set<String> TINTS = Set.of("NONE", "GREY", "BROWN", "GREEN", "BLUE", "ROSE", "YELLOW");
    private static final Set<String> MIRRORS = Set.of("NONE", "SILVER", "BLUE", "GOLD");

    private final Database database;
    private final SharedCache cache;
    private final AuditTrail audit;

    /** @param cache forgets what storefronts were answered */
    public ShopLenses(Database database, SharedCache cache, AuditTrail audit) {
        this.database = database;
        this.cache = cache;
        this.audit = audit;
    }

    /**
     * A lens as a merchant describes it.
     *
     * @param name             for shoppers, 1 to 100 characters, unique in the shop
     * @param tint             {@code NONE}, {@code GREY}, {@code BROWN}, {@code GREEN}, {@code BLUE}, {@code ROSE} or {@code YELLOW}
     * @param vltPercent       visible light that passes, 3 to 100
     * @param bottomVltPercent the same at the bottom, of a gradient
     * @param mirror           {@code NONE}, {@code SILVER}, {@code BLUE} or {@code GOLD}
     * @param antiReflective   whether it is coated so
     * @param polarised        whether it polarises
     * @param photochromic     whether it darkens in the sun
     */
    public record Draft(String name, String tint, double vltPercent, OptionalDouble bottomVltPercent, String mirror, boolean antiReflective,
                        boolean polarised, boolean photochromic) {
        /** @throws RequestException with {@code INVALID_INPUT} */
        public Draft {
            require(!name.isBlank() && name.length() <= 100, "A lens needs a name of up to 100 characters.");
            require(TINTS.contains(tint), "The tint is one of " + TINTS + ".");
            require(MIRRORS.contains(mirror), "The mirror is one of " + MIRRORS + ".");
            require(vltPercent >= 3 && vltPercent <= 100, "A lens lets 3 to 100 % of light through, not " + vltPercent + ".");
            require(bottomVltPercent.isEmpty() || bottomVltPercent.getAsDouble() >= 3 && bottomVltPercent.getAsDouble() <= 100,
                    "The bottom of a lens lets 3 to 100 % of light through.");
        }
    }

    private static void require(boolean valid, String message) {
        if (!valid) {
            throw new RequestException(ErrorCode.INVALID_INPUT, message);
        }
    }

    /** All lenses of a shop, in its order. */
    public List<LensOption> list(UUID shopId) {
        return database.inShop(shopId, db -> db.selectFrom(LENS_OPTION).orderBy(LENS_OPTION.SORT_POSITION, LENS_OPTION.NAME)
                .fetchInto(LensOption.class));
    }

    /** Those chosen for a product; empty where it is offered with all. */
    public Set<UUID> chosen(UUID shopId, UUID productId) {
        return database.inShop(shopId, db -> new LinkedHashSet<>(db.select(PRODUCT_LENS.LENS_OPTION_ID).from(PRODUCT_LENS)
                .where(PRODUCT_LENS.PRODUCT_ID.eq(productId)).fetch(PRODUCT_LENS.LENS_OPTION_ID)));
    }

    /**
     * Adds a lens behind the others, or changes one.
     *
     * @param id to change; empty for a new one
     * @return its id
     * @throws RequestException with {@code CONFLICT} where another has the name, {@code NOT_FOUND}, or {@code INVALID_INPUT} where there are too
     *                          many
     */
    public UUID save(UUID shopId, Optional<UUID> id, Draft draft, Actor actor) {
        UUID saved = database.inShop(shopId, db -> {
            boolean taken = db.fetchExists(LENS_OPTION, LENS_OPTION.NAME.eq(draft.name()).and(LENS_OPTION.ID.ne(id.orElse(new UUID(0, 0)))));
            if (taken) {
                throw new RequestException(ErrorCode.CONFLICT, "Another lens is called " + draft.name() + ".");
            }
            UUID lens = id.orElseGet(() -> insert(db, shopId, draft));
            if (id.isPresent() && update(db, lens, draft) == 0) {
                throw new RequestException(ErrorCode.NOT_FOUND, "The shop has no such lens.");
            }
            audit.add(db, shopId, AuditEvent.of(actor, id.isPresent() ? "lens.change" : "lens.create", lens.toString()));
            return lens;
        });
        cache.invalidate(ShopAnswers.key(shopId));
        return saved;
    }

    private static UUID insert(DSLContext db, UUID shopId, Draft draft) {
        require(db.fetchCount(LENS_OPTION) < MAX_LENSES, "A shop offers up to " + MAX_LENSES + " lenses.");
        int position = db.select(coalesce(max(LENS_OPTION.SORT_POSITION), inline(-1)).plus(1)).from(LENS_OPTION).fetchSingle().value1();
        UUID lens = UUID.randomUUID();
        db.insertInto(LENS_OPTION).set(LENS_OPTION.ID, lens).set(LENS_OPTION.SHOP_ID, shopId).set(LENS_OPTION.NAME, draft.name())
                .set(LENS_OPTION.TINT, draft.tint()).set(LENS_OPTION.VLT_PERCENT, draft.vltPercent()).set(LENS_OPTION.SORT_POSITION, position).execute();
        update(db, lens, draft);
        return lens;
    }

    private static int update(DSLContext db, UUID lens, Draft draft) {
        return db.update(LENS_OPTION).set(LENS_OPTION.NAME, draft.name()).set(LENS_OPTION.TINT, draft.tint())
                .set(LENS_OPTION.VLT_PERCENT, draft.vltPercent())
                .set(LENS_OPTION.BOTTOM_VLT_PERCENT, draft.bottomVltPercent().isPresent() ? draft.bottomVltPercent().getAsDouble() : null)
                .set(LENS_OPTION.MIRROR, draft.mirror()).set(LENS_OPTION.ANTI_REFLECTIVE, draft.antiReflective())
                .set(LENS_OPTION.POLARISED, draft.polarised()).set(LENS_OPTION.PHOTOCHROMIC, draft.photochromic())
                .where(LENS_OPTION.ID.eq(lens)).execute();
    }

    /** Deletes a lens; false where there is none. */
    public boolean delete(UUID shopId, UUID id, Actor actor) {
        boolean deleted = database.inShop(shopId, db -> {
            boolean there = db.deleteFrom(LENS_OPTION).where(LENS_OPTION.ID.eq(id)).execute() == 1;
            if (there) {
                audit.add(db, shopId, AuditEvent.of(actor, "lens.delete", id.toString()));
            }
            return there;
        });
        if (deleted) {
            cache.invalidate(ShopAnswers.key(shopId));
        }
        return deleted;
    }

    /**
     * Offers a product with these lenses.
     *
     * @param lenses ids; none for all that the shop has
     * @throws RequestException with {@code NOT_FOUND} where the shop lacks the product or a lens
     */
    public void choose(UUID shopId, UUID productId, Set<UUID> lenses, Actor actor) {
        database.changeShop(shopId, db -> {
            if (!db.fetchExists(PRODUCT, PRODUCT.ID.eq(productId)) || db.fetchCount(LENS_OPTION, LENS_OPTION.ID.in(lenses)) != lenses.size()) {
                throw new RequestException(ErrorCode.NOT_FOUND, "The shop has no such product or lens.");
            }
            db.deleteFrom(PRODUCT_LENS).where(PRODUCT_LENS.PRODUCT_ID.eq(productId)).execute();
            for (UUID lens : lenses) {
                db.insertInto(PRODUCT_LENS).set(PRODUCT_LENS.SHOP_ID, shopId).set(PRODUCT_LENS.PRODUCT_ID, productId)
                        .set(PRODUCT_LENS.LENS_OPTION_ID, lens).execute();
            }
            audit.add(db, shopId, AuditEvent.of(actor, "product.lenses", productId.toString()));
        });
        cache.invalidate(ShopAnswers.key(shopId));
    }
}
