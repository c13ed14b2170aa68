package com.eyewearml.server.frames;

import com.eyewearml.db.Database;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.cache.SharedCache;
import com.eyewearml.server.pictures.Pictures;
import com.eyewearml.server.storage.StoredObjects;
import com.eyewearml.server.uploads.Uploads;

/**
 * What members of a shop do with frames.
 *
 * @param frames      made, changed, deleted
 * @param imports     of models and photographs
 * @param links       of products to frames
 * @param suggestions for products without a frame
 * @param lenses      of the shop and of its products
 * @param uploads     of files
 * @param pictures    of frames
 */
public record FrameServices(Frames frames, FrameImports imports, FrameLinks links, Suggestions suggestions, ShopLenses lenses, Uploads uploads,
                            Pictures pictures) {
    /** @param wakeWorker called when there is work for a job */
    public static FrameServices of(Database database, SharedCache cache, AuditTrail audit, StoredObjects objects, Pictures pictures,
                                   Runnable wakeWorker) {
        Frames frames = new Frames(database, cache, audit);
        return new FrameServices(frames, new FrameImports(database, objects, pictures, audit, wakeWorker), new FrameLinks(database, cache, audit),
                new Suggestions(database, cache, audit, frames), new ShopLenses(database, cache, audit), new Uploads(objects.store()), pictures);
    }
}
