package com.eyewearml.server.catalog;

import static com.eyewearml.db.schema.Tables.ASSET;
import static org.jooq.impl.DSL.currentOffsetDateTime;

import com.eyewearml.server.assets.Content;
import java.util.HexFormat;
import java.util.UUID;
import org.jooq.DSLContext;

/** Models and pictures in the database. */
public final class Assets {
    private Assets() { }

    /**
     * Keeps one in a transaction of its shop; the same bytes twice are one, and young again, so that no collector takes what is about to
     * be referred to.
     */
    public static void put(DSLContext transaction, UUID shopId, Content content) {
        transaction.insertInto(ASSET)
                .set(ASSET.SHOP_ID, shopId)
                .set(ASSET.SHA256, HexFormat.of().parseHex(content.sha256()))
                .set(ASSET.CONTENT_TYPE, content.mediaType())
                .set(ASSET.CONTENT, content.bytes())
                .onConflict(ASSET.SHOP_ID, ASSET.SHA256).doUpdate().set(ASSET.CREATED_AT, currentOffsetDateTime()).execute();
    }
}
