package com.eyewearml.server.products;

import static com.eyewearml.db.schema.Tables.PRODUCT;
import static com.eyewearml.db.schema.Tables.PRODUCT_IMAGE;
import static com.eyewearml.db.schema.Tables.PRODUCT_VARIANT;
import static com.eyewearml.db.schema.Tables.SHOP;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.excluded;

import com.eyewearml.db.schema.tables.records.ProductRecord;
import com.eyewearml.server.jobs.JobQueue;
import com.eyewearml.server.jobs.JobRequest;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.PlatformImage;
import com.eyewearml.server.platform.PlatformProduct;
import com.eyewearml.server.platform.StockItem;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Row2;
import org.jooq.Row5;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;

/** Products of shops as their platforms tell them. What an older event says is never written over what a newer one said. */
public final class ProductStore {
    /** Longer than a request to a platform may take. */
    private static final Duration SETTLING = Duration.ofSeconds(15);

    private static final Field<String> ITEM_ID = DSL.field(DSL.name("item", "id"), String.class);
    private static final Field<OffsetDateTime> ITEM_UPDATED_AT = DSL.field(DSL.name("item", "updated_at"), OffsetDateTime.class);
    /** Kind of the job that looks for frames of what has come or changed. */
    public static final String SUGGEST_JOB = "suggest-frames";

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
                .where(PRODUCT.PLATFORM_UPDATED_AT.lt(excluded(PRODUCT.PLATFORM_UPDATED_AT))
                        .or(PRODUCT.PLATFORM_UPDATED_AT.eq(excluded(PRODUCT.PLATFORM_UPDATED_AT)).and(unsettled())))
                .returning(PRODUCT.ID, PRODUCT.PLATFORM_PRODUCT_ID)
                .fetchMap(PRODUCT.ID, row -> byId.get(row.getPlatformProductId()));
        if (written.size() < byId.size()) {
            confirm(transaction, connection, byId.keySet());
        }
        if (!written.isEmpty()) {
            String currency = transaction.select(SHOP.CURRENCY).from(SHOP).where(SHOP.ID.eq(connection.shopId()))
                    .fetchSingle(SHOP.CURRENCY);
            ProductVariants.replace(transaction, connection.shopId(), currency, written);
            replaceImages(transaction, connection.shopId(), written);
            JobQueue.add(transaction, connection.shopId(), new JobRequest(SUGGEST_JOB, "all", JsonValue.EMPTY_JSON_OBJECT, Instant.now()));
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
        changes.put(PRODUCT.CONFIRMED_AT, currentOffsetDateTime());
        return changes;
    }

    /** Whether it was read so soon after its last change that the same second may hold another one: some platforms tell no more. */
    private static Condition unsettled() {
        return PRODUCT.DELETED_AT.isNull()
                .and(PRODUCT.CONFIRMED_AT.lt(PRODUCT.PLATFORM_UPDATED_AT.plus(DayToSecond.valueOf(SETTLING))));
    }

    /** Notes in a transaction of its shop that products which are not deleted are there yet. */
    public static void confirm(DSLContext transaction, Connection connection, Collection<String> platformProductIds) {
        transaction.update(PRODUCT).set(PRODUCT.CONFIRMED_AT, currentOffsetDateTime())
                .where(PRODUCT.CONNECTION_ID.eq(connection.id())).and(PRODUCT.PLATFORM_PRODUCT_ID.in(platformProductIds))
                .and(PRODUCT.DELETED_AT.isNull()).execute();
    }

    /** Brings back in a transaction of its shop a product that its store was just found to have; false where it was not deleted. */
    public static boolean restore(DSLContext transaction, Connection connection, String platformProductId) {
        return transaction.update(PRODUCT).setNull(PRODUCT.DELETED_AT).set(PRODUCT.CONFIRMED_AT, currentOffsetDateTime())
                .where(PRODUCT.CONNECTION_ID.eq(connection.id())).and(PRODUCT.PLATFORM_PRODUCT_ID.eq(platformProductId))
                .and(PRODUCT.DELETED_AT.isNotNull()).execute() == 1;
    }

    /** Products that nobody confirmed since then: the store may have them no more. */
    static List<String> unconfirmed(DSLContext transaction, Connection connection, OffsetDateTime since, int limit) {
        return transaction.select(PRODUCT.PLATFORM_PRODUCT_ID).from(PRODUCT).where(PRODUCT.CONNECTION_ID.eq(connection.id()))
                .and(PRODUCT.DELETED_AT.isNull()).and(PRODUCT.CONFIRMED_AT.lt(since))
                .orderBy(PRODUCT.PLATFORM_PRODUCT_ID).limit(limit).fetch(PRODUCT.PLATFORM_PRODUCT_ID);
    }

    /** Ids among those of a store's products that we have as they are there. */
    static Set<String> current(DSLContext transaction, Connection connection, List<StockItem> items) {
        return items.isEmpty() ? Set.of() : transaction.select(PRODUCT.PLATFORM_PRODUCT_ID).from(PRODUCT).join(table(items))
                .on(PRODUCT.PLATFORM_PRODUCT_ID.eq(ITEM_ID)).where(PRODUCT.CONNECTION_ID.eq(connection.id()))
                .and(isAsNewAs(ITEM_UPDATED_AT)).fetchSet(PRODUCT.PLATFORM_PRODUCT_ID);
    }

    /** Products of which one of those variants changed since. */
    static Set<String> ofNewerVariants(DSLContext transaction, Connection connection, List<StockItem> variants) {
        return variants.isEmpty() ? Set.of() : transaction.selectDistinct(PRODUCT.PLATFORM_PRODUCT_ID).from(PRODUCT)
                .join(PRODUCT_VARIANT).on(PRODUCT_VARIANT.PRODUCT_ID.eq(PRODUCT.ID))
                .join(table(variants)).on(PRODUCT_VARIANT.PLATFORM_VARIANT_ID.eq(ITEM_ID))
                .where(PRODUCT.CONNECTION_ID.eq(connection.id())).and(PRODUCT.DELETED_AT.isNull())
                .and(PRODUCT.PLATFORM_UPDATED_AT.lt(ITEM_UPDATED_AT)).fetchSet(PRODUCT.PLATFORM_PRODUCT_ID);
    }

    private static Table<?> table(List<StockItem> items) {
        return DSL.values(items.stream().map(item -> DSL.row(item.id(), utc(item.updatedAt()))).toArray(Row2[]::new))
                .as("item", "id", "updated_at");
    }

    private static Condition isAsNewAs(Field<OffsetDateTime> time) {
        return PRODUCT.DELETED_AT.isNull().and(PRODUCT.PLATFORM_UPDATED_AT.gt(time)
                .or(PRODUCT.PLATFORM_UPDATED_AT.eq(time).and(DSL.not(unsettled()))));
    }

    /** The product of which that is a variant, by their platform's ids. */
    static Optional<String> ofVariant(DSLContext transaction, Connection connection, String platformVariantId) {
        return transaction.select(PRODUCT.PLATFORM_PRODUCT_ID).from(PRODUCT)
                .join(PRODUCT_VARIANT).on(PRODUCT_VARIANT.PRODUCT_ID.eq(PRODUCT.ID))
                .where(PRODUCT.CONNECTION_ID.eq(connection.id())).and(PRODUCT.DELETED_AT.isNull())
                .and(PRODUCT_VARIANT.PLATFORM_VARIANT_ID.eq(platformVariantId)).limit(1).fetchOptional(PRODUCT.PLATFORM_PRODUCT_ID);
    }

    /** Removes a variant of a product in a transaction of its shop; false where it was not there. */
    static boolean deleteVariant(DSLContext transaction, Connection connection, String platformProductId, String platformVariantId) {
        return transaction.deleteFrom(PRODUCT_VARIANT).where(PRODUCT_VARIANT.PLATFORM_VARIANT_ID.eq(platformVariantId))
                .and(PRODUCT_VARIANT.PRODUCT_ID.eq(DSL.select(PRODUCT.ID).from(PRODUCT).where(PRODUCT.CONNECTION_ID.eq(connection.id()))
                        .and(PRODUCT.PLATFORM_PRODUCT_ID.eq(platformProductId)))).execute() == 1;
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

    static OffsetDateTime utc(Instant instant) {
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
                .and(PRODUCT.PLATFORM_PRODUCT_ID.eq(platformProductId)).and(isAsNewAs(DSL.val(utc(updatedAt)))));
    }

    /** Marks a product as gone in a transaction of its shop; false where it was already, or never there. */
    public static boolean delete(DSLContext transaction, Connection connection, String platformProductId) {
        return transaction.update(PRODUCT).set(PRODUCT.DELETED_AT, currentOffsetDateTime())
                .where(PRODUCT.CONNECTION_ID.eq(connection.id())).and(PRODUCT.PLATFORM_PRODUCT_ID.eq(platformProductId))
                .and(PRODUCT.DELETED_AT.isNull()).execute() == 1;
    }
}
