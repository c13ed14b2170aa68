package com.eyewearml.server.catalog;

import static com.eyewearml.db.schema.Tables.ASSET;
import static com.eyewearml.db.schema.Tables.EYEWEAR;
import static com.eyewearml.db.schema.Tables.PRICE;
import static com.eyewearml.db.schema.Tables.SHOP;
import static com.eyewearml.db.schema.Tables.VARIANT;
import static com.eyewearml.db.schema.Tables.VARIANT_PICTURE;

import com.eyewearml.db.Database;
import com.eyewearml.db.Scope;
import com.eyewearml.db.schema.tables.pojos.Asset;
import com.eyewearml.db.schema.tables.pojos.Eyewear;
import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameMaterial;
import com.eyewearml.frame.FrameShape;
import com.eyewearml.frame.RimType;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads the catalogue of a shop. */
public final class CatalogueStore {
    private final Database database;

    /** Reads from that database. */
    public CatalogueStore(Database database) {
        this.database = database;
    }

    /** The shop of that slug. */
    public Optional<Shop> shop(String slug) {
        return database.in(Scope.slug(slug), db -> db.selectFrom(SHOP).where(SHOP.SLUG.eq(slug)).fetchOptional())
                .map(row -> new Shop(row.getId(), row.getSlug(), row.getName(), row.getCurrency()));
    }

    /** All frames that have a variant with a price in the shop's currency, in the shop's order. */
    public List<CatalogueFrame> frames(Shop shop) {
        return database.inShop(shop.id(), db -> select(db, shop, EYEWEAR.SHOP_ID.eq(shop.id())));
    }

    /** One of {@link #frames}. */
    public Optional<CatalogueFrame> frame(Shop shop, String slug) {
        return database.inShop(shop.id(), db -> select(db, shop, EYEWEAR.SLUG.eq(slug))).stream().findFirst();
    }

    /** The one of {@link #frames} that has a variant of that SKU. */
    public Optional<CatalogueFrame> frameOfSku(Shop shop, String sku) {
        return database.inShop(shop.id(), db -> select(db, shop,
                EYEWEAR.ID.in(db.select(VARIANT.EYEWEAR_ID).from(VARIANT).where(VARIANT.SKU.eq(sku))))).stream().findFirst();
    }

    /** A model or picture of the shop. */
    public Optional<Asset> asset(Shop shop, byte[] sha256) {
        return database.inShop(shop.id(), db -> db.selectFrom(ASSET).where(ASSET.SHA256.eq(sha256)).fetchOptionalInto(Asset.class));
    }

    private static List<CatalogueFrame> select(DSLContext db, Shop shop, Condition wanted) {
        Map<UUID, Map<PictureView, String>> pictures = pictures(db, wanted);
        Map<UUID, List<CatalogueVariant>> variants = db.select(VARIANT.fields()).select(PRICE.AMOUNT_MINOR).from(VARIANT)
                .join(PRICE).on(PRICE.VARIANT_ID.eq(VARIANT.ID)).and(PRICE.CURRENCY.eq(shop.currency()))
                .join(EYEWEAR).on(EYEWEAR.ID.eq(VARIANT.EYEWEAR_ID))
                .where(wanted)
                .orderBy(VARIANT.SORT_POSITION, VARIANT.SKU)
                .fetchGroups(VARIANT.EYEWEAR_ID, row -> variant(row, shop.currency(), pictures.getOrDefault(row.get(VARIANT.ID), Map.of())));
        return db.selectFrom(EYEWEAR).where(wanted).and(EYEWEAR.ID.in(variants.keySet()))
                .orderBy(EYEWEAR.SORT_POSITION, EYEWEAR.SLUG).fetchInto(Eyewear.class).stream()
                .map(eyewear -> frame(eyewear, variants.get(eyewear.id()))).toList();
    }

    private static Map<UUID, Map<PictureView, String>> pictures(DSLContext db, Condition wanted) {
        return db.select(VARIANT_PICTURE.VARIANT_ID, VARIANT_PICTURE.VIEW, VARIANT_PICTURE.SHA256).from(VARIANT_PICTURE)
                .join(VARIANT).on(VARIANT.ID.eq(VARIANT_PICTURE.VARIANT_ID))
                .join(EYEWEAR).on(EYEWEAR.ID.eq(VARIANT.EYEWEAR_ID))
                .where(wanted)
                .collect(Collectors.groupingBy(row -> row.get(VARIANT_PICTURE.VARIANT_ID), Collectors.toMap(
                        row -> PictureView.valueOf(row.get(VARIANT_PICTURE.VIEW)),
                        row -> HexFormat.of().formatHex(row.get(VARIANT_PICTURE.SHA256)))));
    }

    private static CatalogueVariant variant(Record row, String currency, Map<PictureView, String> pictures) {
        return new CatalogueVariant(row.get(VARIANT.SKU), row.get(VARIANT.COLOUR_NAME), row.get(VARIANT.SWATCH), row.get(VARIANT.SUN),
                Optional.ofNullable(row.get(VARIANT.MODEL_SHA256)).map(HexFormat.of()::formatHex), pictures,
                new Money(row.get(PRICE.AMOUNT_MINOR), currency));
    }

    private static CatalogueFrame frame(Eyewear row, List<CatalogueVariant> variants) {
        return new CatalogueFrame(row.slug(), row.name(), row.description(), FrameShape.valueOf(row.shape()),
                RimType.valueOf(row.rimType()), FrameMaterial.Kind.valueOf(row.material()),
                new FrameDimensions(row.lensWidthMm(), row.lensHeightMm(), row.dblMm(), row.templeLengthMm(), row.totalWidthMm(),
                        row.pantoscopicTiltRad(), row.wrapAngleRad()),
                variants);
    }
}
