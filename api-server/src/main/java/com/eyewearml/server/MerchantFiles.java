package com.eyewearml.server;

import com.eyewearml.db.Database;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.catalog.Shops;
import com.eyewearml.server.pictures.PictureRoutes;
import com.eyewearml.server.pictures.Pictures;
import com.eyewearml.server.storage.ObjectCollector;
import com.eyewearml.server.storage.ObjectRoutes;
import com.eyewearml.server.storage.ObjectSender;
import com.eyewearml.server.storage.SignedLinks;
import com.eyewearml.server.storage.StorageSettings;
import com.eyewearml.server.storage.StoredObjects;
import com.eyewearml.storage.ObjectStore;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files of merchants: where they are kept, what delivers them, and who clears away what is of no use. */
final class MerchantFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MerchantFiles.class);
    private static final long COLLECT_HOURS = 6;

    private final ObjectStore store;
    private final StoredObjects objects;
    private final Pictures pictures;
    private final SignedLinks links;
    private final ObjectCollector collector;
    private final ScheduledExecutorService collecting = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("object-collector").factory());

    private MerchantFiles(Database database, StorageSettings settings) {
        store = settings.open();
        objects = new StoredObjects(database, store);
        pictures = new Pictures(database, objects);
        links = new SignedLinks(store, settings.linkKey(), Clock.systemUTC());
        collector = new ObjectCollector(database, store, ObjectCollector.GRACE);
    }

    /** @throws StartupException where the settings are incomplete or the folder cannot be used */
    static MerchantFiles open(ServerSettings settings, Database database) {
        MerchantFiles files = new MerchantFiles(database, StorageSettings.from(settings.environment(), settings.dataDir()));
        files.collecting.scheduleWithFixedDelay(files::collect, COLLECT_HOURS, COLLECT_HOURS, TimeUnit.HOURS);
        return files;
    }

    private void collect() {
        try {
            LOG.info("cleared away: {}", collector.run(Set.of()));
        } catch (RuntimeException e) {
            // The next run takes what this one left.
            LOG.warn("storage was not cleared: {}", e.getMessage(), e);
        }
    }

    /** What is known of the files. */
    StoredObjects objects() {
        return objects;
    }

    /** Pictures among them. */
    Pictures pictures() {
        return pictures;
    }

    /** Addresses that deliver them. */
    List<Route> routes(Shops shops) {
        ObjectSender sender = new ObjectSender(store);
        return Stream.of(new ObjectRoutes(links, sender).routes(), new PictureRoutes(pictures, shops, sender).routes()).flatMap(List::stream).toList();
    }

    @Override
    public void close() {
        collecting.shutdownNow();
        store.close();
    }
}
