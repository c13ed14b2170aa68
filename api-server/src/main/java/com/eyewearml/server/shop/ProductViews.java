package com.eyewearml.server.shop;

import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.server.catalog.AssetUrls;
import com.eyewearml.server.catalog.CatalogueFrame;
import com.eyewearml.server.catalog.CatalogueVariant;
import com.eyewearml.server.catalog.PictureView;
import com.eyewearml.server.catalog.Shop;
import com.eyewearml.server.shop.ListQuery.Kind;
import com.eyewearml.server.shop.ListQuery.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns a frame into what its product page shows. */
final class ProductViews {
    private static final Locale LOCALE = Locale.UK;

    private final Site site;

    ProductViews(Site site) {
        this.site = site;
    }

    ProductView view(Shop shop, CatalogueFrame frame, CatalogueVariant variant) {
        Kind kind = variant.sun() ? Kind.SUN : Kind.OPTICAL;
        return new ProductView(frame.slug(), variant.sku(), frame.name(), variant.colourName(), frame.description(),
                Labels.of(frame.shape()), kind.label, new ListQuery(Optional.of(kind), Optional.empty(), Sort.FEATURED).url(),
                price(variant), frame.dimensions().marking().formatBoxed(), pictures(shop, frame, variant),
                variant.modelSha256().map(hash -> AssetUrls.model(shop, hash)), swatches(frame, variant),
                DimensionDrawing.of(frame.shape(), frame.rimType(), frame.dimensions()), facts(frame));
    }

    static String url(CatalogueFrame frame, CatalogueVariant variant) {
        String page = "/frames/" + frame.slug();
        return variant.equals(frame.variants().getFirst()) ? page : page + "?colour=" + variant.sku();
    }

    static String price(CatalogueVariant variant) {
        return variant.price().format(LOCALE);
    }

    static List<Swatch> swatches(CatalogueFrame frame, CatalogueVariant selected) {
        return frame.variants().stream().map(variant ->
                new Swatch(variant.colourName(), variant.swatch(), url(frame, variant), variant.equals(selected))).toList();
    }

    String mainPicture(Shop shop, CatalogueVariant variant) {
        return variant.mainPicture().map(sha256 -> AssetUrls.picture(shop, sha256)).orElseGet(() -> site.shopFile("no-picture.svg"));
    }

    private List<Picture> pictures(Shop shop, CatalogueFrame frame, CatalogueVariant variant) {
        String subject = frame.name() + " in " + variant.colourName();
        List<Picture> pictures = new ArrayList<>();
        for (PictureView view : PictureView.values()) {
            String sha256 = variant.pictures().get(view);
            if (sha256 != null) {
                pictures.add(new Picture(AssetUrls.picture(shop, sha256), subject + ", seen " + view.description()));
            }
        }
        return pictures.isEmpty() ? List.of(new Picture(mainPicture(shop, variant), subject + ", not photographed yet")) : pictures;
    }

    private static List<Fact> facts(CatalogueFrame frame) {
        FrameDimensions size = frame.dimensions();
        return List.of(
                new Fact("Lens width", DimensionDrawing.millimetres(size.lensWidthMm())),
                new Fact("Lens height", DimensionDrawing.millimetres(size.lensHeightMm())),
                new Fact("Bridge", DimensionDrawing.millimetres(size.dblMm())),
                new Fact("Temple length", DimensionDrawing.millimetres(size.templeLengthMm())),
                new Fact("Total width", DimensionDrawing.millimetres(size.totalWidthMm())),
                new Fact("Construction", Labels.of(frame.rimType())),
                new Fact("Front", Labels.of(frame.material())));
    }
}
