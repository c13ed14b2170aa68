package com.eyewearml.server.platform.shopify;

import static com.eyewearml.db.schema.Tables.PRODUCT;

import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.contract.Ours;
import com.eyewearml.server.platform.contract.SimulatedProduct;
import com.eyewearml.server.platform.simulator.ShopifySimulator;
import com.eyewearml.server.testing.TestShops.Shops;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Prints how fast the catalogue of a simulated shop is imported, and what the heap holds meanwhile: {@code ./eyewearml bench catalogue}.
 * The shop's server, PostgreSQL and ours share the machine.
 */
public final class CatalogueImportBench {
    private static final int PRODUCTS = 50_000;
    private static final int WARM_UP_PRODUCTS = 10_000;
    private static final int PARTS_PER_SAMPLE = 20;

    private CatalogueImportBench() { }

    public static void main(String[] args) throws Exception {
        System.out.printf(Locale.ROOT, "reproduce: ./eyewearml bench catalogue; %d cores, load %.1f before%n",
                Runtime.getRuntime().availableProcessors(), load());
        try (Shops shops = Shops.start()) {
            run(shops, WARM_UP_PRODUCTS, false);
            double seconds = run(shops, PRODUCTS, false);
            System.out.printf(Locale.ROOT, "import of %d products in %.1f s: %.0f products/s (target 1500)%n", PRODUCTS, seconds, PRODUCTS / seconds);
            run(shops, PRODUCTS, true);
        }
        System.out.printf(Locale.ROOT, "load %.1f after%n", load());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static double run(Shops shops, int products, boolean sampling) {
        Ours ours = new Ours(shops);
        try (ours; ShopifySimulator shop = ShopifyContractTest.start(ours)) {
            shop.fill(IntStream.range(0, products).mapToObj(SimulatedProduct::numbered).toList());
            shop.install(ours.address());
            Connection connection = ours.connections.ofStore(Platform.SHOPIFY, shop.store()).orElseThrow();
            // The shop writes its file in its own time.
            ours.runJobs(connection.shopId());
            shop.finishBulk();
            HeapSamples samples = new HeapSamples();
            long start = System.nanoTime();
            ours.runJobs(connection.shopId(), adapter -> sampling ? new ObservedAdapter(adapter, samples::pageRead) : adapter);
            double seconds = (System.nanoTime() - start) / 1e9;
            int kept = ours.database.inShop(connection.shopId(), db -> db.fetchCount(PRODUCT));
            if (kept != products) {
                throw new IllegalStateException(kept + " of " + products + " products were imported");
            }
            samples.print();
            return seconds;
        }
    }

    /** What the heap holds after a collection, every so many parts. */
    private static final class HeapSamples {
        private final List<Long> usedBytes = new ArrayList<>();
        private int parts;

        void pageRead() {
            if (parts++ % PARTS_PER_SAMPLE == 1) {
                System.gc();
                usedBytes.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
        }

        void print() {
            if (!usedBytes.isEmpty()) {
                StringBuilder line = new StringBuilder("heap after collection, MB, every " + PARTS_PER_SAMPLE + " parts (the simulated shop included):");
                usedBytes.forEach(bytes -> line.append(String.format(Locale.ROOT, " %.1f", bytes / 1e6)));
                System.out.println(line);
            }
        }
    }
}
