package com.eyewearml.server.shop;

import com.eyewearml.frame.FrameShape;
import com.eyewearml.server.catalog.CatalogueFrame;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What of the catalogue the shopper wants to see, and in which order. Values nobody offers count as "any".
 *
 * @param kind  lenses
 * @param shape outline
 * @param sort  order
 */
record ListQuery(Optional<Kind> kind, Optional<FrameShape> shape, Sort sort) {
    /** By lenses. */
    enum Kind {
        OPTICAL("optical", "Optical"), SUN("sun", "Sunglasses");

        final String value;
        final String label;

        Kind(String value, String label) {
            this.value = value;
            this.label = label;
        }

        /** A frame sold with both kinds of lenses is of both kinds. */
        boolean holds(CatalogueFrame frame) {
            return frame.variants().stream().anyMatch(variant -> variant.sun() == (this == SUN));
        }
    }

    /** Orders offered. */
    enum Sort {
        FEATURED("", "Featured", null),
        PRICE("price", "Price", Comparator.comparingLong(frame -> frame.variants().getFirst().price().amountMinor())),
        WIDTH("width", "Narrow to wide", Comparator.comparingDouble(frame -> frame.dimensions().totalWidthMm())),
        NAME("name", "Name", Comparator.comparing(CatalogueFrame::name));

        final String value;
        final String label;
        private final Comparator<CatalogueFrame> order;

        Sort(String value, String label, Comparator<CatalogueFrame> order) {
            this.value = value;
            this.label = label;
            this.order = order;
        }
    }

    static ListQuery parse(Optional<String> kind, Optional<String> shape, Optional<String> sort) {
        return new ListQuery(
                kind.flatMap(wanted -> List.of(Kind.values()).stream().filter(k -> k.value.equals(wanted)).findFirst()),
                shape.flatMap(wanted -> List.of(FrameShape.values()).stream().filter(s -> value(s).equals(wanted)).findFirst()),
                sort.flatMap(wanted -> List.of(Sort.values()).stream().filter(s -> s.value.equals(wanted)).findFirst())
                        .orElse(Sort.FEATURED));
    }

    static String value(FrameShape shape) {
        return shape.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    List<CatalogueFrame> select(List<CatalogueFrame> frames) {
        List<CatalogueFrame> selected = frames.stream()
                .filter(frame -> kind.isEmpty() || kind.get().holds(frame))
                .filter(frame -> shape.isEmpty() || frame.shape() == shape.get()).toList();
        return sort.order == null ? selected : selected.stream().sorted(sort.order).toList();
    }

    boolean unfiltered() {
        return kind.isEmpty() && shape.isEmpty() && sort == Sort.FEATURED;
    }

    ListQuery withKind(Optional<Kind> wanted) {
        return new ListQuery(wanted, shape, sort);
    }

    ListQuery withShape(Optional<FrameShape> wanted) {
        return new ListQuery(kind, wanted, sort);
    }

    ListQuery withSort(Sort wanted) {
        return new ListQuery(kind, shape, wanted);
    }

    String url() {
        StringJoiner query = new StringJoiner("&", "/?", "").setEmptyValue("/");
        kind.ifPresent(k -> query.add("kind=" + k.value));
        shape.ifPresent(s -> query.add("shape=" + value(s)));
        if (sort != Sort.FEATURED) {
            query.add("sort=" + sort.value);
        }
        return query.toString();
    }
}
