package com.eyewearml.server.frames;

import static com.eyewearml.db.schema.Tables.FRAME_IMPORT;
import static com.eyewearml.db.schema.Tables.JOB;

import com.eyewearml.db.Database;
import com.eyewearml.db.schema.tables.records.FrameImportRecord;
import com.eyewearml.frame.FrameSpecException;
import com.eyewearml.frame.SizeMarking;
import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportRequest;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.audit.AuditEvent;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.jobs.JobQueue;
import com.eyewearml.server.jobs.JobRequest;
import com.eyewearml.server.pictures.Pictures;
import com.eyewearml.server.storage.StoredObjects;
import com.eyewearml.server.storage.StoredObjects.Description;
import com.eyewearml.server.storage.StoredObjects.State;
import com.eyewearml.server.uploads.Upload;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.Record;

/**
 * Models and photographs that merchants upload to have frames made of them. A file is kept in quarantine and worked on as a job; its report
 * stays.
 */
public final class FrameImports {
    private static final int MAX_NAME = 200;

    private final Database database;
    private final StoredObjects objects;
    private final Pictures pictures;
    private final AuditTrail audit;
    private final Runnable wakeWorker;

    /** @param wakeWorker called when there is something to be worked on */
    public FrameImports(Database database, StoredObjects objects, Pictures pictures, AuditTrail audit, Runnable wakeWorker) {
        this.database = database;
        this.objects = objects;
        this.pictures = pictures;
        this.audit = audit;
        this.wakeWorker = wakeWorker;
    }

    /**
     * Keeps a model to be worked on.
     *
     * @param fileName as the merchant calls it, to be shown again
     * @param size     what the merchant knows
     * @return id of the import
     */
    public UUID addModel(UUID shopId, Upload upload, String fileName, ImportRequest size, Actor actor) {
        String sha256 = objects.keep(shopId, upload.object(), Description.of(upload.kind().mediaType(), State.QUARANTINED)).sha256();
        return add(shopId, "MODEL", sha256, fileName, Json.createObjectBuilder().add("totalWidthMm", size.totalWidthMm())
                .add("lensWidthMm", size.lensWidthMm()).add("dblMm", size.dblMm()).build(), actor);
    }

    /**
     * Keeps a photograph from the front to be traced.
     *
     * @param marking      as printed on the temple, {@code 52□18-145}
     * @param totalWidthMm widest extent of the front; 0 to take it from the picture
     * @return id of the import
     * @throws RequestException with {@code FILE_DAMAGED} or {@code INVALID_INPUT}
     */
    public UUID addPhoto(UUID shopId, Upload upload, String fileName, String marking, double totalWidthMm, Actor actor) {
        SizeMarking size;
        try {
            size = SizeMarking.parse(marking);
            ImportRequest.of(totalWidthMm, 0, 0);
        } catch (FrameSpecException | ImportException e) {
            throw new RequestException(ErrorCode.INVALID_INPUT, "The size cannot be used: " + e.getMessage() + ".");
        }
        String sha256 = pictures.keep(shopId, upload).sha256();
        return add(shopId, "PHOTO", sha256, fileName, Json.createObjectBuilder().add("totalWidthMm", totalWidthMm)
                .add("marking", size.format()).build(), actor);
    }

    private UUID add(UUID shopId, String kind, String sha256, String fileName, JsonObject request, Actor actor) {
        UUID id = UUID.randomUUID();
        String name = fileName.strip().replaceAll("\\p{Cntrl}", "");
        database.changeShop(shopId, db -> {
            db.insertInto(FRAME_IMPORT).set(FRAME_IMPORT.ID, id).set(FRAME_IMPORT.SHOP_ID, shopId).set(FRAME_IMPORT.KIND, kind)
                    .set(FRAME_IMPORT.SOURCE_SHA256, HexFormat.of().parseHex(sha256))
                    .set(FRAME_IMPORT.FILE_NAME, name.substring(0, Math.min(name.length(), MAX_NAME)))
                    .set(FRAME_IMPORT.REQUEST, JSON.json(request.toString())).execute();
            JobQueue.add(db, shopId, new JobRequest(FrameImportJob.KIND, id.toString(),
                    Json.createObjectBuilder().add("import", id.toString()).build(), Instant.now()));
            audit.add(db, shopId, AuditEvent.of(actor, "frame-import.create", id.toString()));
        });
        wakeWorker.run();
        return id;
    }

    /**
     * An import as it stands.
     *
     * @param id          of the import
     * @param kind        {@code MODEL} or {@code PHOTO}
     * @param fileName    as the merchant calls it
     * @param state       {@code WAITING}, {@code DONE} or {@code FAILED}
     * @param done        steps of {@code total} that are done
     * @param total       steps; empty where nobody works on it yet
     * @param errorCode   stable name of what was wrong; empty where nothing was
     * @param error       the same for the merchant
     * @param report      what was found and measured; empty until it is done
     * @param modelSha256 of the frame's model; empty until it is done
     * @param createdAt   when it was uploaded
     */
    public record FrameImport(UUID id, String kind, String fileName, String state, long done, OptionalLong total, String errorCode, String error,
                              Optional<JsonObject> report, Optional<String> modelSha256, Instant createdAt) { }

    /** One import of a shop. */
    public Optional<FrameImport> find(UUID shopId, UUID id) {
        return database.inShop(shopId, db -> select(db).where(FRAME_IMPORT.ID.eq(id)).fetchOptional(FrameImports::read));
    }

    /** Imports of a shop, newest first. */
    public List<FrameImport> list(UUID shopId, int limit) {
        return database.inShop(shopId, db -> select(db).where(FRAME_IMPORT.SHOP_ID.eq(shopId)).orderBy(FRAME_IMPORT.CREATED_AT.desc(), FRAME_IMPORT.ID)
                .limit(limit).fetch(FrameImports::read));
    }

    /** Forgets an import; frames made of it stay. False where there is none. */
    public boolean delete(UUID shopId, UUID id, Actor actor) {
        return database.inShop(shopId, db -> {
            boolean deleted = db.deleteFrom(FRAME_IMPORT).where(FRAME_IMPORT.ID.eq(id)).execute() == 1;
            if (deleted) {
                audit.add(db, shopId, AuditEvent.of(actor, "frame-import.delete", id.toString()));
            }
            return deleted;
        });
    }

    private static org.jooq.SelectOnConditionStep<Record> select(DSLContext db) {
        return db.select(FRAME_IMPORT.fields()).select(JOB.PROGRESS_DONE, JOB.PROGRESS_TOTAL).from(FRAME_IMPORT)
                .leftJoin(JOB).on(JOB.SHOP_ID.eq(FRAME_IMPORT.SHOP_ID)).and(JOB.KIND.eq(FrameImportJob.KIND))
                .and(JOB.DEDUPE_KEY.eq(FRAME_IMPORT.ID.cast(String.class)));
    }

    private static FrameImport read(Record row) {
        FrameImportRecord it = row.into(FRAME_IMPORT);
        Long total = row.get(JOB.PROGRESS_TOTAL);
        return new FrameImport(it.getId(), it.getKind(), it.getFileName(), it.getState(),
                Optional.ofNullable(row.get(JOB.PROGRESS_DONE)).orElse(0L), total == null ? OptionalLong.empty() : OptionalLong.of(total),
                it.getErrorCode(), it.getError(), Optional.ofNullable(it.getReport()).map(FrameImports::json),
                Optional.ofNullable(it.getModelSha256()).map(HexFormat.of()::formatHex), it.getCreatedAt().toInstant());
    }

    static JsonObject json(JSON json) {
        try (JsonReader reader = Json.createReader(new StringReader(json.data()))) {
            return reader.readObject();
        }
    }
}
