package com.eyewearml.server.demo;

import com.eyewearml.db.DatabaseUnavailableException;
import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.DemoVariant;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.frame.preview.Picture;
import com.eyewearml.frame.preview.ProductPhotographer;
import com.eyewearml.frame.preview.ProductView;
import com.eyewearml.server.assets.Content;
import com.eyewearml.server.catalog.CatalogueFrame;
import com.eyewearml.server.catalog.CatalogueStore;
import com.eyewearml.server.catalog.CatalogueVariant;
import com.eyewearml.server.catalog.CatalogueWriter;
import com.eyewearml.server.catalog.PictureView;
import com.eyewearml.server.catalog.Shop;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the demo frames' product pictures while the shop is already open. Pictures that are in the catalogue are not taken again, so
 * an interrupted shoot goes on at the next start.
 */
public final class DemoPhotographer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoPhotographer.class);
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 900;
    /** Colour of the tiles that pictures lie on; {@code --tile} in base.css. */
    private static final int BACKGROUND_RGB = 0xf0eee9;

    private record Wanted(DemoFrame frame, DemoVariant variant, PictureView view) { }

    private final CatalogueStore store;
    private final CatalogueWriter writer;
    private final Shop shop;
    private final Thread thread;
    private volatile boolean closing;

    private DemoPhotographer(CatalogueStore store, CatalogueWriter writer, Shop shop) {
        this.store = store;
        this.writer = writer;
        this.shop = shop;
        this.thread = Thread.ofPlatform().daemon().name("photographer").priority(Thread.MIN_PRIORITY).unstarted(this::takeAll);
    }

    static DemoPhotographer start(CatalogueStore store, CatalogueWriter writer, Shop shop) {
        DemoPhotographer photographer = new DemoPhotographer(store, writer, shop);
        photographer.thread.start();
        return photographer;
    }

    private void takeAll() {
        try {
            List<Wanted> wanted = DemoCatalogue.frames().stream()
                    .flatMap(frame -> frame.variants().stream().map(variant -> new Wanted(frame, variant, PictureView.THREE_QUARTER)))
                    .toList();
            takeMissing(wanted);
            takeMissing(wanted.stream().map(w -> new Wanted(w.frame(), w.variant(), PictureView.FRONT)).toList());
            takeMissing(wanted.stream().map(w -> new Wanted(w.frame(), w.variant(), PictureView.SIDE)).toList());
        } catch (DatabaseUnavailableException e) {
            LOG.warn("Product pictures wait for the next start: {}", e.getMessage());
        }
    }

    private void takeMissing(List<Wanted> wanted) {
        Map<String, CatalogueVariant> known = new HashMap<>();
        for (CatalogueFrame frame : store.frames(shop)) {
            frame.variants().forEach(variant -> known.put(variant.sku(), variant));
        }
        for (Wanted picture : wanted) {
            if (closing) {
                return;
            }
            CatalogueVariant variant = known.get(picture.variant().sku());
            if (variant != null && !variant.pictures().containsKey(picture.view())) {
                writer.putPicture(shop, variant.sku(), picture.view(), take(picture.frame(), picture.variant(), picture.view()));
            }
        }
    }

    /** A product picture as PNG. */
    static Content take(DemoFrame frame, DemoVariant variant, PictureView view) {
        ProductPhotographer photographer = new ProductPhotographer(FrameGenerator.generate(frame.spec(variant)));
        Picture picture = photographer.take(ProductView.valueOf(view.name()), WIDTH, HEIGHT, BACKGROUND_RGB);
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        // In memory: the default stream uses a temporary file and cannot be opened while the process ends.
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(image, "png", stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Content.of(png.toByteArray(), "image/png", Content.Effort.NONE);
    }

    /** Waits for the picture being taken; the others stay for the next start. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
