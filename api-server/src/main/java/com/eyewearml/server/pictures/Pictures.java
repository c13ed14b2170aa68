package com.eyewearml.server.pictures;

import static com.eyewearml.db.schema.Tables.PICTURE_VARIANT;

import com.eyewearml.db.Database;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.storage.StoredObjects;
import com.eyewearml.server.storage.StoredObjects.Description;
import com.eyewearml.server.storage.StoredObjects.State;
import com.eyewearml.server.uploads.FileKind;
import com.eyewearml.server.uploads.Upload;
import com.eyewearml.server.uploads.Uploads;
import com.eyewearml.storage.IncomingObject;
import com.eyewearml.storage.ObjectKey;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Merchants' pictures: decoded before they are kept, delivered in the sizes and formats that pages ask for. */
public final class Pictures {
    private static final long MAX_RENDITION_BYTES = 32 << 20;

    private record Wanted(ObjectKey source, int widthPx, PictureFormat format) { }

    private final Database database;
    private final StoredObjects objects;
    private final PictureReader reader = new PictureReader();
    /** Those who ask for the same at once wait for one. */
    private final Cache<Wanted, ObjectKey> made = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(10)).build();

    /** @param objects keep the pictures */
    public Pictures(Database database, StoredObjects objects) {
        this.database = database;
        this.objects = objects;
    }

    /**
     * Keeps a picture that was uploaded.
     *
     * @throws RequestException with {@code FILE_DAMAGED} or {@code INVALID_INPUT}, where it cannot be decoded to its end; nothing is kept then
     */
    public Picture keep(UUID shopId, Upload upload) {
        if (!Uploads.PICTURES.contains(upload.kind())) {
            throw new IllegalArgumentException(upload.kind() + " is no picture");
        }
        PictureSize size = reader.check(upload.object().file());
        ObjectKey key = objects.keep(shopId, upload.object(), Description.picture(upload.kind().mediaType(), size.widthPx(), size.heightPx()));
        return new Picture(key.sha256(), size);
    }

    /**
     * A picture that is kept.
     *
     * @param sha256 of the file as it came
     * @param size   as it is seen
     */
    public record Picture(String sha256, PictureSize size) { }

    /** A picture of a shop; empty where there is none of that hash. */
    public Optional<Picture> find(ObjectKey key) {
        return objects.find(key).filter(row -> row.state().equals(State.CLEAN.name()))
                .filter(row -> FileKind.ofMediaType(row.contentType()).filter(Uploads.PICTURES::contains).isPresent())
                .map(row -> new Picture(key.sha256(), new PictureSize(row.widthPx(), row.heightPx())));
    }

    /**
     * The object that holds a picture in one of its {@linkplain PictureAddresses#widthsPx widths}; made where nobody asked for it before.
     *
     * @throws RequestException with {@code ASSET_NOT_FOUND} where there is no such picture or width
     */
    public ObjectKey rendition(ObjectKey source, int widthPx, PictureFormat format) {
        return made.get(new Wanted(source, widthPx, format), wanted -> known(wanted).orElseGet(() -> make(wanted)));
    }

    private Optional<ObjectKey> known(Wanted wanted) {
        return database.inShop(wanted.source().shopId(), db -> db.select(PICTURE_VARIANT.OBJECT_SHA256).from(PICTURE_VARIANT)
                        .where(PICTURE_VARIANT.SOURCE_SHA256.eq(HexFormat.of().parseHex(wanted.source().sha256())))
                        .and(PICTURE_VARIANT.WIDTH_PX.eq(wanted.widthPx())).and(PICTURE_VARIANT.FORMAT.eq(wanted.format().name()))
                        .fetchOptional(PICTURE_VARIANT.OBJECT_SHA256))
                .map(sha256 -> new ObjectKey(wanted.source().shopId(), HexFormat.of().formatHex(sha256)));
    }

    private ObjectKey make(Wanted wanted) {
        UUID shopId = wanted.source().shopId();
        Picture picture = find(wanted.source()).filter(found -> PictureAddresses.widthsPx(found.size()).contains(wanted.widthPx()))
                .orElseThrow(Pictures::notFound);
        int heightPx = PictureAddresses.heightPx(picture.size(), wanted.widthPx());
        byte[] encoded;
        try (InputStream in = objects.store().get(wanted.source()).orElseThrow(Pictures::notFound)) {
            encoded = PictureEncoder.encode(reader.read(in, wanted.widthPx()).pixels(), wanted.widthPx(), heightPx, wanted.format());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (IncomingObject incoming = objects.store().receive(new ByteArrayInputStream(encoded), MAX_RENDITION_BYTES)) {
            ObjectKey kept = objects.keep(shopId, incoming, new Description(wanted.format().mediaType(), State.CLEAN,
                    java.util.OptionalInt.of(wanted.widthPx()), java.util.OptionalInt.of(heightPx)));
            database.changeShop(shopId, db -> db.insertInto(PICTURE_VARIANT)
                    .set(PICTURE_VARIANT.SHOP_ID, shopId)
                    .set(PICTURE_VARIANT.SOURCE_SHA256, HexFormat.of().parseHex(wanted.source().sha256()))
                    .set(PICTURE_VARIANT.WIDTH_PX, wanted.widthPx())
                    .set(PICTURE_VARIANT.FORMAT, wanted.format().name())
                    .set(PICTURE_VARIANT.OBJECT_SHA256, HexFormat.of().parseHex(kept.sha256()))
                    .onConflictDoNothing().execute());
            return kept;
        }
    }

    private static RequestException notFound() {
        return new RequestException(ErrorCode.ASSET_NOT_FOUND, "The shop has no picture of this hash and width.");
    }
}
