package com.eyewearml.server.shop;

import com.eyewearml.frame.FrameShape;
import com.eyewearml.server.catalog.CatalogueFrame;
import com.eyewearml.server.catalog.CatalogueVariant;
import com.eyewearml.server.catalog.Shop;
import com.eyewearml.server.shop.ListQuery.Kind;
import com.eyewearml.server.shop.ListQuery.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns frames into what the product list shows. */
final class ListViews {
    private final ProductViews products;

    ListViews(ProductViews products) {
        this.products = products;
    }

    /** @param frames the whole catalogue, not empty */
    ListView view(Shop shop, List<CatalogueFrame> frames, ListQuery query) {
        return new ListView(title(query), query.unfiltered(), query.kind().map(kind -> kind.value).orElse(""),
                kinds(query), shapes(frames, query), sorts(query), card(shop, frames.getFirst(), query),
                query.select(frames).stream().map(frame -> card(shop, frame, query)).toList());
    }

    private static String title(ListQuery query) {
        String kind = query.kind().map(k -> k == Kind.SUN ? "Sunglasses" : "Optical frames").orElse("All frames");
        return query.shape().map(shape -> kind + ", " + Labels.of(shape).toLowerCase(java.util.Locale.ROOT)).orElse(kind);
    }

    private static List<Choice> kinds(ListQuery query) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", "All", query.withKind(Optional.empty()).url(), query.kind().isEmpty()));
        for (Kind kind : Kind.values()) {
            choices.add(new Choice(kind.value, kind.label, query.withKind(Optional.of(kind)).url(), query.kind().equals(Optional.of(kind))));
        }
        return choices;
    }

    private static List<Choice> shapes(List<CatalogueFrame> frames, ListQuery query) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", "Any shape", query.withShape(Optional.empty()).url(), query.shape().isEmpty()));
        for (FrameShape shape : frames.stream().map(CatalogueFrame::shape).distinct().sorted().toList()) {
            choices.add(new Choice(ListQuery.value(shape), Labels.of(shape), query.withShape(Optional.of(shape)).url(),
                    query.shape().equals(Optional.of(shape))));
        }
        return choices;
    }

    private static List<Choice> sorts(ListQuery query) {
        List<Choice> choices = new ArrayList<>();
        for (Sort sort : Sort.values()) {
            choices.add(new Choice(sort.value, sort.label, query.withSort(sort).url(), query.sort() == sort));
        }
        return choices;
    }

    /** Shows the first colour of the wanted kind. */
    private ProductCard card(Shop shop, CatalogueFrame frame, ListQuery query) {
        CatalogueVariant shown = frame.variants().stream()
                .filter(variant -> query.kind().isEmpty() || variant.sun() == (query.kind().get() == Kind.SUN))
                .findFirst().orElse(frame.variants().getFirst());
        return new ProductCard(frame.slug(), shown.sku(), frame.name(), shown.colourName(), ProductViews.url(frame, shown),
                products.mainPicture(shop, shown), ProductViews.price(shown), Labels.of(frame.shape()),
                frame.dimensions().marking().formatBoxed(), shown.sun(), ProductViews.swatches(frame, shown));
    }
}
