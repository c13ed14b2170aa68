package com.eyewearml.server;

import com.eyewearml.db.Database;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.cache.SharedCache;
import com.eyewearml.server.catalog.Shops;
import com.eyewearml.server.frames.FrameImportJob;
import com.eyewearml.server.frames.FrameRoutes;
import com.eyewearml.server.frames.FrameServices;
import com.eyewearml.server.frames.SuggestJob;
import com.eyewearml.server.jobs.JobQueue;
import com.eyewearml.server.jobs.Worker;
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

/** Files and frames of merchants: where they are kept, what delivers and works on them, and who clears away what is of no use. */
final class MerchantFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MerchantFiles.class);
    private static final long COLLECT_HOURS = 6;
    /** An import takes one core and some hundred megabytes. */
    private static final int PARALLEL_JOBS = 1;

    private final ObjectStore store;
    private final Pictures pictures;
    private final SignedLinks links;
    private final ObjectCollector collector;
    private final FrameServices services;
    private final Worker worker;
    private final ScheduledExecutorService collecting = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("object-collector").factory());

    private MerchantFiles(Database database, SharedCache cache, StorageSettings settings) {
        store = settings.open();
        StoredObjects objects = new StoredObjects(database, store);
        pictures = new Pictures(database, objects);
        links = new SignedLinks(store, settings.linkKey(), Clock.systemUTC());
        collector = new ObjectCollector(database, store, ObjectCollector.GRACE);
        services = FrameServices.of(database, cache, new AuditTrail(Clock.systemUTC()), objects, pictures, this::wakeWorker);
        worker = Worker.start(new JobQueue(database), List.of(new FrameImportJob(database, objects), new SuggestJob(database, cache)), PARALLEL_JOBS);
    }

    /** @throws StartupException where the settings are incomplete or the folder cannot be used */
    static MerchantFiles open(ServerSettings settings, Database database, SharedCache cache) {
        MerchantFiles files = new MerchantFiles(database, cache, StorageSettings.from(settings.environment(), settings.dataDir()));
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

    private void wakeWorker() {
        worker.wake();
    }

    /** What members do with them. */
    FrameServices services() {
        return services;
    }

    /** Addresses that deliver them. */
    List<Route> routes(Shops shops) {
        ObjectSender sender = new ObjectSender(store);
        return Stream.of(new ObjectRoutes(links, sender).routes(), new PictureRoutes(pictures, shops, sender).routes(),
                new FrameRoutes(services).routes()).flatMap(List::stream).toList();
    }

    @Override
    public void close() {
        collecting.shutdownNow();
        worker.close();
        store.close();
    }
}
