package com.eyewearml.server.admin;

import static com.eyewearml.db.schema.Tables.FRAME_LINK;
import static com.eyewearml.db.schema.Tables.PRODUCT;
import static com.eyewearml.db.schema.Tables.PRODUCT_IMAGE;
import static com.eyewearml.db.schema.Tables.PRODUCT_VARIANT;

import com.eyewearml.db.schema.tables.records.ProductRecord;
import com.eyewearml.server.products.FrameSize;
import java.util.List;
import java.util.OptionalDouble;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * A page of products.
 *
 * @param query what was asked for
 * @param rows  products, by title
 * @param total how many there are on all pages
 */
public record ProductList(ProductQuery query, List<ProductRow> rows, int total) {
    /** Reads it in a transaction of the shop. */
    static ProductList read(DSLContext db, ProductQuery query) {
        Field<Integer> variants = DSL.field(DSL.selectCount().from(PRODUCT_VARIANT).where(PRODUCT_VARIANT.PRODUCT_ID.eq(PRODUCT.ID)));
        Field<Integer> linked = DSL.field(DSL.selectCount().from(PRODUCT_VARIANT).join(FRAME_LINK)
                .on(FRAME_LINK.PRODUCT_VARIANT_ID.eq(PRODUCT_VARIANT.ID)).where(PRODUCT_VARIANT.PRODUCT_ID.eq(PRODUCT.ID)));
        Field<String> image = DSL.field(DSL.select(PRODUCT_IMAGE.SOURCE_URL).from(PRODUCT_IMAGE)
                .where(PRODUCT_IMAGE.PRODUCT_ID.eq(PRODUCT.ID)).orderBy(PRODUCT_IMAGE.SORT_POSITION).limit(1));
        List<ProductRow> rows = db.select(PRODUCT.fields()).select(variants, linked, image).from(PRODUCT).where(query.condition())
                .orderBy(PRODUCT.TITLE, PRODUCT.ID).limit(ProductQuery.PAGE_SIZE).offset(query.offset())
                .fetch(row -> {
                    ProductRecord product = row.into(PRODUCT);
                    return new ProductRow(product.getId(), product.getTitle(), product.getVendor(), https(row.get(image)), size(product),
                            product.getEyewear(), row.get(variants), row.get(linked));
                });
        return new ProductList(query, rows, db.fetchCount(PRODUCT, query.condition()));
    }

    /** Pictures of other schemes are not shown: the page's policy forbids them. */
    static String https(String url) {
        return url != null && url.startsWith("https://") ? url : "";
    }

    static FrameSize size(ProductRecord product) {
        return new FrameSize(length(product.getLensWidthMm()), length(product.getLensHeightMm()), length(product.getDblMm()),
                length(product.getTempleLengthMm()));
    }

    private static OptionalDouble length(Double mm) {
        return mm == null ? OptionalDouble.empty() : OptionalDouble.of(mm);
    }

    /** Pages there are, one at least. */
    public int pages() {
        return Math.max(1, (total + ProductQuery.PAGE_SIZE - 1) / ProductQuery.PAGE_SIZE);
    }
}
