package com.eyewearml.server.frames;

import static com.eyewearml.db.schema.Tables.EYEWEAR;
import static com.eyewearml.db.schema.Tables.VARIANT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import com.eyewearml.db.schema.tables.records.EyewearRecord;
import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameMaterial;
import com.eyewearml.frame.FrameShape;
import com.eyewearml.frame.RimType;
import com.eyewearml.server.frames.MerchantFrame.Origin;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSON;

/** Writes frames and their colours, in transactions of others. */
final class FrameRows {
    /** A frame without its colours; see {@link MerchantFrame}. */
    record Head(String name, String description, FrameShape shape, RimType rimType, FrameMaterial.Kind material, FrameDimensions size, Origin origin) { }

    private FrameRows() { }

    /** Adds a frame behind the others; its id. */
    static UUID add(DSLContext db, UUID shopId, Head head) {
        EyewearRecord row = db.newRecord(EYEWEAR);
        fill(row, head);
        row.setId(UUID.randomUUID());
        row.setShopId(shopId);
        row.setSlug(freeSlug(db, head.name()));
        row.setSortPosition(db.select(coalesce(max(EYEWEAR.SORT_POSITION), inline(-1)).plus(1)).from(EYEWEAR).fetchSingle().value1());
        row.insert();
        return row.getId();
    }

    /** Changes a frame; its address stays. */
    static void change(DSLContext db, UUID frameId, Head head) {
        EyewearRecord row = db.newRecord(EYEWEAR);
        fill(row, head);
        db.update(EYEWEAR).set(row).where(EYEWEAR.ID.eq(frameId)).execute();
    }

    private static void fill(EyewearRecord row, Head head) {
        row.setName(head.name());
        row.setDescription(head.description());
        row.setShape(head.shape().name());
        row.setRimType(head.rimType().name());
        row.setMaterial(head.material().name());
        row.setLensWidthMm(head.size().lensWidthMm());
        row.setLensHeightMm(head.size().lensHeightMm());
        row.setDblMm(head.size().dblMm());
        row.setTempleLengthMm(head.size().templeLengthMm());
        row.setTotalWidthMm(head.size().totalWidthMm());
        row.setPantoscopicTiltRad(head.size().pantoscopicTiltRad());
        row.setWrapAngleRad(head.size().wrapAngleRad());
        row.setOrigin(head.origin().name());
    }

    /** The name's slug, with a number behind it where another frame has it. */
    private static String freeSlug(DSLContext db, String name) {
        String slug = Codes.slug(name);
        String free = slug;
        for (int n = 2; db.fetchExists(EYEWEAR, EYEWEAR.SLUG.eq(free)); n++) {
            free = slug + "-" + n;
        }
        return free;
    }

    /**
     * Makes these the colours of a frame. One whose SKU stays keeps its id, and with it its links and pictures.
     *
     * @return their ids, in their order
     * @throws RequestException with {@code CONFLICT} where another frame has one of the SKUs
     */
    static List<UUID> putColours(DSLContext db, UUID shopId, UUID frameId, List<ColourRow> colours) {
        db.deleteFrom(VARIANT).where(VARIANT.EYEWEAR_ID.eq(frameId))
                .and(VARIANT.SKU.notIn(colours.stream().map(ColourRow::sku).toList())).execute();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < colours.size(); i++) {
            ids.add(putColour(db, shopId, frameId, colours.get(i), i));
        }
        return ids;
    }

    /** Adds or changes one colour; its id. */
    static UUID putColour(DSLContext db, UUID shopId, UUID frameId, ColourRow colour, int position) {
        JSON spec = colour.spec().map(FrameSpecJson::write).map(json -> JSON.json(json.toString())).orElse(null);
        byte[] model = HexFormat.of().parseHex(colour.modelSha256());
        Optional<UUID> id = db.insertInto(VARIANT)
                .set(VARIANT.ID, UUID.randomUUID()).set(VARIANT.SHOP_ID, shopId).set(VARIANT.EYEWEAR_ID, frameId).set(VARIANT.SKU, colour.sku())
                .set(VARIANT.GTIN, colour.gtin()).set(VARIANT.COLOUR_NAME, colour.name()).set(VARIANT.SWATCH, colour.swatch())
                .set(VARIANT.SUN, colour.sun()).set(VARIANT.MODEL_SHA256, model).set(VARIANT.SPEC, spec).set(VARIANT.SORT_POSITION, position)
                .onConflict(VARIANT.SHOP_ID, VARIANT.SKU).doUpdate()
                .set(VARIANT.GTIN, colour.gtin()).set(VARIANT.COLOUR_NAME, colour.name()).set(VARIANT.SWATCH, colour.swatch())
                .set(VARIANT.SUN, colour.sun()).set(VARIANT.MODEL_SHA256, model).set(VARIANT.SPEC, spec).set(VARIANT.SORT_POSITION, position)
                .where(VARIANT.EYEWEAR_ID.eq(frameId))
                .returning(VARIANT.ID).fetchOptional(VARIANT.ID);
        return id.orElseThrow(() -> new RequestException(ErrorCode.CONFLICT, "Another frame has the SKU " + colour.sku() + ". Choose another."));
    }

    /** A SKU that no colour of the shop has. */
    static String freeSku(DSLContext db, String name, List<String> taken) {
        String stem = Codes.slug(name).toUpperCase(Locale.ROOT);
        String free = stem;
        for (int n = 2; taken.contains(free) || db.fetchExists(VARIANT, VARIANT.SKU.eq(free)); n++) {
            free = stem + "-" + n;
        }
        return free;
    }
}
