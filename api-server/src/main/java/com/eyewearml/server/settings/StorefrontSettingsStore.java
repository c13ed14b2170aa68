package com.eyewearml.server.settings;

import static com.eyewearml.db.schema.Tables.SHOP_SETTINGS;
import static org.jooq.impl.DSL.currentOffsetDateTime;

import com.eyewearml.db.Database;
import com.eyewearml.db.schema.tables.pojos.ShopSettings;
import com.eyewearml.db.schema.tables.records.ShopSettingsRecord;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.audit.AuditEvent;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.cache.SharedCache;
import com.eyewearml.server.cache.ShopAnswers;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Reads and changes the settings of shops. */
public final class StorefrontSettingsStore {
    private final Database database;
    private final SharedCache shared;
    private final AuditTrail audit;

    /** @param shared is told which answers follow from a change */
    public StorefrontSettingsStore(Database database, SharedCache shared, AuditTrail audit) {
        this.database = database;
        this.shared = shared;
        this.audit = audit;
    }

    /** Settings of the shop whose transaction it is. */
    public static StorefrontSettings read(DSLContext transaction) {
        return transaction.selectFrom(SHOP_SETTINGS).fetchOptionalInto(ShopSettings.class).map(StorefrontSettings::of)
                .orElse(StorefrontSettings.DEFAULT);
    }

    /** Settings of a shop. */
    public StorefrontSettings read(UUID shopId) {
        return database.inShop(shopId, StorefrontSettingsStore::read);
    }

    /** Puts settings in place of those there are. Nothing is written to the audit trail where they are the same. */
    public void change(UUID shopId, StorefrontSettings wanted, Actor actor) {
        boolean changed = database.inShop(shopId, db -> {
            db.insertInto(SHOP_SETTINGS).set(SHOP_SETTINGS.SHOP_ID, shopId).onConflictDoNothing().execute();
            ShopSettingsRecord row = db.selectFrom(SHOP_SETTINGS).where(SHOP_SETTINGS.SHOP_ID.eq(shopId)).forUpdate().fetchSingle();
            StorefrontSettings before = StorefrontSettings.of(row.into(ShopSettings.class));
            if (before.equals(wanted)) {
                return false;
            }
            db.update(SHOP_SETTINGS)
                    .set(SHOP_SETTINGS.BUTTON_TEXT, wanted.buttonText())
                    .set(SHOP_SETTINGS.ACCENT_COLOUR, wanted.accentColour())
                    .set(SHOP_SETTINGS.LIVE_MODE, wanted.liveMode())
                    .set(SHOP_SETTINGS.PHOTO_MODE, wanted.photoMode())
                    .set(SHOP_SETTINGS.VIEWER_MODE, wanted.viewerMode())
                    .set(SHOP_SETTINGS.CAMERA_CONSENT_TEXT, wanted.cameraConsentText())
                    .set(SHOP_SETTINGS.SERVER_FALLBACK, wanted.serverFallback())
                    .set(SHOP_SETTINGS.FALLBACK_CONSENT_TEXT, wanted.fallbackConsentText())
                    .set(SHOP_SETTINGS.UPDATED_AT, currentOffsetDateTime())
                    .where(SHOP_SETTINGS.SHOP_ID.eq(shopId)).execute();
            audit.add(db, shopId, new AuditEvent(actor, "settings.change", shopId.toString(), Optional.of(before.json()),
                    Optional.of(wanted.json()), "", ""));
            return true;
        });
        if (changed) {
            shared.invalidate(ShopAnswers.key(shopId));
        }
    }
}
