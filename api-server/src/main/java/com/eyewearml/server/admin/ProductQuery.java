package com.eyewearml.server.admin;

import static com.eyewearml.db.schema.Tables.PRODUCT;
import static com.eyewearml.db.schema.Tables.PRODUCT_VARIANT;

import io.helidon.common.parameters.Parameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * Which products somebody looks at.
 *
 * @param words  of title, maker, SKU or GTIN; empty for all
 * @param filter which of them
 * @param page   counted from 1
 */
public record ProductQuery(String words, Filter filter, int page) {
    static final int PAGE_SIZE = 40;
    private static final int LONGEST = 100;
    private static final int LAST_PAGE = 100_000;

    /** Kinds of products. */
    public enum Filter {
        GLASSES("Glasses"), GAPS("Need a frame"), READY("Can be tried on"), UNSIZED("Size unknown"), OTHER("Not glasses"), ALL("Everything");

        private final String label;

        Filter(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }

        /** As addresses name it. */
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        Condition condition() {
            return switch (this) {
                case GLASSES -> Overview.GLASSES;
                case GAPS -> Overview.GLASSES.and(DSL.not(Overview.READY));
                case READY -> Overview.READY;
                case UNSIZED -> Overview.GLASSES.and(Overview.UNSIZED);
                case OTHER -> DSL.not(Overview.GLASSES);
                case ALL -> DSL.noCondition();
            };
        }
    }

    static ProductQuery of(Parameters query) {
        String words = query.first("q").orElse("").strip();
        String filter = query.first("show").orElse("");
        return new ProductQuery(words.substring(0, Math.min(LONGEST, words.length())).replace("\0", ""),
                Arrays.stream(Filter.values()).filter(known -> known.value().equals(filter)).findFirst().orElse(Filter.GLASSES),
                page(query.first("page").orElse("1")));
    }

    private static int page(String text) {
        return text.matches("[1-9][0-9]{0,5}") ? Math.min(LAST_PAGE, Integer.parseInt(text)) : 1;
    }

    /** What products must be like. */
    Condition condition() {
        Condition condition = Overview.PRESENT.and(filter.condition());
        if (words.isEmpty()) {
            return condition;
        }
        Condition variant = DSL.exists(DSL.selectOne().from(PRODUCT_VARIANT).where(PRODUCT_VARIANT.PRODUCT_ID.eq(PRODUCT.ID))
                .and(PRODUCT_VARIANT.SKU.containsIgnoreCase(words).or(PRODUCT_VARIANT.GTIN.eq(words))));
        return condition.and(PRODUCT.TITLE.containsIgnoreCase(words).or(PRODUCT.VENDOR.containsIgnoreCase(words)).or(variant));
    }

    int offset() {
        return (page - 1) * PAGE_SIZE;
    }

    /** The part of an address behind the question mark that asks for this with another page. */
    public String at(int otherPage) {
        return "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&show=" + filter.value() + "&page=" + otherPage;
    }

    /** Likewise with another filter, from the first page. */
    public String showing(Filter other) {
        return new ProductQuery(words, other, 1).at(1);
    }
}
