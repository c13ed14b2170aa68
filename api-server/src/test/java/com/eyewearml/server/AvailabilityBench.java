package com.eyewearml.server;

import com.eyewearml.db.schema.tables.pojos.ApiKey;
import com.eyewearml.embedded.DataFolder;
import com.eyewearml.embedded.PostgresqlServer;
import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameMaterial;
import com.eyewearml.frame.FrameShape;
import com.eyewearml.frame.RimType;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.bench.AvailabilityComparison;
import com.eyewearml.server.catalog.CatalogueFrame;
import com.eyewearml.server.catalog.CatalogueVariant;
import com.eyewearml.server.catalog.CatalogueWriter;
import com.eyewearml.server.catalog.Money;
import com.eyewearml.server.catalog.Shop;
import com.eyewearml.server.log.Logs;
import com.eyewearml.server.storefront.ApiKeyEditor;
import com.eyewearml.server.storefront.PageOrigin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Prints how fast availability is answered: {@code ./eyewearml bench availability}. From memory, against a bare Helidon route that
 * sends the same bytes; from the database, against {@code pgbench} running the same statement. Server and load share the machine.
 */
public final class AvailabilityBench {
    private static final int FRAMES = 500;
    private static final int COLOURS = 4;

    /** So much that no load meets it; every request is counted all the same. */
    private static final String UNLIMITED = "1000000000/1000000";

    private AvailabilityBench() { }

    public static void main(String[] args) throws Exception {
        Path temporary = Files.createTempDirectory("availability-bench");
        // As the server logs: each request a line in a file.
        Logs.open(Map.of(), temporary);
        try (DataFolder folder = DataFolder.open(Files.createDirectories(temporary.resolve("record")));
                PostgresqlServer postgres = PostgresqlServer.start(folder);
                RunningServer server = RunningServer.start(temporary, Map.of("EYEWEARML_DB_URL", postgres.appUrl(),
                        "EYEWEARML_DB_OWNER_URL", postgres.ownerUrl(), "EYEWEARML_RATE_ADDRESS", UNLIMITED, "EYEWEARML_RATE_SHOP", UNLIMITED))) {
            Backends backends = server.backends();
            CatalogueWriter writer = new CatalogueWriter(backends.database(), backends.cache());
            Shop shop = writer.addShop("large", "Large shop", "EUR");
            writer.putAsset(shop, RunningServer.MODEL);
            writer.replace(shop, IntStream.range(0, FRAMES).mapToObj(AvailabilityBench::frame).toList(), "bench");
            ApiKey key = new ApiKeyEditor(backends.database(), backends.cache(), new AuditTrail(Clock.systemUTC()))
                    .create(shop.id(), "bench", List.of(PageOrigin.parse("https://shop.example")), Actor.system("bench"));
            new AvailabilityComparison(server.port(), key.publicKey(), FRAMES * COLOURS)
                    .print(postgres.appUrl(), shop.id(), temporary);
        }
    }

    private static CatalogueFrame frame(int number) {
        List<CatalogueVariant> variants = new ArrayList<>();
        for (int i = 0; i < COLOURS; i++) {
            variants.add(new CatalogueVariant(AvailabilityComparison.sku(number * COLOURS + i), "Colour " + i, "#101010", false,
                    Optional.of(RunningServer.MODEL.sha256()), Map.of(), new Money(14900, "EUR")));
        }
        return new CatalogueFrame("frame-" + number, "Frame " + number, "A frame.", FrameShape.PANTO, RimType.FULL,
                FrameMaterial.Kind.ACETATE, FrameDimensions.ofDegrees(48, 42, 21, 145, 139, 8, 5), variants);
    }
}
