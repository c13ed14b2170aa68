package com.eyewearml.server.frames;

import static com.eyewearml.db.schema.Tables.FRAME_IMPORT;
import static org.jooq.impl.DSL.currentOffsetDateTime;

import com.eyewearml.db.Database;
import com.eyewearml.db.schema.tables.records.FrameImportRecord;
import com.eyewearml.server.assets.Content;
import com.eyewearml.server.catalog.Assets;
import com.eyewearml.server.jobs.JobHandler;
import com.eyewearml.server.jobs.JobQueue;
import com.eyewearml.server.jobs.LeasedJob;
import com.eyewearml.server.jobs.RetryLaterException;
import com.eyewearml.server.jobs.Worker;
import com.eyewearml.server.storage.StoredObjects;
import com.eyewearml.storage.IncomingObject;
import com.eyewearml.storage.ObjectKey;
import com.eyewearml.storage.StorageException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSON;

/** Works on an uploaded model or photograph: fetches it, runs the importer, keeps the model with its report or tells what is wrong. */
public final class FrameImportJob implements JobHandler {
    static final String KIND = "frame-import";
    private static final long STEPS = 3;
    private static final Duration LONGEST = Duration.ofSeconds(100);
    private static final Duration STORAGE_AWAY = Duration.ofSeconds(30);

    private final Database database;
    private final StoredObjects objects;
    private final ImportProcess process;

    /** @param objects hold the files */
    public FrameImportJob(Database database, StoredObjects objects) {
        this(database, objects, new ImportProcess(LONGEST));
    }

    FrameImportJob(Database database, StoredObjects objects, ImportProcess process) {
        this.database = database;
        this.objects = objects;
        this.process = process;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(LeasedJob job) {
        UUID id = UUID.fromString(job.payload().getString("import"));
        Optional<FrameImportRecord> row = database.inShop(job.shopId(), db -> db.selectFrom(FRAME_IMPORT).where(FRAME_IMPORT.ID.eq(id))
                .and(FRAME_IMPORT.STATE.eq("WAITING")).fetchOptional());
        if (row.isPresent()) {
            work(job, row.get());
        }
    }

    private void work(LeasedJob job, FrameImportRecord row) {
        ObjectKey key = new ObjectKey(job.shopId(), HexFormat.of().formatHex(row.getSourceSha256()));
        // Both files lie where those of a process that dies are cleared away.
        try (InputStream stored = objects.store().get(key).orElseThrow(() -> new IllegalStateException("an uploaded file is gone from storage"));
                IncomingObject in = objects.store().receive(stored, Long.MAX_VALUE)) {
            database.changeShop(job.shopId(), db -> step(db, job, 1));
            Path out = in.file().resolveSibling(in.file().getFileName() + ".glb");
            try {
                JsonObject result = process.run(arguments(row, in.file(), out));
                if (result.containsKey("error")) {
                    fail(job, row.getId(), result.getString("error"), result.getString("message"));
                } else {
                    keep(job, row, result, Content.of(Files.readAllBytes(out), "model/gltf-binary", Content.Effort.QUICK));
                }
            } finally {
                Files.deleteIfExists(out);
            }
        } catch (StorageException e) {
            throw new RetryLaterException("The storage cannot be reached at the moment.", STORAGE_AWAY, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> arguments(FrameImportRecord row, Path in, Path out) {
        JsonObject request = FrameImports.json(row.getRequest());
        return row.getKind().equals("MODEL")
                ? List.of("MODEL", in.toString(), out.toString(), number(request, "totalWidthMm"), number(request, "lensWidthMm"), number(request, "dblMm"))
                : List.of("PHOTO", in.toString(), out.toString(), number(request, "totalWidthMm"), request.getString("marking"));
    }

    private static String number(JsonObject request, String name) {
        JsonValue value = request.get(name);
        return value.toString();
    }

    private static void step(DSLContext db, LeasedJob job, long done) {
        JobQueue.checkpoint(db, job, JsonValue.EMPTY_JSON_OBJECT, done, STEPS, Worker.LEASE);
    }

    private void keep(LeasedJob job, FrameImportRecord row, JsonObject report, Content model) {
        database.changeShop(job.shopId(), db -> {
            Assets.put(db, job.shopId(), model);
            StoredObjects.clear(db, HexFormat.of().formatHex(row.getSourceSha256()));
            db.update(FRAME_IMPORT).set(FRAME_IMPORT.STATE, "DONE").set(FRAME_IMPORT.REPORT, JSON.json(report.toString()))
                    .set(FRAME_IMPORT.MODEL_SHA256, HexFormat.of().parseHex(model.sha256()))
                    .set(FRAME_IMPORT.FINISHED_AT, currentOffsetDateTime()).where(FRAME_IMPORT.ID.eq(row.getId())).execute();
            step(db, job, STEPS);
        });
    }

    /** What cannot be used is not kept: nothing refers to it then. */
    private void fail(LeasedJob job, UUID id, String code, String message) {
        database.changeShop(job.shopId(), db -> {
            db.update(FRAME_IMPORT).set(FRAME_IMPORT.STATE, "FAILED").set(FRAME_IMPORT.ERROR_CODE, code)
                    .set(FRAME_IMPORT.ERROR, sentence(message)).setNull(FRAME_IMPORT.SOURCE_SHA256)
                    .set(FRAME_IMPORT.FINISHED_AT, currentOffsetDateTime()).where(FRAME_IMPORT.ID.eq(id)).execute();
            step(db, job, STEPS);
        });
    }

    private static String sentence(String message) {
        String begun = Character.toUpperCase(message.charAt(0)) + message.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
