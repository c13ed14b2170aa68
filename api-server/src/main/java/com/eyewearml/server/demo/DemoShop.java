package com.eyewearml.server.demo;

import com.eyewearml.db.Database;
import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.DemoVariant;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.server.assets.Content;
import com.eyewearml.server.cache.SharedCache;
import com.eyewearml.server.catalog.CatalogueFrame;
import com.eyewearml.server.catalog.CatalogueStore;
import com.eyewearml.server.catalog.CatalogueVariant;
import com.eyewearml.server.catalog.CatalogueWriter;
import com.eyewearml.server.catalog.MaterialSwatch;
import com.eyewearml.server.catalog.Money;
import com.eyewearml.server.catalog.PictureView;
import com.eyewearml.server.catalog.Shop;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Fills a shop with the frames of {@link DemoCatalogue}: at first, and whenever the code that builds them has changed. */
public final class DemoShop {
    private static final String NAME = "Alder & Iris";

    private final CatalogueStore store;
    private final CatalogueWriter writer;

    /** Seeds that database. */
    public DemoShop(Database database, SharedCache cache) {
        this.store = new CatalogueStore(database);
        this.writer = new CatalogueWriter(database, cache);
    }

    /**
     * Brings the catalogue up to date with the pictures of the product list, then takes the others in the background until what is
     * returned is closed.
     *
     * @param progress told of each frame that is built, by several threads
     */
    public DemoPhotographer open(String slug, Consumer<String> progress) {
        Shop shop = seed(slug, progress);
        return DemoPhotographer.start(store, writer, shop);
    }

    private Shop seed(String slug, Consumer<String> progress) {
        List<DemoFrame> demo = DemoCatalogue.frames();
        Shop shop = store.shop(slug).orElseGet(() -> writer.addShop(slug, NAME, demo.getFirst().currency()));
        String revision = CodeRevision.of(DemoCatalogue.class);
        if (writer.revision(shop).equals(revision)) {
            return shop;
        }
        AtomicInteger begun = new AtomicInteger();
        List<CatalogueFrame> frames = demo.parallelStream().map(frame -> {
            progress.accept("Building demo frame " + begun.incrementAndGet() + " of " + demo.size() + ", " + frame.name());
            return build(shop, frame);
        }).toList();
        writer.replace(shop, frames, revision);
        return shop;
    }

    private CatalogueFrame build(Shop shop, DemoFrame frame) {
        return new CatalogueFrame(frame.slug(), frame.name(), frame.description(), frame.shape(), frame.rimType(),
                frame.variants().getFirst().finish().front().kind(), frame.dimensions(),
                frame.variants().stream().map(variant -> build(shop, frame, variant)).toList());
    }

    private CatalogueVariant build(Shop shop, DemoFrame frame, DemoVariant variant) {
        byte[] glb = FrameGlb.write(FrameGenerator.generate(frame.spec(variant)));
        Content model = Content.of(glb, "model/gltf-binary", Content.Effort.QUICK);
        writer.putAsset(shop, model);
        Map<PictureView, String> pictures = Map.of();
        if (variant == frame.variants().getFirst()) {
            Content picture = DemoPhotographer.take(frame, variant, PictureView.THREE_QUARTER);
            writer.putAsset(shop, picture);
            pictures = Map.of(PictureView.THREE_QUARTER, picture.sha256());
        }
        return new CatalogueVariant(variant.sku(), variant.colourName(), MaterialSwatch.of(variant.finish().front()),
                variant.lens().sun(), Optional.of(model.sha256()), pictures, new Money(frame.priceMinor(), frame.currency()));
    }
}
