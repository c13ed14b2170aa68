package com.eyewearml.server.storefront;

import static com.eyewearml.db.schema.Tables.EYEWEAR;
import static com.eyewearml.db.schema.Tables.LENS_OPTION;
import static com.eyewearml.db.schema.Tables.PRODUCT;
import static com.eyewearml.db.schema.Tables.PRODUCT_LENS;
import static com.eyewearml.db.schema.Tables.PRODUCT_VARIANT;
import static com.eyewearml.db.schema.Tables.VARIANT;

import com.eyewearml.db.Database;
import com.eyewearml.db.schema.tables.pojos.LensOption;
import com.eyewearml.server.catalog.Shop;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.settings.StorefrontSettings;
import com.eyewearml.server.settings.StorefrontSettingsStore;
import com.eyewearml.server.storefront.Availability.Found;
import java.util.HexFormat;
import java.util.List;
import org.jooq.DSLContext;

/**
 * Everything a page needs to let somebody try on one product.
 *
 * @param frame    of the product that was asked for
 * @param colours  all colours of the frame that have a model, in the shop's order
 * @param lenses   the shop offers with it, in its order
 * @param settings of the shop
 */
record ProductConfiguration(Found frame, List<Colour> colours, List<LensOption> lenses, StorefrontSettings settings) {
    /** A colour of a frame; {@code swatch} is {@code #rrggbb}. */
    record Colour(String sku, String name, String swatch, boolean sun, String modelSha256) { }

    /** @throws RequestException with {@code PRODUCT_NOT_FOUND} */
    static ProductConfiguration read(Database database, Shop shop, String code) {
        return database.inShop(shop.id(), db -> {
            Found frame = Availability.of(db, List.of(code)).stream().findFirst().orElseThrow(() -> new RequestException(
                    ErrorCode.PRODUCT_NOT_FOUND, "No product with this SKU or GTIN has a frame with a model."));
            return new ProductConfiguration(frame, colours(db, frame),
                    lenses(db, code),
                    StorefrontSettingsStore.read(db));
        });
    }

    /** Those chosen for the product of that SKU or GTIN; all of the shop's where it names none. */
    private static List<LensOption> lenses(DSLContext db, String code) {
        List<LensOption> chosen = db.selectDistinct(LENS_OPTION.fields()).from(LENS_OPTION)
                .join(PRODUCT_LENS).on(PRODUCT_LENS.LENS_OPTION_ID.eq(LENS_OPTION.ID))
                .join(PRODUCT).on(PRODUCT.ID.eq(PRODUCT_LENS.PRODUCT_ID)).and(PRODUCT.DELETED_AT.isNull())
                .join(PRODUCT_VARIANT).on(PRODUCT_VARIANT.PRODUCT_ID.eq(PRODUCT.ID))
                .where(PRODUCT_VARIANT.SKU.eq(code).or(PRODUCT_VARIANT.GTIN.eq(code)))
                .orderBy(LENS_OPTION.SORT_POSITION, LENS_OPTION.NAME).fetchInto(LensOption.class);
        return chosen.isEmpty() ? db.selectFrom(LENS_OPTION).orderBy(LENS_OPTION.SORT_POSITION, LENS_OPTION.NAME).fetchInto(LensOption.class) : chosen;
    }

    private static List<Colour> colours(DSLContext db, Found frame) {
        return db.select(VARIANT.SKU, VARIANT.COLOUR_NAME, VARIANT.SWATCH, VARIANT.SUN, VARIANT.MODEL_SHA256).from(VARIANT)
                .join(EYEWEAR).on(EYEWEAR.SHOP_ID.eq(VARIANT.SHOP_ID)).and(EYEWEAR.ID.eq(VARIANT.EYEWEAR_ID))
                .where(EYEWEAR.SLUG.eq(frame.frame())).and(VARIANT.MODEL_SHA256.isNotNull())
                .orderBy(VARIANT.SORT_POSITION, VARIANT.SKU)
                .fetch(row -> new Colour(row.value1(), row.value2(), row.value3(), row.value4(), HexFormat.of().formatHex(row.value5())));
    }
}
