package com.eyewearml.server.frames;

import static com.eyewearml.db.schema.Tables.EYEWEAR;
import static com.eyewearml.db.schema.Tables.FRAME_IMPORT;
import static com.eyewearml.db.schema.Tables.FRAME_PICTURE;
import static com.eyewearml.db.schema.Tables.VARIANT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import com.eyewearml.db.Database;
import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameMaterial;
import com.eyewearml.frame.FrameShape;
import com.eyewearml.frame.FrameSpecException;
import com.eyewearml.frame.RimType;
import com.eyewearml.server.assets.Content;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.audit.AuditEvent;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.cache.SharedCache;
import com.eyewearml.server.cache.ShopAnswers;
import com.eyewearml.server.catalog.Assets;
import com.eyewearml.server.catalog.MaterialSwatch;
import com.eyewearml.server.frames.FrameRows.Head;
import com.eyewearml.server.frames.MerchantFrame.Origin;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.pictures.Pictures;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Frames of a shop as its members make and change them. What is saved is linked at once to products of the same SKU or GTIN, and
 * storefronts are answered anew.
 */
public final class Frames {
    private final Database database;
    private final SharedCache cache;
    private final AuditTrail audit;

    /** @param cache forgets what storefronts were answered */
    public Frames(Database database, SharedCache cache, AuditTrail audit) {
        this.database = database;
        this.cache = cache;
        this.audit = audit;
    }

    /** All frames of a shop, in its order. */
    public List<MerchantFrame> list(UUID shopId) {
        return database.inShop(shopId, FrameReader::all);
    }

    /** One of {@link #list}. */
    public Optional<MerchantFrame> find(UUID shopId, UUID frameId) {
        return database.inShop(shopId, db -> FrameReader.one(db, frameId));
    }

    /**
     * Makes a frame of parameters, or changes one. Colours are told by their SKUs: one that stays keeps links and pictures.
     *
     * @param frameId to change; empty for a new one
     * @return its id
     * @throws RequestException with {@code INVALID_INPUT}, {@code FRAME_NOT_FOUND}, or {@code CONFLICT} where another frame has a SKU or this
     *                          one came as a file
     */
    public UUID save(UUID shopId, Optional<UUID> frameId, FrameDraft draft, Actor actor) {
        List<Content> models = models(draft);
        UUID saved = database.inShop(shopId, db -> save(db, shopId, frameId, draft, models, Origin.PARAMETRIC, actor).frame());
        cache.invalidate(ShopAnswers.key(shopId));
        return saved;
    }

    /** A frame and its colours, in their order. */
    record Saved(UUID frame, List<UUID> colours) { }

    /** One model for each colour; takes some tenths of a second, so not within a transaction. */
    static List<Content> models(FrameDraft draft) {
        return draft.colours().stream().map(colour -> FrameModels.build(draft.spec(colour))).toList();
    }

    Saved save(DSLContext db, UUID shopId, Optional<UUID> frameId, FrameDraft draft, List<Content> models, Origin origin, Actor actor) {
        Head head = new Head(draft.name(), draft.description(), draft.base().shape(), draft.base().rimType(),
                draft.colours().getFirst().finish().front().kind(), draft.base().dimensions(), origin);
        UUID id = frameId.map(known -> change(db, known, head)).orElseGet(() -> FrameRows.add(db, shopId, head));
        models.forEach(model -> Assets.put(db, shopId, model));
        List<UUID> colours = FrameRows.putColours(db, shopId, id, rows(db, draft, models));
        FrameLinks.linkByCodes(db, shopId);
        audit.add(db, shopId, event(actor, frameId.isPresent() ? "frame.change" : "frame.create", id, head));
        return new Saved(id, colours);
    }

    private static UUID change(DSLContext db, UUID frameId, Head head) {
        String origin = db.select(EYEWEAR.ORIGIN).from(EYEWEAR).where(EYEWEAR.ID.eq(frameId)).forUpdate().fetchOptional(EYEWEAR.ORIGIN)
                .orElseThrow(Frames::notFound);
        if (Origin.valueOf(origin) == Origin.MODEL || Origin.valueOf(origin) == Origin.PHOTO) {
            throw new RequestException(ErrorCode.CONFLICT, "This frame came as a file and has no parameters. Import it anew, or make another.");
        }
        FrameRows.change(db, frameId, head);
        return frameId;
    }

    private static List<ColourRow> rows(DSLContext db, FrameDraft draft, List<Content> models) {
        List<ColourRow> rows = new ArrayList<>();
        List<String> taken = new ArrayList<>(draft.colours().stream().map(FrameDraft.Colour::sku).toList());
        for (int i = 0; i < models.size(); i++) {
            FrameDraft.Colour colour = draft.colours().get(i);
            String sku = colour.sku().isEmpty() ? FrameRows.freeSku(db, draft.name() + "-" + colour.name(), taken) : colour.sku();
            taken.add(sku);
            rows.add(new ColourRow(sku, colour.gtin(), colour.name(), MaterialSwatch.of(colour.finish().front()), colour.lens().sun(),
                    models.get(i).sha256(), Optional.of(draft.spec(colour))));
        }
        return rows;
    }

    /**
     * What a merchant says of a frame that was imported.
     *
     * @param name        for people
     * @param description may be empty
     * @param material    of the front
     * @param sku         unique in the shop; empty to have one made
     * @param gtin        digits, or empty
     * @param colourName  for people
     * @param swatch      {@code #rrggbb}, lower case
     * @param sun         whether it has sun lenses
     */
    public record ImportedDraft(String name, String description, FrameMaterial.Kind material, String sku, String gtin, String colourName,
                                String swatch, boolean sun) {
        /** @throws RequestException with {@code INVALID_INPUT} */
        public ImportedDraft {
            Codes.requireSku(sku);
            Codes.requireGtin(gtin);
            if (name.isBlank() || name.length() > 100 || colourName.isBlank() || colourName.length() > 100 || description.length() > 2000) {
                throw new RequestException(ErrorCode.INVALID_INPUT, "The frame and its colour need names of up to 100 characters.");
            }
            if (!swatch.matches("#[0-9a-f]{6}")) {
                throw new RequestException(ErrorCode.INVALID_INPUT, "The swatch must look like #1f4d45.");
            }
        }
    }

    /**
     * Makes a frame of a finished {@linkplain FrameImports import}.
     *
     * @throws RequestException with {@code NOT_FOUND} where there is no such import, {@code CONFLICT} where it is not done or another frame has
     *                          the SKU, {@code INVALID_INPUT} where its size is none that frames have
     */
    public UUID addImported(UUID shopId, UUID importId, ImportedDraft draft, Actor actor) {
        UUID made = database.inShop(shopId, db -> {
            var row = db.selectFrom(FRAME_IMPORT).where(FRAME_IMPORT.ID.eq(importId)).fetchOptional()
                    .orElseThrow(() -> new RequestException(ErrorCode.NOT_FOUND, "The shop has no such import."));
            if (row.getModelSha256() == null) {
                throw new RequestException(ErrorCode.CONFLICT, "The import has made no frame, or not yet.");
            }
            JsonObject report = json(row.getReport().data());
            Head head = new Head(draft.name(), draft.description(), FrameShape.valueOf(report.getString("shape")),
                    RimType.valueOf(report.getString("rimType")), draft.material(), size(report.getJsonObject("measurements")),
                    row.getKind().equals("PHOTO") ? Origin.PHOTO : Origin.MODEL);
            UUID id = FrameRows.add(db, shopId, head);
            String sku = draft.sku().isEmpty() ? FrameRows.freeSku(db, draft.name() + "-" + draft.colourName(), List.of()) : draft.sku();
            FrameRows.putColour(db, shopId, id, new ColourRow(sku, draft.gtin(), draft.colourName(), draft.swatch(), draft.sun(),
                    HexFormat.of().formatHex(row.getModelSha256()), Optional.empty()), 0);
            FrameLinks.linkByCodes(db, shopId);
            audit.add(db, shopId, event(actor, "frame.create", id, head));
            return id;
        });
        cache.invalidate(ShopAnswers.key(shopId));
        return made;
    }

    private static FrameDimensions size(JsonObject m) {
        try {
            return FrameDimensions.ofDegrees(mm(m, "lensWidthMm"), mm(m, "lensHeightMm"), mm(m, "dblMm"), mm(m, "templeLengthMm"),
                    mm(m, "totalWidthMm"), mm(m, "pantoscopicTiltDeg"), mm(m, "wrapAngleDeg"));
        } catch (FrameSpecException e) {
            throw new RequestException(ErrorCode.INVALID_INPUT, "The model's size is none that frames have: " + e.getMessage()
                    + ". Import it again with its total width, or correct the model.");
        }
    }

    private static double mm(JsonObject measurements, String name) {
        return measurements.getJsonNumber(name).doubleValue();
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** Deletes a frame with its colours and links; false where there is none. */
    public boolean delete(UUID shopId, UUID frameId, Actor actor) {
        boolean deleted = database.inShop(shopId, db -> {
            Optional<MerchantFrame> before = FrameReader.one(db, frameId);
            before.ifPresent(frame -> {
                db.deleteFrom(EYEWEAR).where(EYEWEAR.ID.eq(frameId)).execute();
                audit.add(db, shopId, new AuditEvent(actor, "frame.delete", frameId.toString(), Optional.of(Json.createObjectBuilder()
                        .add("name", frame.name()).build()), Optional.empty(), "", ""));
            });
            return before.isPresent();
        });
        if (deleted) {
            cache.invalidate(ShopAnswers.key(shopId));
        }
        return deleted;
    }

    /**
     * Adds a picture that is kept to a colour, behind the others.
     *
     * @throws RequestException with {@code NOT_FOUND} where the shop has no such colour
     */
    public void addPicture(UUID shopId, UUID colourId, Pictures.Picture picture) {
        database.changeShop(shopId, db -> {
            if (!db.fetchExists(VARIANT, VARIANT.ID.eq(colourId))) {
                throw new RequestException(ErrorCode.NOT_FOUND, "The shop has no such colour of a frame.");
            }
            int position = db.select(coalesce(max(FRAME_PICTURE.SORT_POSITION), inline(-1)).plus(1)).from(FRAME_PICTURE)
                    .where(FRAME_PICTURE.VARIANT_ID.eq(colourId)).fetchSingle().value1();
            db.insertInto(FRAME_PICTURE).set(FRAME_PICTURE.SHOP_ID, shopId).set(FRAME_PICTURE.VARIANT_ID, colourId)
                    .set(FRAME_PICTURE.SHA256, HexFormat.of().parseHex(picture.sha256())).set(FRAME_PICTURE.SORT_POSITION, position)
                    .onConflictDoNothing().execute();
        });
    }

    /** Takes a picture from a colour; false where it has none of that hash. */
    public boolean removePicture(UUID shopId, UUID colourId, String sha256) {
        return database.inShop(shopId, db -> db.deleteFrom(FRAME_PICTURE).where(FRAME_PICTURE.VARIANT_ID.eq(colourId))
                .and(FRAME_PICTURE.SHA256.eq(HexFormat.of().parseHex(sha256))).execute()) == 1;
    }

    private static AuditEvent event(Actor actor, String action, UUID id, Head head) {
        return new AuditEvent(actor, action, id.toString(), Optional.empty(), Optional.of(Json.createObjectBuilder()
                .add("name", head.name()).add("shape", head.shape().name()).add("size", head.size().marking().formatBoxed()).build()), "", "");
    }

    private static RequestException notFound() {
        return new RequestException(ErrorCode.FRAME_NOT_FOUND, "The shop has no such frame.");
    }
}
