package com.eyewearml.server.frames;

import static com.eyewearml.db.schema.Tables.FRAME_LINK;
import static com.eyewearml.db.schema.Tables.FRAME_SUGGESTION;
import static com.eyewearml.db.schema.Tables.PRODUCT;
import static com.eyewearml.db.schema.Tables.PRODUCT_VARIANT;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import com.eyewearml.db.Database;
import com.eyewearml.db.schema.tables.pojos.Product;
import com.eyewearml.server.cache.SharedCache;
import com.eyewearml.server.cache.ShopAnswers;
import com.eyewearml.server.jobs.JobHandler;
import com.eyewearml.server.jobs.JobQueue;
import com.eyewearml.server.jobs.LeasedJob;
import com.eyewearml.server.jobs.Worker;
import com.eyewearml.server.products.FrameSize;
import com.eyewearml.server.products.ProductStore;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.InsertValuesStep4;
import org.jooq.JSON;

/**
 * Links a shop's products to its frames by SKU and GTIN, then suggests a first frame for each that looks like eyewear and has none. What
 * was suggested before stays as it is.
 */
public final class SuggestJob implements JobHandler {
    private static final int PAGE = 500;

    private final Database database;
    private final SharedCache cache;

    /** @param cache forgets what storefronts were answered */
    public SuggestJob(Database database, SharedCache cache) {
        this.database = database;
        this.cache = cache;
    }

    @Override
    public String kind() {
        return ProductStore.SUGGEST_JOB;
    }

    @Override
    public void run(LeasedJob job) {
        int linked = database.inShop(job.shopId(), db -> FrameLinks.linkByCodes(db, job.shopId()));
        if (linked > 0) {
            cache.invalidate(ShopAnswers.key(job.shopId()));
        }
        long done = 0;
        // Each page gets its suggestions and is not found again; so are products that come meanwhile.
        for (List<Product> page = page(job); !page.isEmpty(); page = page(job)) {
            List<Product> products = page;
            long after = done + products.size();
            database.changeShop(job.shopId(), db -> {
                suggest(db, job.shopId(), products);
                JobQueue.checkpoint(db, job, JsonValue.EMPTY_JSON_OBJECT, after, null, Worker.LEASE);
            });
            done = after;
        }
    }

    private List<Product> page(LeasedJob job) {
        return database.inShop(job.shopId(), SuggestJob::withoutFrame);
    }

    private static List<Product> withoutFrame(DSLContext db) {
        return db.selectFrom(PRODUCT).where(PRODUCT.EYEWEAR).and(PRODUCT.DELETED_AT.isNull())
                .and(notExists(selectOne().from(FRAME_SUGGESTION).where(FRAME_SUGGESTION.PRODUCT_ID.eq(PRODUCT.ID))))
                .and(notExists(selectOne().from(PRODUCT_VARIANT).join(FRAME_LINK).on(FRAME_LINK.PRODUCT_VARIANT_ID.eq(PRODUCT_VARIANT.ID))
                        .where(PRODUCT_VARIANT.PRODUCT_ID.eq(PRODUCT.ID))))
                .limit(PAGE).fetchInto(Product.class);
    }

    private static void suggest(DSLContext db, UUID shopId, List<Product> products) {
        InsertValuesStep4<?, UUID, UUID, JSON, String[]> insert = db.insertInto(FRAME_SUGGESTION, FRAME_SUGGESTION.SHOP_ID,
                FRAME_SUGGESTION.PRODUCT_ID, FRAME_SUGGESTION.SPEC, FRAME_SUGGESTION.REASONS);
        for (Product product : products) {
            SuggestedFrame suggested = SuggestedFrame.of(Stream.concat(Stream.of(product.title(), product.productType()),
                    Stream.of(product.tags())).toList(), new FrameSize(known(product.lensWidthMm()), known(product.lensHeightMm()),
                    known(product.dblMm()), known(product.templeLengthMm())));
            insert = insert.values(shopId, product.id(), JSON.json(FrameSpecJson.write(suggested.spec()).toString()),
                    suggested.reasons().toArray(String[]::new));
        }
        insert.onConflictDoNothing().execute();
    }

    private static OptionalDouble known(Double mm) {
        return mm == null ? OptionalDouble.empty() : OptionalDouble.of(mm);
    }
}
