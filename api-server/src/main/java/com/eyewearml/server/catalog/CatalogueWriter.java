package com.eyewearml.server.catalog;

import static com.eyewearml.db.schema.Tables.ASSET;
import static com.eyewearml.db.schema.Tables.EYEWEAR;
import static com.eyewearml.db.schema.Tables.FRAME_IMPORT;
import static com.eyewearml.db.schema.Tables.PRICE;
import static com.eyewearml.db.schema.Tables.SHOP;
import static com.eyewearml.db.schema.Tables.VARIANT;
import static com.eyewearml.db.schema.Tables.VARIANT_PICTURE;

import com.eyewearml.db.Database;
import com.eyewearml.db.schema.tables.records.EyewearRecord;
import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.server.assets.Content;
import com.eyewearml.server.cache.SharedCache;
import com.eyewearml.server.cache.ShopAnswers;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** Writes the catalogue of a shop. Every method is one transaction: it happens wholly or not at all. */
public final class CatalogueWriter {
    private static final String OWN_ORIGIN = "CATALOGUE";

    private final Database database;
    private final SharedCache cache;

    /** Writes to that database and drops what the shared cache held of it. */
    public CatalogueWriter(Database database, SharedCache cache) {
        this.database = database;
        this.cache = cache;
    }

    /** Adds a shop. */
    public Shop addShop(String slug, String name, String currency) {
        UUID id = UUID.randomUUID();
        database.changeShop(id, db -> db.insertInto(SHOP)
                .set(SHOP.ID, id).set(SHOP.SLUG, slug).set(SHOP.NAME, name).set(SHOP.CURRENCY, currency).execute());
        return new Shop(id, slug, name, currency);
    }

    /** Keeps a model or a picture; the same bytes twice are one. */
    public void putAsset(Shop shop, Content content) {
        database.changeShop(shop.id(), db -> Assets.put(db, shop.id(), content));
    }

    /** Adds a picture to a variant, in place of one of the same view. Does nothing where the variant is gone. */
    public void putPicture(Shop shop, String sku, PictureView view, Content picture) {
        database.changeShop(shop.id(), db -> db.select(VARIANT.ID).from(VARIANT).where(VARIANT.SKU.eq(sku)).fetchOptional(VARIANT.ID)
                .ifPresent(variantId -> {
                    Assets.put(db, shop.id(), picture);
                    insert(db, shop, variantId, view, HexFormat.of().parseHex(picture.sha256()));
                }));
        cache.invalidate(ShopAnswers.key(shop.id()));
    }

    /** What {@link #replace} was last called with; empty at first. */
    public String revision(Shop shop) {
        return database.inShop(shop.id(), db -> db.select(SHOP.CATALOGUE_REVISION).from(SHOP).where(SHOP.ID.eq(shop.id()))
                .fetchSingle(SHOP.CATALOGUE_REVISION));
    }

    /**
     * Replaces the catalogue of the shop; frames that its members made stay. Models and pictures named in it must have been put before;
     * those no longer named go.
     *
     * @param revision names where the frames come from
     */
    public void replace(Shop shop, List<CatalogueFrame> frames, String revision) {
        database.changeShop(shop.id(), db -> {
            db.update(SHOP).set(SHOP.CATALOGUE_REVISION, revision).where(SHOP.ID.eq(shop.id())).execute();
            db.deleteFrom(EYEWEAR).where(EYEWEAR.SHOP_ID.eq(shop.id())).and(EYEWEAR.ORIGIN.eq(OWN_ORIGIN)).execute();
            for (int i = 0; i < frames.size(); i++) {
                insert(db, shop, frames.get(i), i);
            }
            db.deleteFrom(ASSET).where(ASSET.SHOP_ID.eq(shop.id()))
                    .and(ASSET.SHA256.notIn(db.select(VARIANT.MODEL_SHA256).from(VARIANT).where(VARIANT.MODEL_SHA256.isNotNull())))
                    .and(ASSET.SHA256.notIn(db.select(VARIANT_PICTURE.SHA256).from(VARIANT_PICTURE)))
                    .and(ASSET.SHA256.notIn(db.select(FRAME_IMPORT.MODEL_SHA256).from(FRAME_IMPORT).where(FRAME_IMPORT.MODEL_SHA256.isNotNull())))
                    .execute();
        });
        cache.invalidate(ShopAnswers.key(shop.id()));
    }

    private static void insert(DSLContext db, Shop shop, CatalogueFrame frame, int position) {
        FrameDimensions size = frame.dimensions();
        EyewearRecord row = db.newRecord(EYEWEAR);
        row.setId(UUID.randomUUID());
        row.setShopId(shop.id());
        row.setSlug(frame.slug());
        row.setName(frame.name());
        row.setDescription(frame.description());
        row.setShape(frame.shape().name());
        row.setRimType(frame.rimType().name());
        row.setMaterial(frame.material().name());
        row.setLensWidthMm(size.lensWidthMm());
        row.setLensHeightMm(size.lensHeightMm());
        row.setDblMm(size.dblMm());
        row.setTempleLengthMm(size.templeLengthMm());
        row.setTotalWidthMm(size.totalWidthMm());
        row.setPantoscopicTiltRad(size.pantoscopicTiltRad());
        row.setWrapAngleRad(size.wrapAngleRad());
        row.setSortPosition(position);
        row.insert();
        for (int i = 0; i < frame.variants().size(); i++) {
            insert(db, shop, row.getId(), frame.variants().get(i), i);
        }
    }

    private static void insert(DSLContext db, Shop shop, UUID eyewearId, CatalogueVariant variant, int position) {
        UUID id = UUID.randomUUID();
        db.insertInto(VARIANT)
                .set(VARIANT.ID, id)
                .set(VARIANT.SHOP_ID, shop.id())
                .set(VARIANT.EYEWEAR_ID, eyewearId)
                .set(VARIANT.SKU, variant.sku())
                .set(VARIANT.COLOUR_NAME, variant.colourName())
                .set(VARIANT.SWATCH, variant.swatch())
                .set(VARIANT.SUN, variant.sun())
                .set(VARIANT.MODEL_SHA256, variant.modelSha256().map(HexFormat.of()::parseHex).orElse(null))
                .set(VARIANT.SORT_POSITION, position)
                .execute();
        variant.pictures().forEach((view, sha256) -> insert(db, shop, id, view, HexFormat.of().parseHex(sha256)));
        db.insertInto(PRICE)
                .set(PRICE.SHOP_ID, shop.id())
                .set(PRICE.VARIANT_ID, id)
                .set(PRICE.CURRENCY, variant.price().currency())
                .set(PRICE.AMOUNT_MINOR, variant.price().amountMinor())
                .execute();
    }

    private static void insert(DSLContext db, Shop shop, UUID variantId, PictureView view, byte[] sha256) {
        db.insertInto(VARIANT_PICTURE)
                .set(VARIANT_PICTURE.SHOP_ID, shop.id())
                .set(VARIANT_PICTURE.VARIANT_ID, variantId)
                .set(VARIANT_PICTURE.VIEW, view.name())
                .set(VARIANT_PICTURE.SHA256, sha256)
                .onConflict(VARIANT_PICTURE.SHOP_ID, VARIANT_PICTURE.VARIANT_ID, VARIANT_PICTURE.VIEW)
                .doUpdate().set(VARIANT_PICTURE.SHA256, sha256).execute();
    }
}
