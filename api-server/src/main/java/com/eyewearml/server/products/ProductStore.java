package com.eyewearml.server.products;

import static com.eyewearml.db.schema.Tables.PRODUCT;
import static com.eyewearml.db.schema.Tables.PRODUCT_IMAGE;
import static com.eyewearml.db.schema.Tables.SHOP;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.excluded;

import com.eyewearml.db.schema.tables.records.ProductRecord;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.PlatformImage;
import com.eyewearml.server.platform.PlatformProduct;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Row5;
import org.jooq.impl.DSL;

/** Products of shops as their platforms tell them. What an older event says is never written over what a newer one said. */
public final class ProductStore {
    private ProductStore() { }

    /**
     * Writes products in a transaction of the connection's shop: some statements for all of them.
     *
     * @return how many were new, or newer than what was there
     */
    public static int upsert(DSLContext transaction, Connection connection, Collection<PlatformProduct> products) {
        Map<String, PlatformProduct> byId = products.stream().collect(Collectors.toMap(PlatformProduct::id, product -> product,
                (one, other) -> one.updatedAt().isAfter(other.updatedAt()) ? one : other, LinkedHashMap::new));
        if (byId.isEmpty()) {
            return 0;
        }
        // In one order everywhere, so that two writers of the same products do not wait for each other in a circle.
        List<ProductRecord> rows = byId.values().stream().sorted(Comparator.comparing(PlatformProduct::id))
                .map(product -> row(connection, product)).toList();
        Map<UUID, PlatformProduct> written = transaction.insertInto(PRODUCT).columns(columns())
                .valuesOfRows(rows.stream().map(row -> DSL.row(columns().stream().map(row::get).toList())).toList())
                .onConflict(PRODUCT.SHOP_ID, PRODUCT.CONNECTION_ID, PRODUCT.PLATFORM_PRODUCT_ID)
                .doUpdate().set(changes())
                .where(PRODUCT.PLATFORM_UPDATED_AT.lt(excluded(PRODUCT.PLATFORM_UPDATED_AT)))
                .returning(PRODUCT.ID, PRODUCT.PLATFORM_PRODUCT_ID)
                .fetchMap(PRODUCT.ID, row -> byId.get(row.getPlatformProductId()));
        if (!written.isEmpty()) {
            String currency = transaction.select(SHOP.CURRENCY).from(SHOP).where(SHOP.ID.eq(connection.shopId()))
                    .fetchSingle(SHOP.CURRENCY);
            ProductVariants.replace(transaction, connection.shopId(), currency, written);
            replaceImages(transaction, connection.shopId(), written);
        }
        return written.size();
    }

    private static List<Field<?>> columns() {
        return List.of(PRODUCT.SHOP_ID, PRODUCT.CONNECTION_ID, PRODUCT.PLATFORM_PRODUCT_ID, PRODUCT.TITLE, PRODUCT.HANDLE, PRODUCT.VENDOR,
                PRODUCT.PRODUCT_TYPE, PRODUCT.TAGS, PRODUCT.PRODUCT_URL, PRODUCT.PLATFORM_UPDATED_AT, PRODUCT.EYEWEAR,
                PRODUCT.LENS_WIDTH_MM, PRODUCT.LENS_HEIGHT_MM, PRODUCT.DBL_MM, PRODUCT.TEMPLE_LENGTH_MM);
    }

    private static Map<Field<?>, Object> changes() {
        Map<Field<?>, Object> changes = new LinkedHashMap<>();
        columns().stream().skip(3).forEach(column -> changes.put(column, excluded(column)));
        changes.put(PRODUCT.DELETED_AT, null);
        return changes;
    }

    private static ProductRecord row(Connection connection, PlatformProduct product) {
        FrameSize size = DimensionText.read(Stream.of(product.details(), List.of(product.title()), product.tags())
                .flatMap(List::stream).toList());
        ProductRecord row = new ProductRecord();
        row.setShopId(connection.shopId());
        row.setConnectionId(connection.id());
        row.setPlatformProductId(product.id());
        row.setTitle(product.title());
        row.setHandle(product.handle());
        row.setVendor(product.vendor());
        row.setProductType(product.productType());
        row.setTags(product.tags().toArray(String[]::new));
        row.setProductUrl(product.url());
        row.setPlatformUpdatedAt(utc(product.updatedAt()));
        row.setEyewear(EyewearWords.describe(product, size));
        row.setLensWidthMm(orNull(size.lensWidthMm()));
        row.setLensHeightMm(orNull(size.lensHeightMm()));
        row.setDblMm(orNull(size.dblMm()));
        row.setTempleLengthMm(orNull(size.templeLengthMm()));
        return row;
    }

    private static Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static void replaceImages(DSLContext transaction, UUID shopId, Map<UUID, PlatformProduct> products) {
        transaction.deleteFrom(PRODUCT_IMAGE).where(PRODUCT_IMAGE.PRODUCT_ID.in(products.keySet())).execute();
        List<Row5<UUID, UUID, Integer, String, String>> rows = new ArrayList<>();
        products.forEach((id, product) -> {
            int position = 0;
            for (PlatformImage image : product.images()) {
                rows.add(DSL.row(shopId, id, position++, image.url(), image.altText()));
            }
        });
        for (int from = 0; from < rows.size(); from += ProductVariants.ROWS_PER_STATEMENT) {
            transaction.insertInto(PRODUCT_IMAGE, PRODUCT_IMAGE.SHOP_ID, PRODUCT_IMAGE.PRODUCT_ID, PRODUCT_IMAGE.SORT_POSITION,
                            PRODUCT_IMAGE.SOURCE_URL, PRODUCT_IMAGE.ALT_TEXT)
                    .valuesOfRows(rows.subList(from, Math.min(rows.size(), from + ProductVariants.ROWS_PER_STATEMENT))).execute();
        }
    }

    /** Whether what is there is as new as that, or newer. */
    public static boolean isCurrent(DSLContext transaction, Connection connection, String platformProductId, Instant updatedAt) {
        return transaction.fetchExists(PRODUCT, PRODUCT.CONNECTION_ID.eq(connection.id())
                .and(PRODUCT.PLATFORM_PRODUCT_ID.eq(platformProductId)).and(PRODUCT.PLATFORM_UPDATED_AT.ge(utc(updatedAt)))
                .and(PRODUCT.DELETED_AT.isNull()));
    }

    /** Marks a product as gone in a transaction of its shop; false where it was already, or never there. */
    public static boolean delete(DSLContext transaction, Connection connection, String platformProductId) {
        return transaction.update(PRODUCT).set(PRODUCT.DELETED_AT, currentOffsetDateTime())
                .where(PRODUCT.CONNECTION_ID.eq(connection.id())).and(PRODUCT.PLATFORM_PRODUCT_ID.eq(platformProductId))
                .and(PRODUCT.DELETED_AT.isNull()).execute() == 1;
    }
}
