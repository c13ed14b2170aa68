package com.eyewearml.server.products;

import static com.eyewearml.db.schema.Tables.PRODUCT_VARIANT;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.row;

import com.eyewearml.server.platform.PlatformProduct;
import com.eyewearml.server.platform.PlatformVariant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Row2;
import org.jooq.Row7;

/** Variants of products. One that stays keeps its id, and with it the frame it is linked to. */
final class ProductVariants {
    static final int ROWS_PER_STATEMENT = 1000;

    private ProductVariants() { }

    /** Makes the variants of products what their platform says; others of these products are removed. */
    static void replace(DSLContext transaction, UUID shopId, String currency, Map<UUID, PlatformProduct> products) {
        List<Row7<UUID, UUID, String, String, String, String, Long>> rows = new ArrayList<>();
        List<Row2<UUID, String>> kept = new ArrayList<>();
        products.forEach((id, product) -> {
            for (PlatformVariant variant : product.variants()) {
                kept.add(row(id, variant.id()));
                rows.add(row(shopId, id, variant.id(), variant.title(), variant.sku().strip(), Gtin.parse(variant.barcode()).orElse(""),
                        amountMinor(variant.price(), currency)));
            }
        });
        transaction.deleteFrom(PRODUCT_VARIANT).where(PRODUCT_VARIANT.PRODUCT_ID.in(products.keySet()))
                .and(row(PRODUCT_VARIANT.PRODUCT_ID, PRODUCT_VARIANT.PLATFORM_VARIANT_ID).notIn(kept)).execute();
        for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
            transaction.insertInto(PRODUCT_VARIANT, PRODUCT_VARIANT.SHOP_ID, PRODUCT_VARIANT.PRODUCT_ID, PRODUCT_VARIANT.PLATFORM_VARIANT_ID,
                            PRODUCT_VARIANT.TITLE, PRODUCT_VARIANT.SKU, PRODUCT_VARIANT.GTIN, PRODUCT_VARIANT.AMOUNT_MINOR)
                    .valuesOfRows(rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT)))
                    .onConflict(PRODUCT_VARIANT.SHOP_ID, PRODUCT_VARIANT.PRODUCT_ID, PRODUCT_VARIANT.PLATFORM_VARIANT_ID).doUpdate()
                    .set(PRODUCT_VARIANT.TITLE, excluded(PRODUCT_VARIANT.TITLE))
                    .set(PRODUCT_VARIANT.SKU, excluded(PRODUCT_VARIANT.SKU))
                    .set(PRODUCT_VARIANT.GTIN, excluded(PRODUCT_VARIANT.GTIN))
                    .set(PRODUCT_VARIANT.AMOUNT_MINOR, excluded(PRODUCT_VARIANT.AMOUNT_MINOR)).execute();
        }
    }

    private static Long amountMinor(Optional<BigDecimal> price, String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return price.map(amount -> amount.setScale(digits, RoundingMode.HALF_EVEN).movePointRight(digits).longValueExact()).orElse(null);
    }
}
