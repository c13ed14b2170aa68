package com.eyewearml.server.frames;

import static com.eyewearml.db.schema.Tables.EYEWEAR;
import static com.eyewearml.db.schema.Tables.FRAME_LINK;
import static com.eyewearml.db.schema.Tables.FRAME_PICTURE;
import static com.eyewearml.db.schema.Tables.STORED_OBJECT;
import static com.eyewearml.db.schema.Tables.VARIANT;
import static org.jooq.impl.DSL.count;

import com.eyewearml.db.schema.tables.pojos.Eyewear;
import com.eyewearml.db.schema.tables.pojos.Variant;
import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameMaterial;
import com.eyewearml.frame.FrameShape;
import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.RimType;
import com.eyewearml.server.frames.MerchantFrame.Colour;
import com.eyewearml.server.frames.MerchantFrame.Origin;
import com.eyewearml.server.pictures.PictureSize;
import com.eyewearml.server.pictures.Pictures;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.impl.DSL;

/** Reads frames, in transactions of their shop: four statements, however many there are. */
final class FrameReader {
    private FrameReader() { }

    static List<MerchantFrame> all(DSLContext db) {
        return read(db, DSL.noCondition());
    }

    static Optional<MerchantFrame> one(DSLContext db, UUID frameId) {
        return read(db, EYEWEAR.ID.eq(frameId)).stream().findFirst();
    }

    private static List<MerchantFrame> read(DSLContext db, Condition wanted) {
        Map<UUID, Integer> links = db.select(FRAME_LINK.VARIANT_ID, count()).from(FRAME_LINK)
                .join(VARIANT).on(VARIANT.ID.eq(FRAME_LINK.VARIANT_ID)).join(EYEWEAR).on(EYEWEAR.ID.eq(VARIANT.EYEWEAR_ID)).where(wanted)
                .groupBy(FRAME_LINK.VARIANT_ID).fetchMap(FRAME_LINK.VARIANT_ID, row -> row.value2());
        Map<UUID, List<Pictures.Picture>> pictures = db
                .select(FRAME_PICTURE.VARIANT_ID, FRAME_PICTURE.SHA256, STORED_OBJECT.WIDTH_PX, STORED_OBJECT.HEIGHT_PX).from(FRAME_PICTURE)
                .join(STORED_OBJECT).on(STORED_OBJECT.SHA256.eq(FRAME_PICTURE.SHA256))
                .join(VARIANT).on(VARIANT.ID.eq(FRAME_PICTURE.VARIANT_ID)).join(EYEWEAR).on(EYEWEAR.ID.eq(VARIANT.EYEWEAR_ID)).where(wanted)
                .orderBy(FRAME_PICTURE.SORT_POSITION)
                .fetchGroups(FRAME_PICTURE.VARIANT_ID, row -> new Pictures.Picture(HexFormat.of().formatHex(row.value2()),
                        new PictureSize(row.value3(), row.value4())));
        Map<UUID, List<Colour>> colours = db.select(VARIANT.fields()).from(VARIANT).join(EYEWEAR).on(EYEWEAR.ID.eq(VARIANT.EYEWEAR_ID))
                .where(wanted).orderBy(VARIANT.SORT_POSITION, VARIANT.SKU)
                .fetchGroups(VARIANT.EYEWEAR_ID, row -> colour(row.into(Variant.class), pictures, links));
        return db.selectFrom(EYEWEAR).where(wanted).orderBy(EYEWEAR.SORT_POSITION, EYEWEAR.SLUG).fetchInto(Eyewear.class).stream()
                .map(row -> frame(row, colours.getOrDefault(row.id(), List.of()))).toList();
    }

    private static Colour colour(Variant row, Map<UUID, List<Pictures.Picture>> pictures, Map<UUID, Integer> links) {
        return new Colour(row.id(), row.sku(), row.gtin(), row.colourName(), row.swatch(), row.sun(),
                Optional.ofNullable(row.modelSha256()).map(HexFormat.of()::formatHex), Optional.ofNullable(row.spec()).map(FrameReader::spec),
                pictures.getOrDefault(row.id(), List.of()), links.getOrDefault(row.id(), 0));
    }

    static FrameSpec spec(JSON json) {
        try (JsonReader reader = Json.createReader(new StringReader(json.data()))) {
            return FrameSpecJson.read(reader.readObject());
        }
    }

    private static MerchantFrame frame(Eyewear row, List<Colour> colours) {
        return new MerchantFrame(row.id(), row.slug(), row.name(), row.description(), FrameShape.valueOf(row.shape()),
                RimType.valueOf(row.rimType()), FrameMaterial.Kind.valueOf(row.material()),
                new FrameDimensions(row.lensWidthMm(), row.lensHeightMm(), row.dblMm(), row.templeLengthMm(), row.totalWidthMm(),
                        row.pantoscopicTiltRad(), row.wrapAngleRad()), Origin.valueOf(row.origin()), colours);
    }
}
