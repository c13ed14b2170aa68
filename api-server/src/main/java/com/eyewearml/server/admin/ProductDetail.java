package com.eyewearml.server.admin;

import static com.eyewearml.db.schema.Tables.EYEWEAR;
import static com.eyewearml.db.schema.Tables.FRAME_LINK;
import static com.eyewearml.db.schema.Tables.PLATFORM_CONNECTION;
import static com.eyewearml.db.schema.Tables.PRODUCT;
import static com.eyewearml.db.schema.Tables.PRODUCT_IMAGE;
import static com.eyewearml.db.schema.Tables.PRODUCT_VARIANT;
import static com.eyewearml.db.schema.Tables.VARIANT;

import com.eyewearml.db.schema.tables.records.ProductRecord;
import com.eyewearml.server.catalog.Shop;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.products.FrameSize;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * A product in full.
 *
 * @param id        of the product
 * @param title     as the store has it
 * @param vendor    maker
 * @param type      as the store calls it
 * @param tags      of the store
 * @param storeUrl  its page in the shop; empty where there is none
 * @param platform  where the store is
 * @param changedAt when the store last changed it
 * @param eyewear   whether it looks like glasses
 * @param size      found in its texts
 * @param images    addresses of its pictures at the store, with their descriptions
 * @param variants  of the product
 */
public record ProductDetail(UUID id, String title, String vendor, String type, List<String> tags, String storeUrl, String platform,
                            Instant changedAt, boolean eyewear, FrameSize size, List<Image> images, List<VariantRow> variants) {
    private static final int MOST_IMAGES = 6;

    /** A picture at the store. */
    public record Image(String url, String description) { }

    /**
     * A variant.
     *
     * @param id       of the variant
     * @param title    of the variant, empty where there is only one
     * @param sku      empty where the store gave none
     * @param gtin     likewise
     * @param price    with its currency; empty where the store gave none
     * @param colourId of the frame's colour that is tried on for it; empty where nothing is
     * @param frame    its name; likewise
     * @param linkedBy how that was found
     */
    public record VariantRow(UUID id, String title, String sku, String gtin, String price, String colourId, String frame,
                             String linkedBy) { }

    /** Reads it in a transaction of the shop. */
    static Optional<ProductDetail> read(DSLContext db, Shop shop, UUID id) {
        return db.selectFrom(PRODUCT).where(PRODUCT.ID.eq(id)).and(Overview.PRESENT).fetchOptional().map(row -> of(db, shop, row));
    }

    private static ProductDetail of(DSLContext db, Shop shop, ProductRecord row) {
        Platform platform = Platform.valueOf(db.select(PLATFORM_CONNECTION.PLATFORM).from(PLATFORM_CONNECTION)
                .where(PLATFORM_CONNECTION.ID.eq(row.getConnectionId())).fetchSingle(PLATFORM_CONNECTION.PLATFORM));
        List<Image> images = db.selectFrom(PRODUCT_IMAGE).where(PRODUCT_IMAGE.PRODUCT_ID.eq(row.getId()))
                .orderBy(PRODUCT_IMAGE.SORT_POSITION).limit(MOST_IMAGES)
                .fetch(image -> new Image(ProductList.https(image.getSourceUrl()), image.getAltText()))
                .stream().filter(image -> !image.url().isEmpty()).toList();
        List<VariantRow> variants = db.select(PRODUCT_VARIANT.ID, PRODUCT_VARIANT.TITLE, PRODUCT_VARIANT.SKU, PRODUCT_VARIANT.GTIN,
                        PRODUCT_VARIANT.AMOUNT_MINOR, EYEWEAR.NAME, VARIANT.COLOUR_NAME, FRAME_LINK.LINKED_BY, VARIANT.ID)
                .from(PRODUCT_VARIANT)
                .leftJoin(FRAME_LINK).on(FRAME_LINK.PRODUCT_VARIANT_ID.eq(PRODUCT_VARIANT.ID))
                .leftJoin(VARIANT).on(VARIANT.ID.eq(FRAME_LINK.VARIANT_ID)).leftJoin(EYEWEAR).on(EYEWEAR.ID.eq(VARIANT.EYEWEAR_ID))
                .where(PRODUCT_VARIANT.PRODUCT_ID.eq(row.getId())).orderBy(PRODUCT_VARIANT.TITLE, PRODUCT_VARIANT.ID)
                .fetch(variant -> new VariantRow(variant.value1(), variant.value2(), variant.value3(), variant.value4(),
                        price(variant.value5(), shop.currency()), variant.value9() == null ? "" : variant.value9().toString(),
                        variant.value6() == null ? "" : variant.value6() + ", " + variant.value7(), linkedBy(variant.value8())));
        return new ProductDetail(row.getId(), row.getTitle(), row.getVendor(), row.getProductType(), List.of(row.getTags()),
                ProductList.https(row.getProductUrl()), ConnectionView.name(platform), row.getPlatformUpdatedAt().toInstant(), row.getEyewear(),
                ProductList.size(row), images, variants);
    }

    private static String price(Long amountMinor, String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return amountMinor == null ? "" : BigDecimal.valueOf(amountMinor, digits).toPlainString() + " " + currency;
    }

    private static String linkedBy(String how) {
        return how == null ? "" : switch (how) {
            case "SKU" -> "same SKU";
            case "GTIN" -> "same GTIN";
            case "SUGGESTION" -> "suggested";
            default -> "chosen by hand";
        };
    }

    /** Length of one kind, or that it was not found. */
    public String lensWidth() {
        return SizeText.mm(size.lensWidthMm());
    }

    /** Likewise. */
    public String lensHeight() {
        return SizeText.mm(size.lensHeightMm());
    }

    /** Likewise. */
    public String bridge() {
        return SizeText.mm(size.dblMm());
    }

    /** Likewise. */
    public String temple() {
        return SizeText.mm(size.templeLengthMm());
    }

    /** Variants that nobody can try on yet. */
    public long gaps() {
        return variants.stream().filter(variant -> variant.frame().isEmpty()).count();
    }
}
